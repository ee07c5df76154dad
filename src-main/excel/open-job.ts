import path from 'node:path'
import { ok } from '@core/result'
import { noCorrections, type Corrections, type SheetMapping } from '@core/workbook/corrections'
import { likelyDuplicates } from '@core/workbook/duplicates'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { tablesApart } from '@core/workbook/tables-apart'
import { recalledReading } from '@core/workbook/mapping'
import { recalledDecisions } from '@core/workbook/merge-memory'
import { pageOfRows, type OpenedWorkbook } from '@core/workbook/opened-workbook'
import { packImport, packRows, packWorkbook, type PackedRows } from '@core/workbook/packed-workbook'
import { isDerivedSheet } from '@core/workbook/plan-workbook/derived-sheets'
import { builtInPresets } from '@core/workbook/presets/built-in-presets'
import type { RawWorkbook } from '@core/workbook/raw-workbook'
import type { ReadProgress } from '@core/workbook/read-progress'
import { readingOfSheet } from '@core/workbook/recognise-sheet'
import { recogniseWorkbook } from '@core/workbook/recognise-workbook'
import { newIdFrom, presetsFrom, readBytes } from './read-job'
import { readWorkbook } from './read-workbook'
import type { Answer, OpenDone, OpenJob, Question } from './worker-messages'

/** So many rows are shown while the rest is being read. */
const firstRows = 1_000

export type OpenReport = {
  readonly progress: (progress: ReadProgress) => void
  readonly firstLook: (page: PackedRows) => void
}

export type Opened = { readonly done: OpenDone; readonly answer: ((question: Question) => Answer) | null }

/** Reads a workbook and stays ready to answer questions about it: the cells of a region need not cross more than once. */
export const openJob = async (job: OpenJob, report: OpenReport): Promise<Opened> => {
  const fileName = path.basename(job.path)
  report.progress({ phase: 'opening', fraction: 0 })
  const bytes = await readBytes(job.path, fileName)
  if (!bytes.ok) return failed(bytes)
  const read = readWorkbook(bytes.value, fileName, { onProgress: report.progress, firstRows: { count: firstRows, show: (page) => report.firstLook(packRows(page)) } })
  if (!read.ok) return failed(read)
  const raw = tablesApart(read.value)
  report.progress({ phase: 'understanding', fraction: 0.75 })
  const { presets, unusable } = await presetsFrom(job.presetFolder)
  const understand = (corrections: Corrections): ImportedWorkbook => interpretWorkbook(raw, {
    today: job.today, newId: newIdFrom(job.ids), presets, unusablePresets: unusable, corrections,
  })
  const opened = openedWorkbook(raw, job, [...presets, ...builtInPresets], understand)
  report.progress({ phase: 'understanding', fraction: 1 })
  return { done: { done: 'open', result: ok(packWorkbook(opened)) }, answer: answering(raw, opened.imported, understand) }
}

const failed = (result: Extract<OpenDone['result'], { ok: false }>): Opened => ({ done: { done: 'open', result }, answer: null })

const answering = (
  raw: RawWorkbook, first: ImportedWorkbook, understand: (corrections: Corrections) => ImportedWorkbook,
): ((question: Question) => Answer) => {
  let understood = first
  return (question) => {
    switch (question.ask) {
      case 'rows': return { answer: 'rows', page: pageOfRows(raw, question) }
      case 'duplicates': return { answer: 'duplicates', duplicates: likelyDuplicates(understood.document.estate) }
      case 'interpret': {
        understood = understand(question.corrections)
        return { answer: 'interpret', imported: packImport(understood) }
      }
    }
  }
}

const openedWorkbook = (
  raw: RawWorkbook, { remembered, decisions }: OpenJob, presets: Parameters<typeof recogniseWorkbook>[1],
  understand: (corrections: Corrections) => ImportedWorkbook,
): OpenedWorkbook => {
  const sheets = raw.sheets.filter((sheet) => !isDerivedSheet(sheet))
  const recalled = sheets.flatMap((sheet): readonly SheetMapping[] => {
    const reading = recalledReading(sheet, remembered)
    return reading ? [{ sheet: sheet.name, reading }] : []
  })
  const known = new Map(recalled.map(({ sheet, reading }) => [sheet, reading]))
  const imported = understand({ ...noCorrections, mappings: recalled })
  const readings = recogniseWorkbook(raw, presets, recalled).map(({ sheet, recognised }) =>
    ({ sheet: sheet.name, reading: known.get(sheet.name) ?? readingOfSheet(sheet, recognised) }))
  return { imported, readings, recalled: [...known.keys()], decisions: recalledDecisions(imported.document.estate.items, decisions) }
}
