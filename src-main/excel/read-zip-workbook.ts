import type { RawWorkbook } from '@core/workbook/raw-workbook'
import { checkRepeats } from './ods/check-repeats'
import { hiddenSheets } from './ods/hidden-sheets'
import { forgetLeftOut, isKept } from './ooxml/keep-parts'
import { readOoxml } from './ooxml/read-ooxml'
import { refuseDoctype } from './ooxml/refuse-doctype'
import { toUtf8 } from './ooxml/to-utf8'
import { zipContents, type ZipContents } from './ooxml/zip-contents'
import type { ReadContext } from './read-context'
import { Refusal, unsafe } from './refusal'
import type { ReadLimits } from './read-limits'
import { parseWorkbook } from './sheetjs/parse-workbook'
import { packParts } from './zip/pack-parts'
import { readZipDirectory } from './zip/read-zip-directory'
import type { PackedPart, Part } from './zip/unpack-parts'
import { packedParts, unpackParts } from './zip/unpack-parts'

const longestPartList = 4 * 1024 * 1024

export type WorkbookZip = { readonly format: ZipContents; readonly parts: readonly PackedPart[] }

/** The parts of a workbook that hold its cells. Each is verified when it is unpacked, before anyone looks at it. Throws a Refusal. */
export const openZip = (file: Buffer, context: ReadContext): WorkbookZip => {
  const { limits } = context
  const entries = readZipDirectory(file, limits)
  const mimetypes = unpackParts(file, entries.filter((entry) => entry.name === 'mimetype' && entry.size < 200), limits)
  const format = zipContents(entries, mimetypes[0]?.content.toString('latin1') ?? '')
  const packed = packedParts(file, entries.filter((entry) => isKept(entry.name)), limits)
  const parts = packed.map(({ name, size, unpack, begin }): PackedPart =>
    ({ name, size, unpack: () => verified(unpack()), begin: (packedBytes) => verified(begin(packedBytes)) }))
  return { format, parts }
}

const verified = (part: Part): Part => {
  const readable = toUtf8(part)
  refuseDoctype(readable)
  return readable
}

/** xlsx, xlsm, xlsb and ods: everything is verified before it is understood. */
export const readZipWorkbook = (file: Buffer, context: ReadContext): RawWorkbook => {
  const zip = openZip(file, context)
  const isBinary = zip.parts.some((part) => /(^|\/)workbook\d*\.bin$/i.test(part.name))
  if (zip.format === 'ooxml' && !isBinary) {
    context.onProgress({ phase: 'reading', fraction: 0.05 })
    return readOoxml(zip.parts, context)
  }
  return readByParser(zip, context)
}

/** By SheetJS, out of a zip made of the verified parts alone. It reads xlsx as well, which our own reader is compared with. */
export const readByParser = (zip: WorkbookZip, context: ReadContext): RawWorkbook => {
  const { limits, fileName } = context
  const { format } = zip
  context.onProgress({ phase: 'unpacking', fraction: 0.05 })
  const parts = zip.parts.map((part) => part.unpack())
  // A few kilobytes in every real workbook.
  if (parts.some((part) => isPartList(part.name) && part.content.length > longestPartList)) throw unsafe('[Content_Types].xml')
  context.onProgress({ phase: 'reading', fraction: 0.2 })
  const hidden = format === 'ods' ? checkOds(parts, limits) : new Set<string>()
  const given = format === 'ods' ? withStyles(parts) : parts.map(withoutLeftOut)
  return parseWorkbook(packParts(given, 0), { fileName, limits, format, hidden })
}

/** An ods may come without styles, but the parser insists on the part. */
const withStyles = (parts: readonly Part[]): readonly Part[] =>
  parts.some((part) => part.name === 'styles.xml')
    ? parts
    : [...parts, { name: 'styles.xml', content: Buffer.from('<office:document-styles/>') }]

const withoutLeftOut = (part: Part): Part =>
  isPartList(part.name) ? { name: part.name, content: forgetLeftOut(part.content) } : part

const isPartList = (name: string): boolean => /^\[Content_Types\]\.xml$/i.test(name)

/** Throws a Refusal; the names of hidden sheets otherwise. */
const checkOds = (parts: readonly Part[], limits: ReadLimits): ReadonlySet<string> => {
  const manifest = parts.find((part) => part.name === 'META-INF/manifest.xml')
  if (manifest?.content.includes('encryption-data')) throw new Refusal({ type: 'password-protected' })
  const content = parts.find((part) => part.name === 'content.xml')?.content.toString('utf8') ?? ''
  checkRepeats(content, limits)
  return hiddenSheets(content)
}
