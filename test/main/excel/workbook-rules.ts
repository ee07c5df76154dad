import type { Part } from '@main/excel/zip/unpack-parts'
import { readLimits } from '@main/excel/read-limits'
import { readZipDirectory } from '@main/excel/zip/read-zip-directory'
import { unpackParts } from '@main/excel/zip/unpack-parts'

/** What Excel asks for and Microsoft's validator does not see (reference/excel.md). Each broken rule is a sentence. */

const longestName = 31
const longestText = 32_767
const longestList = 257

const all = (xml: string, pattern: RegExp): readonly string[] => [...xml.matchAll(pattern)].map((match) => match[1] ?? '')

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

const nameFaults = (workbook: string): readonly string[] => {
  const names = all(workbook, /<sheet name="([^"]*)"/g).map(unescaped)
  const folded = new Set(names.map((name) => name.toLowerCase()))
  const bad = names.filter((name) => name.length > longestName || /[[\]:*?/\\]/.test(name) || /^'|'$/.test(name) || name === '')
  const unquoted = all(workbook, /<definedName [^>]*>([^<]*)</g).filter((text) => !text.startsWith("'"))
  return [
    ...bad.map((name) => `the name ${name} is not legal`),
    ...(folded.size === names.length ? [] : ['two sheets have one name']),
    ...unquoted.map((text) => `${text} names a sheet without quotes`),
  ]
}

const sheetFaults = (name: string, xml: string, sheets: ReadonlySet<string>): readonly string[] => {
  const faults: string[] = []
  if (xml.includes('<f>') || xml.includes('<f ')) faults.push('a formula in a cell')
  if (/<v>(NaN|-?Infinity)<\/v>/.test(xml)) faults.push('a figure that is none')
  if (/t="(inlineStr|str|e)"/.test(xml)) faults.push('a text that is not shared')
  for (const list of all(xml, /type="list"[^>]*><formula1>([^<]*)</g)) {
    if (unescaped(list).length > longestList) faults.push(`a list of ${list.length} characters`)
  }
  for (const location of all(xml, /<hyperlink [^>]*location="([^"]*)"/g)) {
    const target = /^'(.*)'!A1$/.exec(unescaped(location))?.[1]?.replaceAll("''", "'")
    if (target === undefined || !sheets.has(target)) faults.push(`a link to ${location}, which is nowhere`)
  }
  if (/<hyperlink [^>]*r:id=/.test(xml)) faults.push('a link out of the workbook')
  const serials = all(xml, /<c r="[A-Z]+\d+" s="(?:7|8)"><v>([^<]*)</g).map(Number)
  if (serials.some((serial) => !(serial >= 61))) faults.push('a date before March 1900')
  const merges = all(xml, /<mergeCell ref="([^"]*)"/g)
  if (new Set(merges).size !== merges.length) faults.push('one area merged twice')
  const rows = all(xml, /<row r="(\d+)"/g).map(Number)
  if (rows.some((row, index) => index > 0 && row <= (rows[index - 1] ?? 0))) faults.push('rows that are not in order')
  return faults.map((fault) => `${name}: ${fault}`)
}

const textFaults = (strings: string): readonly string[] => {
  const long = all(strings, /<t[^>]*>([^<]*)<\/t>/g).filter((text) => unescaped(text).replace(/_x[0-9A-F]{4}_/g, '?').length > longestText)
  return [
    ...long.map((text) => `a text of ${text.length} characters`),
    ...(strings.includes('\ufffd') ? ['half a character'] : []),
  ]
}

const fontFaults = (styles: string): readonly string[] =>
  all(styles, /<font>(.*?)<\/font>/g).filter((font) => font !== '' && !font.includes('<name val=') && font.includes('<sz'))
    .map(() => 'a font without a name')

/** Everything that is wrong with the bytes of an .xlsx of ours. */
export const workbookFaults = (bytes: Uint8Array): readonly string[] => {
  const file = Buffer.from(bytes)
  const parts = unpackParts(file, readZipDirectory(file, readLimits), readLimits)
  const text = (part: Part | undefined): string => part?.content.toString('utf8') ?? ''
  const named = (name: string): string => text(parts.find((part) => part.name === name))
  const workbook = named('xl/workbook.xml')
  const sheets = new Set(all(workbook, /<sheet name="([^"]*)"/g).map(unescaped))
  return [
    ...nameFaults(workbook),
    ...parts.filter((part) => part.name.startsWith('xl/worksheets/')).flatMap((part) => sheetFaults(part.name, text(part), sheets)),
    ...textFaults(named('xl/sharedStrings.xml')),
    ...fontFaults(named('xl/styles.xml')),
  ]
}
