import { basename, extname } from 'node:path'
import type { FileReference } from '../contract/host-api'

export const workbookExtensions = ['xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'csv', 'tsv', 'txt'] as const
export const planExtension = 'waveplan'

/** A path as pages see it; what kind it is goes by its ending alone, the reader looks at the contents. */
export const fileReferenceOf = (path: string): FileReference => {
  const extension = extname(path).slice(1).toLowerCase()
  const isWorkbook = (workbookExtensions as readonly string[]).includes(extension)
  return { path, name: basename(path), kind: extension === planExtension ? 'plan' : isWorkbook ? 'workbook' : 'other' }
}

/** `suggested` as a file name: without what some file system forbids, and never empty. */
export const safeFileName = (suggested: string, extension: string): string => {
  const cleaned = [...suggested]
    .map((character) => (/[<>:"/\\|?*]/.test(character) || character < ' ' ? '-' : character))
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 100)
  return `${cleaned || 'plan'}.${extension}`
}

/** The path with the ending, where a person typed none. */
export const withExtension = (path: string, extension: string): string =>
  extname(path).toLowerCase() === `.${extension}` ? path : `${path}.${extension}`
