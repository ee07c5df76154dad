/**
 * How our workbooks look. Each style is named here once; its number is its place in `cellXfs`. Every font is named,
 * so that LibreOffice shows the same as Excel.
 */
export const styles = {
  general: 0, heading: 1, requiredHeading: 2, text: 3, quotedText: 4, integer: 5, decimal: 6, date: 7, moment: 8,
  yesNo: 9,
} as const
export type StyleName = keyof typeof styles

const colours = { ink: 'FF1F2933', paper: 'FFFFFFFF', petrol: 'FF2B5769', deepPetrol: 'FF1B3F4E', line: 'FF8FB3C1' }

const font = (colour: string, bold: boolean): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="11"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/></font>`

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`

const noBorder = '<border><left/><right/><top/><bottom/><diagonal/></border>'
const headingBorder =
  `<border><left/><right><color rgb="${colours.line}"/></right><top/>` +
  `<bottom style="medium"><color rgb="${colours.line}"/></bottom><diagonal/></border>`

type Look = { format?: number; font?: number; fill?: number; border?: number; align?: string; quoted?: boolean }

/** In the order of `styles`. 3 is `#,##0`, 4 `#,##0.00`, 49 text; 164 and 165 are ours. */
const looks: readonly Look[] = [
  {},
  { font: 1, fill: 2, border: 1, align: 'vertical="center" wrapText="1"' },
  { font: 1, fill: 3, border: 1, align: 'vertical="center" wrapText="1"' },
  { format: 49 },
  { format: 49, quoted: true },
  { format: 3 },
  { format: 4 },
  { format: 164, align: 'horizontal="center"' },
  { format: 165, align: 'horizontal="center"' },
  { format: 49, align: 'horizontal="center"' },
]

const cellFormat = ({ format = 0, font: fontId = 0, fill = 0, border = 0, align, quoted }: Look): string => {
  const attributes =
    `numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0"` +
    `${quoted ? ' quotePrefix="1"' : ''}${format ? ' applyNumberFormat="1"' : ''}${fontId ? ' applyFont="1"' : ''}` +
    `${fill ? ' applyFill="1"' : ''}${border ? ' applyBorder="1"' : ''}`
  return align ? `<xf ${attributes} applyAlignment="1"><alignment ${align}/></xf>` : `<xf ${attributes}/>`
}

const list = (name: string, members: readonly string[]): string =>
  `<${name} count="${members.length}">${members.join('')}</${name}>`

export const stylesXml = (): string =>
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  list('fonts', [font(colours.ink, false), font(colours.paper, true)]) +
  list('fills', [
    '<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>',
    solid(colours.petrol), solid(colours.deepPetrol),
  ]) +
  list('borders', [noBorder, headingBorder]) +
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
  list('cellXfs', looks.map(cellFormat)) +
  list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
  '</styleSheet>'

/** The tab of a sheet has the colour of its headings. */
export const tabColour = colours.petrol
