import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { planWorkbook } from '@core/workbook/plan-workbook/plan-workbook'
import { readWorkbook } from '@main/excel/read-workbook'
import { writeWorkbook } from '@main/excel/write-workbook'
import { workbookFaults } from '../../main/excel/workbook-rules'
import { canonical } from './canonical'
import { aGeneratedPlan } from './plan-arbitrary'

/** `RUNS=1000` for the long run. */
const numRuns = Number(process.env['RUNS'] ?? 40)

describe('A plan workbook that is written and read again', () => {
  it('is the same plan, every field of it, and breaks no rule of Excel', async () => {
    await fc.assert(
      fc.asyncProperty(aGeneratedPlan, fc.constantFrom('en' as const, 'nb' as const), fc.option(aGeneratedPlan), async (document, language, earlier) => {
        const since = earlier ? { since: { name: 'earlier', document: earlier } } : {}
        const bytes = await writeWorkbook(planWorkbook(document, { language, ...since }))
        expect(workbookFaults(bytes)).toEqual([])
        const raw = readWorkbook(bytes, 'plan.xlsx')
        if (!raw.ok) throw new Error(JSON.stringify(raw.error))
        const { document: read } = interpretWorkbook(raw.value, { today: '2026-11-21', newId: countingIds() })
        expect(canonical(read)).toEqual(canonical(document))
      }),
      { numRuns },
    )
  }, 120_000 + numRuns * 1000)
})
