import path from 'node:path'
import { ok } from '@core/result'
import { noCorrections, type Corrections, type SheetMapping } from '@core/workbook/corrections'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { recalledReading } from '@core/workbook/mapping'
import { firstLook, pageOfRows, type OpenedWorkbook, type RowsPage } from '@core/workbook/opened-workbook'
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
/** Files that are read before anybody could look are not looked at twice. */
const worthAFirstLook = 400_000

/** Bytes of a text that hold the first rows, of whatever width. */
const beginning = 256 * 1024
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
const isOle = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf

export type OpenReport = {
  readonly progress: (progress: ReadProgress) => void
  readonly firstLook: (page: RowsPage) => void
}

export type Opened = { readonly done: OpenDone; readonly answer: ((question: Question) => Answer) | null }

/** Reads a workbook and stays ready to answer questions about it: the cells of a region need not cross more than once. */
export const openJob = async (job: OpenJob, report: OpenReport): Promise<Opened> => {
  const fileName = path.basename(job.path)
  report.progress({ phase: 'opening', fraction: 0 })
  const bytes = await readBytes(job.path, fileName)
  if (!bytes.ok) return failed(bytes)
  if (bytes.value.length > worthAFirstLook) lookFirst(bytes.value, fileName, report)
  const raw = readWorkbook(bytes.value, fileName, { onProgress: report.progress })
  if (!raw.ok) return failed(raw)
  report.progress({ phase: 'understanding', fraction: 0.75 })
  const { presets, unusable } = await presetsFrom(job.presetFolder)
  const understand = (corrections: Corrections): ImportedWorkbook => interpretWorkbook(raw.value, {
    today: job.today, newId: newIdFrom(job.ids), presets, unusablePresets: unusable, corrections,
  })
  const opened = openedWorkbook(raw.value, job, [...presets, ...builtInPresets], understand)
  report.progress({ phase: 'understanding', fraction: 1 })
  return {
    done: { done: 'open', result: ok(opened) },
    answer: (question) => (question.ask === 'rows'
      ? { answer: 'rows', page: pageOfRows(raw.value, question.sheet, question.from, question.count) }
      : { answer: 'interpret', imported: understand(question.corrections) }),
  }
}

const failed = (result: Extract<OpenDone['result'], { ok: false }>): Opened => ({ done: { done: 'open', result }, answer: null })

/** Of a text its beginning; of an xlsx the beginning of each sheet; the other formats can only be parsed whole. */
const lookFirst = (bytes: Uint8Array, fileName: string, report: OpenReport): void => {
  const isText = !isZip(bytes) && !isOle(bytes)
  if (!isText && !/\.xls[xm]$/i.test(fileName)) return
  const look = readWorkbook(isText ? bytes.subarray(0, beginning) : bytes, fileName, { firstRows })
  const page = look.ok ? firstLook(look.value, firstRows) : null
  if (page) report.firstLook(page)
}

const openedWorkbook = (
  raw: RawWorkbook, { remembered }: OpenJob, presets: Parameters<typeof recogniseWorkbook>[1],
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
  return { imported, readings, recalled: [...known.keys()] }
}
