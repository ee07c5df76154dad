import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { documentToSheets } from '@core/workbook/document-to-sheets'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { readWorkbook } from '@main/excel/read-workbook'
import { writeWorkbook } from '@main/excel/write-workbook'
import { canonical } from './canonical'
import { aGeneratedPlan } from './plan-arbitrary'

describe('A workbook that is written and read again', () => {
  it('is the same plan', async () => {
    await fc.assert(
      fc.asyncProperty(aGeneratedPlan, fc.constantFrom('en' as const, 'nb' as const), async (document, language) => {
        const raw = readWorkbook(await writeWorkbook(documentToSheets(document, { language })), 'plan.xlsx')
        if (!raw.ok) throw new Error(JSON.stringify(raw.error))
        const { document: read } = interpretWorkbook(raw.value, { today: '2026-11-21', newId: countingIds() })
        expect(canonical(read)).toEqual(canonical(document))
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
