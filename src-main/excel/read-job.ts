import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { NewId } from '@core/ids'
import { countingIds } from '@core/ids'
import type { Result } from '@core/result'
import { failure, ok } from '@core/result'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { tablesApart } from '@core/workbook/tables-apart'
import type { ReadError } from '@core/workbook/read-error'
import type { ReadProgress } from '@core/workbook/read-progress'
import { fileErrorReason } from './read-file-error'
import { readPresets, type PresetFolder } from './read-presets'
import { readLimits, toMegabytes } from './read-limits'
import { readWorkbook } from './read-workbook'
import type { CellsDone, CellsJob, IdSource, ReadDone, ReadJob } from './worker-messages'

const noPresets: PresetFolder = { presets: [], unusable: [] }

/** The presets of the planner's own; none where there is no folder. */
export const presetsFrom = async (folder: string | undefined): Promise<PresetFolder> =>
  folder === undefined ? noPresets : readPresets(folder)

/** From a path to a plan, with every finding. Runs in the worker. */
export const readJob = async (job: ReadJob, onProgress: (progress: ReadProgress) => void): Promise<ReadDone> => {
  const fileName = path.basename(job.path)
  onProgress({ phase: 'opening', fraction: 0 })
  const bytes = await readBytes(job.path, fileName)
  if (!bytes.ok) return { done: 'read', result: bytes }
  const raw = readWorkbook(bytes.value, fileName, { onProgress })
  if (!raw.ok) return { done: 'read', result: raw }
  onProgress({ phase: 'understanding', fraction: 0.75 })
  const { presets, unusable } = await presetsFrom(job.presetFolder)
  const imported = interpretWorkbook(tablesApart(raw.value), {
    today: job.today, newId: newIdFrom(job.ids), presets, unusablePresets: unusable,
  })
  onProgress({ phase: 'understanding', fraction: 1 })
  return { done: 'read', result: ok(imported) }
}

/** The cells of a file, not understood. Runs in the worker. */
export const cellsJob = async (job: CellsJob): Promise<CellsDone> => {
  const fileName = path.basename(job.path)
  const bytes = await readBytes(job.path, fileName)
  return { done: 'cells', result: bytes.ok ? readWorkbook(bytes.value, fileName) : bytes }
}

/** The file, unless it is too large to be looked at. */
export const readBytes = async (filePath: string, fileName: string): Promise<Result<Buffer, ReadError>> => {
  try {
    const facts = await stat(filePath)
    if (facts.isDirectory()) return failure({ type: 'is-folder', fileName })
    if (facts.size > readLimits.file) {
      return failure({ type: 'too-large', what: 'file', limit: toMegabytes(readLimits.file), fileName })
    }
    return ok(await readFile(filePath))
  } catch (error) {
    const reason = fileErrorReason(error)
    if (!reason) throw error
    return failure({ fileName, ...reason })
  }
}

export const newIdFrom = (ids: IdSource): NewId =>
  ids === 'counted' ? countingIds() : (prefix) => `${prefix}-${randomUUID()}`
