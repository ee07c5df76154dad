import { SSF } from 'xlsx'
import { unsafe } from '../refusal'
import type { Part } from '../zip/unpack-parts'
import { xmlTags, type XmlTag } from './xml-tags'

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

/** Excel knows 65,490 of them; a number without a style is a plain number. */
const mostStyles = 65_536

/** Excel allows 255 characters. */
const longestCode = 1000

/** Styles of a real workbook are a few hundred kilobytes. */
const longestStyles = 16 * 1024 * 1024

const ownCode = (tag: XmlTag): string => (tag.attributes().get('formatCode') ?? '').slice(0, longestCode)

/** What the style numbers of cells make of numbers. */
export const readNumberFormats = (part: Part | undefined): readonly NumberFormat[] => {
  if (!part) return []
  if (part.content.length > longestStyles) throw unsafe(part.name)
  const codes = new Map<number, string>()
  const known = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let isInside = false
  for (const tag of xmlTags(part.content)) {
    if (formats.length > mostStyles) break
    if (tag.name === 'cellXfs') isInside = !tag.isEnd
    else if (tag.name === 'numFmt' && !tag.isEnd) codes.set(Number(tag.attributes().get('numFmtId')), ownCode(tag))
    else if (tag.name === 'xf' && !tag.isEnd && isInside) {
      const id = Number(tag.attributes().get('numFmtId') ?? 0)
      const format = known.get(id) ?? formatOf(codes.get(id) ?? builtIn.get(id))
      known.set(id, format)
      formats.push(format)
    }
  }
  return formats
}

const formatOf = (code: string | undefined): NumberFormat =>
  code === undefined ? general : { kind: numberKind(code), code }
