import type { Language } from '../messages/translator'
import type { PlanDocument } from '../plan/plan-document'
import { sheetToCsv } from './other-formats/csv'
import { jiraCsv } from './other-formats/jira'
import { projectXml } from './other-formats/project-xml'
import { contentId } from './packages/content-id'
import { packageWorkbook } from './packages/package-workbook'
import type { RedactionProfile } from './packages/redaction'
import { sentTables, supplierPackage } from './packages/supplier-package'
import { planWorkbook } from './plan-workbook/plan-workbook'
import { yesNo } from './value-words'
import type { SheetModel, WorkbookModel } from './workbook-model'

/** A package for one supplier; `id` comes back with it, and is made from what it holds where none is given. */
export type PackageRequest = { readonly supplier: string; readonly profile: RedactionProfile; readonly id?: string }

/** What is to be written of a plan. */
export type ExportRequest =
  | { readonly format: 'workbook'; readonly language: Language; readonly since?: { readonly name: string; readonly document: PlanDocument } }
  | { readonly format: 'packages'; readonly language: Language; readonly packages: readonly PackageRequest[] }
  | { readonly format: 'tables'; readonly language: Language; readonly separator: ',' | ';'; readonly byteOrderMark: boolean }
  | { readonly format: 'jira'; readonly language: Language }
  | { readonly format: 'project'; readonly language: Language }

/** A file before it is bytes. `name` is without its ending, and not yet safe for a file system. */
export type FileToWrite = {
  readonly name: string
  readonly extension: 'xlsx' | 'csv' | 'xml'
  readonly content: WorkbookModel | string
}

/** The files of an export, in order; more than one belong in a folder. */
export const exportFiles = (document: PlanDocument, request: ExportRequest): readonly FileToWrite[] => {
  const { language } = request
  switch (request.format) {
    case 'workbook': {
      const { since } = request
      return [{ name: document.name, extension: 'xlsx', content: planWorkbook(document, { language, ...(since && { since }) }) }]
    }
    case 'packages': return request.packages.map((one) => packageFile(document, one, language))
    case 'tables': return tableFiles(document, request)
    case 'jira': return [{ name: `${document.name} - Jira`, extension: 'csv', content: jiraCsv(document, language) }]
    case 'project': return [{ name: document.name, extension: 'xml', content: projectXml(document, language) }]
  }
}

/** The id that a package gets where nobody gives it one: the same contents, the same id. */
export const packageIdOf = (document: PlanDocument, request: PackageRequest, language: Language): string => {
  const { supplier, profile } = request
  return contentId(JSON.stringify([document.id, supplier, profile, sentTables(supplierPackage(document, { supplier, profile, language }))]))
}

const packageFile = (document: PlanDocument, request: PackageRequest, language: Language): FileToWrite => {
  const { supplier, profile } = request
  const sent = supplierPackage(document, { supplier, profile, language })
  const id = request.id ?? packageIdOf(document, request, language)
  return { name: `${document.name} - ${supplier}`, extension: 'xlsx', content: packageWorkbook(document, sent, id) }
}

const isPage = (sheet: SheetModel): boolean => sheet.headless === true && sheet.look !== undefined

const tableFiles = (
  document: PlanDocument, { language, separator, byteOrderMark }: Extract<ExportRequest, { format: 'tables' }>,
): readonly FileToWrite[] => {
  // A cover and a Gantt sheet are pictures, not tables.
  const sheets = planWorkbook(document, { language }).sheets.filter((sheet) => !isPage(sheet))
  const options = { separator, byteOrderMark, yesNo: yesNo(language) }
  return sheets.map((sheet) => ({ name: sheet.name, extension: 'csv', content: sheetToCsv(sheet, options) }))
}
