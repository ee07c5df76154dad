import { Refusal, damaged } from '../refusal'
import type { ZipEntry } from '../zip/zip-entry'

export type ZipContents = 'ooxml' | 'ods'

const has = (entries: readonly ZipEntry[], pattern: RegExp): boolean => entries.some((entry) => pattern.test(entry.name))

/** Which kind of spreadsheet a zip is; throws a Refusal that says what it is instead. `mimetype` is ''where absent. */
export const zipContents = (entries: readonly ZipEntry[], mimetype: string): ZipContents => {
  if (entries.length === 0) throw new Refusal({ type: 'not-a-workbook', looksLike: 'archive' })
  if (has(entries, /^\[Content_Types\]\.xml$/i)) return ooxmlContents(entries)
  if (/opendocument\.spreadsheet/.test(mimetype)) return odsContents(entries)
  if (/opendocument\.text/.test(mimetype)) throw new Refusal({ type: 'not-a-workbook', looksLike: 'document' })
  if (/opendocument\.presentation/.test(mimetype)) {
    throw new Refusal({ type: 'not-a-workbook', looksLike: 'presentation' })
  }
  if (has(entries, /^Index\/.*\.iwa$|^Index\.zip$/i)) {
    throw new Refusal({ type: 'unsupported-format', format: 'Apple Numbers' })
  }
  throw new Refusal({ type: 'not-a-workbook', looksLike: 'archive' })
}

const ooxmlContents = (entries: readonly ZipEntry[]): ZipContents => {
  if (has(entries, /(^|\/)workbook\d*\.(xml|bin)$/i)) return 'ooxml'
  if (has(entries, /^word\//i)) throw new Refusal({ type: 'not-a-workbook', looksLike: 'document' })
  if (has(entries, /^ppt\//i)) throw new Refusal({ type: 'not-a-workbook', looksLike: 'presentation' })
  if (has(entries, /^xl\//i)) throw damaged('xl/workbook.xml')
  throw new Refusal({ type: 'not-a-workbook', looksLike: 'archive' })
}

const odsContents = (entries: readonly ZipEntry[]): ZipContents => {
  if (!has(entries, /^content\.xml$/)) throw damaged('content.xml')
  return 'ods'
}
