import { join } from 'node:path'
import type { Language } from '@core/messages/translator'
import { translator, type MessageKey } from '@core/messages/translator'
import type { PlanDocument } from '@core/plan/plan-document'
import type { Result } from '@core/result'
import { failure, ok } from '@core/result'
import type { ExportRequest } from '@core/workbook/export-files'
import type { RawWorkbook } from '@core/workbook/raw-workbook'
import type { ReadError, WriteError } from '@core/workbook/read-error'
import type { CallHandlers } from '../contract/calls'
import type { FileError } from '../contract/errors'
import type { ExportedFiles } from '../contract/host-api'
import type { WrittenFile } from '../excel/worker-messages'
import type { AllowedPaths } from '../files/allowed-paths'
import { writeFileSafely } from '../files/atomic-write'
import { safeFileName, withExtension } from '../files/file-reference'
import type { Dialogs } from './dialogs'

/** Work on exports and returned packages, off the main thread. */
export type ExportJobs = {
  readonly files: (document: PlanDocument, request: ExportRequest) => Promise<Result<readonly WrittenFile[], WriteError>>
  readonly cells: (path: string) => Promise<Result<RawWorkbook, ReadError>>
}

export type ExportCallOptions = {
  readonly exportJobs: ExportJobs
  readonly dialogs: Dialogs
  readonly paths: AllowedPaths
  readonly language: () => Language
}

export const exportCalls = (options: ExportCallOptions): Pick<CallHandlers, 'exportFiles' | 'readCells'> => ({
  exportFiles: (request) => exportFiles(options, request),
  readCells: ({ path }) => {
    options.paths.check(path, 'read')
    return options.exportJobs.cells(path)
  },
})

type Place = { readonly path: string; readonly isFolder: boolean }

const titles: Readonly<Record<ExportRequest['format'], MessageKey>> = {
  workbook: 'storage.exportTitle', packages: 'export.packagesTitle', tables: 'export.tablesTitle', jira: 'export.jiraTitle',
  project: 'export.projectTitle',
}
const endings: Readonly<Record<ExportRequest['format'], 'xlsx' | 'csv' | 'xml'>> = {
  workbook: 'xlsx', packages: 'xlsx', tables: 'csv', jira: 'csv', project: 'xml',
}

/** Several files go into a folder that the person names; one is a file like any other. null: nowhere after all. */
const askWhere = async (
  { dialogs, language }: ExportCallOptions, request: ExportRequest, suggestedName: string,
): Promise<Place | null> => {
  const isFolder = request.format === 'tables' || (request.format === 'packages' && request.packages.length > 1)
  const t = translator(language())
  const ending = endings[request.format]
  const chosen = await dialogs.saveFile({
    title: t(titles[request.format]),
    suggestedName: isFolder ? safeFileName(suggestedName, ending).replace(/\.[^.]+$/, '') : safeFileName(suggestedName, ending),
    filters: isFolder ? [] : [{ name: t(ending === 'xlsx' ? 'storage.excelFiles' : 'storage.allFiles'), extensions: [ending] }],
  })
  if (chosen === null) return null
  return { path: isFolder ? chosen : withExtension(chosen, ending), isFolder }
}

/** Names of files in one folder, apart from each other on systems that ignore case too. */
const fileNames = (files: readonly WrittenFile[]): readonly string[] => {
  const taken = new Set<string>()
  return files.map(({ name, extension }) => {
    for (let number = 1; ; number += 1) {
      const candidate = safeFileName(number === 1 ? name : `${name.slice(0, 90)} (${number})`, extension)
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  })
}

const exportFiles = async (
  options: ExportCallOptions, { document, request, suggestedName }: Parameters<CallHandlers['exportFiles']>[0],
): Promise<Result<ExportedFiles | null, WriteError | FileError>> => {
  const place = await askWhere(options, request, suggestedName)
  if (place === null) return ok(null)
  const made = await options.exportJobs.files(document, request)
  if (!made.ok) return failure(made.error)
  const names = place.isFolder ? fileNames(made.value) : []
  const files: { name: string; sha256: string }[] = []
  for (const [index, file] of made.value.entries()) {
    const path = place.isFolder ? join(place.path, names[index] ?? '') : place.path
    const written = await writeFileSafely(path, file.bytes)
    if (!written.ok) return written
    files.push({ name: path.split(/[\\/]/).at(-1) ?? path, sha256: written.value.sha256 })
  }
  return ok({ path: place.path, files })
}
