import fc from 'fast-check'
import { expect } from 'vitest'
import { countingIds } from '@core/ids'
import type { PlanDocument } from '@core/plan/plan-document'
import { documentToSheets, type ExportOptions } from '@core/workbook/document-to-sheets'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { planWorkbook } from '@core/workbook/plan-workbook/plan-workbook'
import { readWorkbook } from '@main/excel/read-workbook'
import { writeWorkbook } from '@main/excel/write-workbook'
import { workbookFaults } from '../../main/excel/workbook-rules'
import { canonical } from './canonical'
import { aGeneratedPlan } from './plan-arbitrary'
import { rawFromModel } from './raw-from-model'

const aLanguage = fc.constantFrom('en' as const, 'nb' as const)

const back = (document: PlanDocument, options: ExportOptions): PlanDocument =>
  interpretWorkbook(rawFromModel(documentToSheets(document, options)), { today: '2026-11-21', newId: countingIds() }).document

/** Sheets as plain data come back as the plan that they were made from. */
export const checkSheetsComeBack = (numRuns: number): void =>
  fc.assert(fc.property(aGeneratedPlan, aLanguage, (document, language) => {
    expect(canonical(back(document, { language }))).toEqual(canonical(document))
  }), { numRuns })

/** So do the bytes of the whole plan workbook, which break no rule of Excel. Gives how many plans were tried. */
export const checkFilesComeBack = async (numRuns: number): Promise<number> => {
  let tried = 0
  await fc.assert(fc.asyncProperty(aGeneratedPlan, aLanguage, fc.option(aGeneratedPlan), async (document, language, earlier) => {
    tried += 1
    const since = earlier ? { since: { name: 'earlier', document: earlier } } : {}
    const bytes = await writeWorkbook(planWorkbook(document, { language, ...since }))
    expect(workbookFaults(bytes)).toEqual([])
    const raw = readWorkbook(bytes, 'plan.xlsx')
    if (!raw.ok) throw new Error(JSON.stringify(raw.error))
    const { document: read } = interpretWorkbook(raw.value, { today: '2026-11-21', newId: countingIds() })
    expect(canonical(read)).toEqual(canonical(document))
  }), { numRuns })
  return tried
}
