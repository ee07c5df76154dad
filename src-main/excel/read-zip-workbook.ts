import type { RawWorkbook } from '@core/workbook/raw-workbook'
import { checkRepeats } from './ods/check-repeats'
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
import type { Part } from './zip/unpack-parts'
import { unpackParts } from './zip/unpack-parts'

const longestPartList = 4 * 1024 * 1024

export type VerifiedParts = { readonly format: ZipContents; readonly parts: readonly Part[] }

/** The parts of a workbook that hold its cells, unpacked and verified, and never more than the limits. Throws a Refusal. */
export const verifiedParts = (file: Buffer, context: ReadContext): VerifiedParts => {
  const { limits } = context
  const entries = readZipDirectory(file, limits)
  const mimetypes = unpackParts(file, entries.filter((entry) => entry.name === 'mimetype' && entry.size < 200), limits)
  const format = zipContents(entries, mimetypes[0]?.content.toString('latin1') ?? '')
  context.onProgress({ phase: 'unpacking', fraction: 0.05 })
  const parts = unpackParts(file, entries.filter((entry) => isKept(entry.name)), limits).map(toUtf8)
  parts.forEach(refuseDoctype)
  // A few kilobytes in every real workbook; the parser's patterns are not made for more.
  if (parts.some((part) => isPartList(part.name) && part.content.length > longestPartList)) throw unsafe('[Content_Types].xml')
  return { format, parts }
}

/** xlsx, xlsm, xlsb and ods: everything is verified before anything is understood. */
export const readZipWorkbook = (file: Buffer, context: ReadContext): RawWorkbook => {
  const verified = verifiedParts(file, context)
  context.onProgress({ phase: 'reading', fraction: 0.2 })
  const isBinary = verified.parts.some((part) => /(^|\/)workbook\d*\.bin$/i.test(part.name))
  return verified.format === 'ooxml' && !isBinary ? readOoxml(verified.parts, context) : readByParser(verified, context)
}

/** By SheetJS, out of a zip made of the verified parts alone. It reads xlsx as well, which our own reader is compared with. */
export const readByParser = ({ format, parts }: VerifiedParts, context: ReadContext): RawWorkbook => {
  const { limits, fileName } = context
  if (format === 'ods') checkOds(parts, limits)
  const given = format === 'ods' ? withStyles(parts) : parts.map(withoutLeftOut)
  return parseWorkbook(packParts(given, 0), { fileName, limits, format })
}

/** An ods may come without styles, but the parser insists on the part. */
const withStyles = (parts: readonly Part[]): readonly Part[] =>
  parts.some((part) => part.name === 'styles.xml')
    ? parts
    : [...parts, { name: 'styles.xml', content: Buffer.from('<office:document-styles/>') }]

const withoutLeftOut = (part: Part): Part =>
  isPartList(part.name) ? { name: part.name, content: forgetLeftOut(part.content) } : part

const isPartList = (name: string): boolean => /^\[Content_Types\]\.xml$/i.test(name)

const checkOds = (parts: readonly Part[], limits: ReadLimits): void => {
  const manifest = parts.find((part) => part.name === 'META-INF/manifest.xml')
  if (manifest?.content.includes('encryption-data')) throw new Refusal({ type: 'password-protected' })
  const content = parts.find((part) => part.name === 'content.xml')
  if (content) checkRepeats(content.content.toString('utf8'), limits)
}
