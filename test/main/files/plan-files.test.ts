import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodePlanFile } from '@core/formats/plan-file'
import { emptyHistory } from '@core/plan/history'
import { openPlanFile, savePlanFile } from '@main/files/plan-files'
import { aPlan } from '@test/builders/a-plan'
import { anItem } from '@test/builders/an-item'
import { temporaryFolder } from '../temporary-folder'

const plan = { document: aPlan({ name: 'Nordvest', items: [anItem('a'), anItem('b')], waves: 2 }), history: emptyHistory }

describe('a plan file', () => {
  it('gives back what was saved', async () => {
    const path = join(temporaryFolder(), 'a.waveplan')
    expect(await savePlanFile(path, plan)).toEqual({ ok: true, value: null })
    expect(await openPlanFile(path)).toEqual({ ok: true, value: plan })
  })

  it('may be packed', async () => {
    const path = join(temporaryFolder(), 'a.waveplan')
    await writeFile(path, gzipSync(encodePlanFile(plan.document, plan.history)))
    expect(await openPlanFile(path)).toEqual({ ok: true, value: plan })
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ['a broken archive', Buffer.from([0x1f, 0x8b, 1, 2, 3])],
    ['other text', Buffer.from('{"format":"something else"}')],
  ])('is not made of %s', async (_what, contents) => {
    const path = join(temporaryFolder(), 'a.waveplan')
    await writeFile(path, contents)
    expect(await openPlanFile(path)).toEqual({
      ok: false,
      error: { type: 'not-a-plan', path, reason: { type: 'not-a-plan-file' } },
    })
  })

  it('that ends in the middle is said to be damaged', async () => {
    const path = join(temporaryFolder(), 'a.waveplan')
    await writeFile(path, encodePlanFile(plan.document, plan.history).slice(0, -40))
    expect(await openPlanFile(path)).toMatchObject({ ok: false, error: { reason: { type: 'damaged-plan-file' } } })
  })

  it('that is missing, or a folder, is said to be so', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'gone.waveplan')
    expect(await openPlanFile(path)).toEqual({ ok: false, error: { type: 'not-found', path } })
    expect(await openPlanFile(folder)).toEqual({ ok: false, error: { type: 'is-folder', path: folder } })
  })
})
