import type { CellLook } from '@core/workbook/workbook-model'
import { waveTints } from '@core/workbook/plan-workbook/wave-tints'

/**
 * How our workbooks look. Each style is named here once; its number is its place in `cellXfs`. Every font is named,
 * and is one that LibreOffice has a twin of, so that both show the same.
 */
type TableStyle =
  | 'general' | 'heading' | 'requiredHeading' | 'text' | 'quotedText' | 'integer' | 'decimal' | 'date' | 'moment' | 'yesNo'
  | 'wrapped' | 'inputHeading' | 'inputText' | 'inputQuoted' | 'inputDecimal' | 'inputInteger' | 'inputDate'
export type StyleName = TableStyle | CellLook

const colours = {
  ink: '1F2933', quiet: '5B6773', paper: 'FFFFFF', petrol: '2B5769', deepPetrol: '1B3F4E', line: '8FB3C1', pale: 'EEF4F6',
  rule: 'D5DDE2', hard: 'B3182A', hardPale: 'FDEBED', warning: '8A5200', warningPale: 'FFF3DC', input: 'FFF9E3',
  inputLine: 'D9C37A', amber: '8A6D00',
}

type Font = { readonly size?: number; readonly ink?: string; readonly bold?: true; readonly italic?: true; readonly underlined?: true }
type Line = readonly [style: 'thin' | 'medium' | 'thick' | 'hair', colour: string]
type Border = { readonly left?: Line; readonly right?: Line; readonly top?: Line; readonly bottom?: Line }
type Look = {
  readonly format?: number
  readonly font?: Font
  readonly fill?: string
  readonly hatch?: string
  readonly border?: Border
  readonly align?: string
  readonly quoted?: true
  readonly unlocked?: true
}

const centre = 'horizontal="center" vertical="center"'
const middle = 'vertical="center"'
const indented = 'horizontal="left" vertical="center" indent="1"'
const figure = 'horizontal="right" vertical="top" indent="1"'
const below: Border = { bottom: ['hair', colours.line] }
const headingBorder: Border = { right: ['thin', colours.line], bottom: ['medium', colours.line] }
const heading: Look = { font: { ink: colours.paper, bold: true }, fill: colours.petrol, border: headingBorder, align: 'vertical="center" wrapText="1"' }
const box: Border = {
  left: ['thin', colours.inputLine], right: ['thin', colours.inputLine], top: ['thin', colours.inputLine], bottom: ['thin', colours.inputLine],
}
const input: Look = { fill: colours.input, border: box, unlocked: true }
const small: Look = { border: below, align: indented }
const gap: Border = { left: ['thick', colours.paper], right: ['thick', colours.paper] }

const tableLooks: Readonly<Record<TableStyle, Look>> = {
  general: { align: 'vertical="top"' },
  heading,
  requiredHeading: { ...heading, fill: colours.deepPetrol },
  text: { format: 49, align: 'vertical="top"' },
  quotedText: { format: 49, quoted: true, align: 'vertical="top"' },
  integer: { format: 3, align: figure },
  decimal: { format: 4, align: figure },
  date: { format: 164, align: 'horizontal="center" vertical="top"' },
  moment: { format: 165, align: 'horizontal="center" vertical="top"' },
  yesNo: { format: 49, align: 'horizontal="center" vertical="top"' },
  wrapped: { format: 49, align: 'vertical="top" wrapText="1"' },
  inputHeading: { ...heading, fill: colours.amber },
  inputText: { ...input, format: 49, align: 'vertical="top" wrapText="1"' },
  inputQuoted: { ...input, format: 49, quoted: true, align: 'vertical="top" wrapText="1"' },
  inputDecimal: { ...input, format: 4 },
  inputInteger: { ...input, format: 3 },
  inputDate: { ...input, format: 164, align: 'horizontal="center"' },
}

type NamedLook = Exclude<CellLook, `wave${number}` | `light${number}`>

/** 3 is `#,##0`, 9 `0%`, 49 text; from 164 on they are ours. */
const cellLooks: Readonly<Record<NamedLook, Look>> = {
  brand: { font: { ink: colours.paper, bold: true, size: 11 }, fill: colours.petrol, align: indented },
  title: { font: { size: 24, bold: true, ink: colours.deepPetrol }, align: middle },
  subtitle: { font: { size: 12, ink: colours.quiet }, align: `${middle} wrapText="1"` },
  detail: { font: { size: 12, ink: colours.quiet }, align: middle },
  note: { font: { size: 9, italic: true, ink: colours.quiet }, align: middle },
  section: { font: { size: 13, bold: true, ink: colours.petrol }, border: { bottom: ['medium', colours.petrol] }, align: middle },
  tileFigure: { font: { size: 20, bold: true, ink: colours.deepPetrol }, fill: colours.pale, align: centre, border: gap, format: 3 },
  tileHard: { font: { size: 20, bold: true, ink: colours.hard }, fill: colours.hardPale, align: centre, border: gap, format: 3 },
  tileWarning: { font: { size: 20, bold: true, ink: colours.warning }, fill: colours.warningPale, align: centre, border: gap, format: 3 },
  tileLabel: { font: { size: 9, ink: colours.quiet }, fill: colours.pale, border: gap, align: 'horizontal="center" vertical="top" wrapText="1"' },
  tile: { fill: colours.pale },
  small: { ...small, format: 49 },
  smallHeading: { font: { size: 8, bold: true, ink: colours.quiet }, border: { bottom: ['thin', colours.line] }, align: indented },
  smallHeadingRight: { font: { size: 8, bold: true, ink: colours.quiet }, border: { bottom: ['thin', colours.line] }, align: `horizontal="right" ${middle}` },
  strong: { font: { bold: true }, border: below, align: indented },
  smallInteger: { ...small, format: 3, align: middle },
  smallDecimal: { ...small, format: 166, align: middle },
  smallDate: { ...small, format: 167, align: indented },
  smallShare: { ...small, format: 9, align: `horizontal="right" ${middle}` },
  link: { font: { ink: '0B5CAD', underlined: true }, align: middle },
  hard: { font: { bold: true, ink: colours.hard }, fill: colours.hardPale, align: centre },
  warning: { font: { ink: colours.warning }, fill: colours.warningPale, align: centre },
  hatched: { hatch: '8C96A0', fill: 'F1F3F5' },
  periodGroup: { font: { size: 9, bold: true, ink: colours.paper }, fill: colours.petrol, border: { left: ['thin', colours.line] }, align: `horizontal="left" ${middle}` },
  day: { font: { size: 8, ink: colours.paper }, fill: colours.petrol, align: centre, format: 168 },
  month: { font: { size: 8, ink: colours.paper }, fill: colours.petrol, align: centre, format: 169 },
  quiet: { font: { size: 9, ink: colours.quiet }, align: indented },
  marker: { format: 170 },
  input: { ...input, font: { size: 9 }, align: centre },
  waveNone: { font: { bold: true, ink: colours.paper }, fill: '77818C', align: centre },
}

const waveLooks: readonly (readonly [string, Look])[] = waveTints.flatMap(({ full, light, ink }, index) => [
  [`wave${index + 1}`, { font: { bold: true, ink: colours.paper }, fill: full, align: centre }],
  [`light${index + 1}`, { font: { ink }, fill: light, align: indented }],
] as const)

const looks: readonly (readonly [string, Look])[] = [
  ...Object.entries(tableLooks), ...Object.entries(cellLooks), ...waveLooks,
]

/** The number of each style. */
export const styles = Object.fromEntries(looks.map(([name], index) => [name, index])) as Readonly<Record<StyleName, number>>

const rgb = (colour: string): string => `rgb="FF${colour}"`

const fontXml = ({ size = 10, ink = colours.ink, bold, italic, underlined }: Font): string =>
  `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underlined ? '<u/>' : ''}<sz val="${size}"/><color ${rgb(ink)}/>` +
  '<name val="Arial"/><family val="2"/></font>'

const fillXml = ({ fill, hatch }: Look): string => {
  if (hatch) return `<fill><patternFill patternType="lightUp"><fgColor ${rgb(hatch)}/><bgColor ${rgb(fill ?? colours.paper)}/></patternFill></fill>`
  if (!fill) return '<fill><patternFill patternType="none"/></fill>'
  return `<fill><patternFill patternType="solid"><fgColor ${rgb(fill)}/><bgColor indexed="64"/></patternFill></fill>`
}

const borderXml = (border: Border): string => {
  const side = (name: keyof Border): string => {
    const line = border[name]
    return line ? `<${name} style="${line[0]}"><color ${rgb(line[1])}/></${name}>` : `<${name}/>`
  }
  return `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`
}

/** Parts of styles that several share stand in the file once, in the order in which they are first needed. */
class Parts {
  readonly #numbers = new Map<string, number>()

  constructor(...first: readonly string[]) {
    for (const part of first) this.number(part)
  }

  number(xml: string): number {
    const known = this.#numbers.get(xml)
    if (known !== undefined) return known
    this.#numbers.set(xml, this.#numbers.size)
    return this.#numbers.size - 1
  }

  xml(name: string): string {
    return list(name, [...this.#numbers.keys()])
  }
}

const list = (name: string, members: readonly string[]): string =>
  members.length === 0 ? '' : `<${name} count="${members.length}">${members.join('')}</${name}>`

type AllParts = { readonly fonts: Parts; readonly fills: Parts; readonly borders: Parts }

const cellFormat = (look: Look, { fonts, fills, borders }: AllParts): string => {
  const { format = 0, align, quoted, unlocked } = look
  const font = fonts.number(fontXml(look.font ?? {}))
  const fill = fills.number(fillXml(look))
  const border = borders.number(borderXml(look.border ?? {}))
  const attributes =
    `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"` +
    `${quoted ? ' quotePrefix="1"' : ''}${format ? ' applyNumberFormat="1"' : ''}${font ? ' applyFont="1"' : ''}` +
    `${fill ? ' applyFill="1"' : ''}${border ? ' applyBorder="1"' : ''}${align ? ' applyAlignment="1"' : ''}` +
    `${unlocked ? ' applyProtection="1"' : ''}`
  const inner = `${align ? `<alignment ${align}/>` : ''}${unlocked ? '<protection locked="0"/>' : ''}`
  return inner ? `<xf ${attributes}>${inner}</xf>` : `<xf ${attributes}/>`
}

const numberFormats = [
  'yyyy\\-mm\\-dd', 'yyyy\\-mm\\-dd\\ hh:mm:ss', '#,##0.##', 'd\\ mmm\\ yyyy', 'd', 'mmm', ';;;',
]

/** `overlays`: the `dxf` elements that conditional formats refer to by their place. */
export const stylesXml = (overlays: readonly string[] = []): string => {
  const parts: AllParts = {
    fonts: new Parts(fontXml({})),
    fills: new Parts(fillXml({}), '<fill><patternFill patternType="gray125"/></fill>'),
    borders: new Parts(borderXml({})),
  }
  const formats = looks.map(([, look]) => cellFormat(look, parts))
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    list('numFmts', numberFormats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)) +
    parts.fonts.xml('fonts') + parts.fills.xml('fills') + parts.borders.xml('borders') +
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    list('cellXfs', formats) +
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
    list('dxfs', overlays) +
    '</styleSheet>'
  )
}

/** The tab of a sheet has the colour of its headings. */
export const tabColour = `FF${colours.petrol}`
