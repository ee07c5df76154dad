import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReadProgress } from '@core/workbook/read-progress'
import { exportInWorker, readWorkbookInWorker } from '@main/excel/workbook-jobs'
import type { ReadJobOptions } from '@main/excel/workbook-jobs'
import { bundledWorker } from './builders/bundled-worker'
import { read } from './builders/reading'
import { numberCell, row, textCell, xlsxOf } from './builders/xlsx'

let folder = ''
let worker: Awaited<ReturnType<typeof bundledWorker>>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wavewright-jobs-'))
  worker = await bundledWorker()
  await fileOf('slow.xlsx', slowFile())
}, 60_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await worker.remove()
})

const fileOf = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  return file
}

const options = (more: Partial<ReadJobOptions> = {}): ReadJobOptions =>
  ({ today: '2026-11-21', ids: 'counted', workerUrl: worker.url, ...more })

const estate = 'Id,Name,Kind\na,DIPS,application\nb,srv1,server\n'

/** Big enough that its reading takes seconds. */
const slowFile = (): Buffer => {
  const rows = Array.from({ length: 60_000 }, (_, index) => {
    const number = index + 1
    return row(number, ...[...'ABCDEFGHIJKLMNOPQRST'].map((name) => numberCell(`${name}${number}`, index)))
  })
  return xlsxOf([{ data: rows.join('') }])
}

const threads = (): number => process.getActiveResourcesInfo().filter((name) => /worker|messageport/i.test(name)).length

// A thread takes seconds to start on a machine that is busy with other things.
describe('Reading in a thread', { timeout: 60_000 }, () => {
  it('gives a plan, and says how far it is', async () => {
    const progress: ReadProgress[] = []
    const file = await fileOf('estate.csv', estate)
    const result = await readWorkbookInWorker(file, options({ onProgress: (now) => progress.push(now) }))
    expect(result.ok && result.value.document.estate.items.map((item) => item.name)).toEqual(['DIPS', 'srv1'])
    expect(progress.map((now) => now.phase)).toEqual(['opening', 'reading', 'understanding', 'understanding'])
    expect(progress.map((now) => now.fraction)).toEqual(progress.map((now) => now.fraction).sort((a, b) => a - b))
  })

  it('gives the same plan every time where ids are counted', async () => {
    const file = await fileOf('estate.csv', estate)
    expect(await readWorkbookInWorker(file, options())).toEqual(await readWorkbookInWorker(file, options()))
  })

  it('says what is wrong with a path', async () => {
    expect(await readWorkbookInWorker(path.join(folder, 'gone.xlsx'), options()))
      .toEqual({ ok: false, error: { type: 'not-found', fileName: 'gone.xlsx' } })
    expect(await readWorkbookInWorker(folder, options()))
      .toEqual({ ok: false, error: { type: 'is-folder', fileName: path.basename(folder) } })
  })

  it('refuses a broken file, and reads the next one all the same', async () => {
    const broken = await fileOf('broken.xlsx', xlsxOf([{ data: row(1, textCell('A1', 'x')) }]).subarray(0, 200))
    expect(await readWorkbookInWorker(broken, options()))
      .toEqual({ ok: false, error: { type: 'truncated', fileName: 'broken.xlsx' } })
    expect(await readWorkbookInWorker(await fileOf('estate.csv', estate), options())).toMatchObject({ ok: true })
  })

  it('ends at its time limit while the parser is busy', async () => {
    const file = path.join(folder, 'slow.xlsx')
    const started = performance.now()
    expect(await readWorkbookInWorker(file, options({ timeLimitSeconds: 0.3 })))
      .toEqual({ ok: false, error: { type: 'timeout', seconds: 0.3, fileName: 'slow.xlsx' } })
    expect({ isPrompt: performance.now() - started < 3000, threads: threads() }).toEqual({ isPrompt: true, threads: 0 })
  })

  it('ends a parser that says nothing for too long', async () => {
    const file = path.join(folder, 'slow.xlsx')
    expect(await readWorkbookInWorker(file, options({ silenceLimitSeconds: 0.05 })))
      .toEqual({ ok: false, error: { type: 'timeout', seconds: 0.05, fileName: 'slow.xlsx' } })
  })

  it('ends at once when it is cancelled in the middle of the parsing', async () => {
    const file = path.join(folder, 'slow.xlsx')
    const cancel = new AbortController()
    let cancelledAt = 0
    const result = await readWorkbookInWorker(file, options({
      signal: cancel.signal,
      onProgress: ({ phase }) => {
        if (phase !== 'reading') return
        cancelledAt = performance.now()
        cancel.abort()
      },
    }))
    expect(result).toEqual({ ok: false, error: { type: 'cancelled', fileName: 'slow.xlsx' } })
    expect({ isPrompt: performance.now() - cancelledAt < 3000, threads: threads() }).toEqual({ isPrompt: true, threads: 0 })
  })

  it('is not even started when it was cancelled before', async () => {
    expect(await readWorkbookInWorker('/nowhere', options({ signal: AbortSignal.abort() })))
      .toEqual({ ok: false, error: { type: 'cancelled', fileName: 'nowhere' } })
  })

  it('that needs more memory than it may have is a value as well', async () => {
    const file = path.join(folder, 'slow.xlsx')
    expect(await readWorkbookInWorker(file, options({ memoryLimit: 24 })))
      .toEqual({ ok: false, error: { type: 'out-of-memory', fileName: 'slow.xlsx' } })
  }, 30_000)

  it('reports a fault of the program with its detail, and never hangs on it', async () => {
    const workerUrl = new URL(`data:text/javascript,${encodeURIComponent('throw new Error("a bug")')}`)
    const result = await readWorkbookInWorker('a.xlsx', options({ workerUrl }))
    expect(result.ok ? null : result.error).toMatchObject({ type: 'failed', fileName: 'a.xlsx' })
    expect(JSON.stringify(result)).toContain('a bug')
    const silent = new URL(`data:text/javascript,${encodeURIComponent('process.exit(3)')}`)
    expect(await readWorkbookInWorker('a.xlsx', options({ workerUrl: silent })))
      .toEqual({ ok: false, error: { type: 'failed', detail: 'exit 3', fileName: 'a.xlsx' } })
  })
})

describe('Writing in a thread', { timeout: 60_000 }, () => {
  it('gives a workbook that holds the plan, the same bytes every time', async () => {
    const imported = await readWorkbookInWorker(await fileOf('estate.csv', estate), options())
    if (!imported.ok) throw new Error('The estate must be readable')
    const control = { workerUrl: worker.url }
    const first = await exportInWorker(imported.value.document, { language: 'nb' }, control)
    const second = await exportInWorker(imported.value.document, { language: 'nb' }, control)
    if (!first.ok || !second.ok) throw new Error('The plan must be writable')
    expect(Buffer.compare(first.value, second.value)).toBe(0)
    expect(JSON.stringify(read(first.value))).toContain('DIPS')
  })

  it('ends when it is cancelled or takes too long', async () => {
    const imported = await readWorkbookInWorker(await fileOf('estate.csv', estate), options())
    if (!imported.ok) throw new Error('The estate must be readable')
    const control = { workerUrl: worker.url }
    expect(await exportInWorker(imported.value.document, {}, { ...control, signal: AbortSignal.abort() }))
      .toEqual({ ok: false, error: { type: 'cancelled' } })
    expect(await exportInWorker(imported.value.document, {}, { ...control, timeLimitSeconds: 0.001 }))
      .toEqual({ ok: false, error: { type: 'timeout', seconds: 0.001 } })
  })
})
