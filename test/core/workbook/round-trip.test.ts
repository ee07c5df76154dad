import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import type { PlanDocument } from '@core/plan/plan-document'
import { documentToSheets, type ExportOptions } from '@core/workbook/document-to-sheets'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { canonical } from './canonical'
import { aGeneratedPlan } from './plan-arbitrary'
import { rawFromModel } from './raw-from-model'

const back = (document: PlanDocument, options: ExportOptions): PlanDocument =>
  interpretWorkbook(rawFromModel(documentToSheets(document, options)), { today: '2026-11-21', newId: countingIds() }).document

describe('An export that is imported again', () => {
  it('is the same plan, for every plan and in both languages', () => {
    fc.assert(
      fc.property(aGeneratedPlan, fc.constantFrom('en' as const, 'nb' as const), (document, language) => {
        expect(canonical(back(document, { language }))).toEqual(canonical(document))
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})
