import type { RawWorkbook } from '@core/workbook/raw-workbook'
import { checkRepeats } from './ods/check-repeats'
import { forgetLeftOut, isKept, isSheetPart } from './ooxml/keep-parts'
import { refuseDoctype } from './ooxml/refuse-doctype'
import type { SheetScan } from './ooxml/scan-sheet'
import { scanSheet } from './ooxml/scan-sheet'
import { sheetPartNames } from './ooxml/sheet-part-names'
import { toUtf8 } from './ooxml/to-utf8'
import { zipContents } from './ooxml/zip-contents'
import type { ReadContext } from './read-context'
import { Refusal, tooLarge, unsafe } from './refusal'
import type { ReadLimits } from './read-limits'
import { parseWorkbook } from './sheetjs/parse-workbook'
import { packParts } from './zip/pack-parts'
import { readZipDirectory } from './zip/read-zip-directory'
import type { Part } from './zip/unpack-parts'
import { unpackParts } from './zip/unpack-parts'

const longestPartList = 4 * 1024 * 1024

/** xlsx, xlsm, xlsb and ods: everything is verified before the parser sees a zip made of the verified parts alone. */
export const readZipWorkbook = (file: Buffer, context: ReadContext): RawWorkbook => {
  const { limits, fileName } = context
  const entries = readZipDirectory(file, limits)
  const mimetypes = unpackParts(file, entries.filter((entry) => entry.name === 'mimetype' && entry.size < 200), limits)
  const format = zipContents(entries, mimetypes[0]?.content.toString('latin1') ?? '')
  context.onProgress({ phase: 'unpacking', fraction: 0.05 })
  const parts = unpackParts(file, entries.filter((entry) => isKept(entry.name)), limits).map(toUtf8)
  parts.forEach(refuseDoctype)
  // A few kilobytes in every real workbook; ours and the parser's patterns are not made for more.
  if (parts.some((part) => isPartList(part.name) && part.content.length > longestPartList)) throw unsafe('[Content_Types].xml')
  const scans = format === 'ods' ? checkOds(parts, limits) : scanOoxml(parts, limits)
  context.onProgress({ phase: 'reading', fraction: 0.2 })
  const given = format === 'ods' ? withStyles(parts) : parts.map(withoutLeftOut)
  return parseWorkbook(packParts(given, 0), { fileName, limits, format, scans })
}

/** An ods may come without styles, but the parser insists on the part. */
const withStyles = (parts: readonly Part[]): readonly Part[] =>
  parts.some((part) => part.name === 'styles.xml')
    ? parts
    : [...parts, { name: 'styles.xml', content: Buffer.from('<office:document-styles/>') }]

const withoutLeftOut = (part: Part): Part =>
  isPartList(part.name) ? { name: part.name, content: forgetLeftOut(part.content) } : part

const isPartList = (name: string): boolean => /^\[Content_Types\]\.xml$/i.test(name)

const scanOoxml = (parts: readonly Part[], limits: ReadLimits): readonly (SheetScan | null)[] => {
  const scans = new Map<string, SheetScan>()
  let cells = 0
  for (const part of parts.filter(isSheetPart)) {
    const scan = scanSheet(part.content)
    scans.set(part.name.toLowerCase(), scan)
    cells += scan.cells
    // Blank formatted cells are counted too: the parser makes each of them before it can be told to be blank.
    if (cells > limits.cells * 2) throw tooLarge('cells', limits.cells)
  }
  return sheetPartNames(parts).map((name) => (name === null ? null : scans.get(name) ?? null))
}

const checkOds = (parts: readonly Part[], limits: ReadLimits): readonly (SheetScan | null)[] => {
  const manifest = parts.find((part) => part.name === 'META-INF/manifest.xml')
  if (manifest?.content.includes('encryption-data')) throw new Refusal({ type: 'password-protected' })
  const content = parts.find((part) => part.name === 'content.xml')
  if (content) checkRepeats(content.content.toString('utf8'), limits)
  return []
}
