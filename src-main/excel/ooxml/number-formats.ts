import { SSF } from 'xlsx'
import { unsafe } from '../refusal'
import type { Part } from '../zip/unpack-parts'
import { readXmlText } from './read-xml-text'

export type NumberKind = 'number' | 'date' | 'time'
export type NumberFormat = { readonly kind: NumberKind; readonly code: string }

const general: NumberFormat = { kind: 'number', code: 'General' }

/** The formats that a workbook names without describing them and that show a day or a time. (ECMA-376 18.8.30) */
const builtIn: ReadonlyMap<number, string> = new Map([
  [14, 'm/d/yy'], [15, 'd-mmm-yy'], [16, 'd-mmm'], [17, 'mmm-yy'], [18, 'h:mm AM/PM'], [19, 'h:mm:ss AM/PM'], [20, 'h:mm'],
  [21, 'h:mm:ss'], [22, 'm/d/yy h:mm'], [45, 'mm:ss'], [46, '[h]:mm:ss'], [47, 'mmss.0'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, 'm/d/yy'] as const),
  ...[32, 33, 34, 35].map((id) => [id, 'h:mm:ss'] as const),
])

/** A time of day or a duration is no date: it is read as the text that is shown. */
export const numberKind = (format: unknown): NumberKind => {
  if (typeof format !== 'string' || !SSF.is_date(format)) return 'number'
  const codes = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, '')
  return /[yd]|mmm|e/i.test(codes.replace(/general/gi, '')) ? 'date' : 'time'
}

/** Styles of a real workbook are a few hundred kilobytes. */
const longestStyles = 16 * 1024 * 1024

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find((value) => value !== undefined) ?? null

const ownCodes = (xml: string): ReadonlyMap<number, string> => {
  const codes = new Map<number, string>()
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\s(?:[^>"']|"[^"]*"|'[^']*')*>/g)) {
    const code = Buffer.from(attribute(tag, 'formatCode') ?? '')
    codes.set(Number(attribute(tag, 'numFmtId')), readXmlText(code, 0, code.length))
  }
  return codes
}

/** What the style numbers of cells make of numbers. */
export const readNumberFormats = (part: Part | undefined): readonly NumberFormat[] => {
  if (!part) return []
  if (part.content.length > longestStyles) throw unsafe(part.name)
  const xml = part.content.toString('utf8')
  const codes = ownCodes(xml)
  const styles = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs\s*>/.exec(xml)?.[0] ?? ''
  const known = new Map<number, NumberFormat>()
  return [...styles.matchAll(/<(?:\w+:)?xf[\s/>](?:[^>"']|"[^"]*"|'[^']*')*/g)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    const code = codes.get(id) ?? builtIn.get(id)
    const format = known.get(id) ?? (code === undefined ? general : { kind: numberKind(code), code })
    known.set(id, format)
    return format
  })
}
