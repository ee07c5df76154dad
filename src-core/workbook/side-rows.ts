import { isEnvironment, isTrust, isWave } from './content/cell-looks'
import { cellText } from './cell-text'
import { fold } from './fold'
import type { RawCell, RawRow, RawSheet } from './raw-workbook'
import type { SheetLayout } from './recognise-sheet'
import { isTotalRow } from './total-row'
import { kindByWord } from './value-words'

/**
 * What stands between the rows of a list and is none of them. `total`: sums up others; `headings`: the headings again;
 * `section`: a title of the rows below it; `remark`: words about the list.
 */
export type SideRowType = 'total' | 'headings' | 'section' | 'remark'

/** What a title says of the rows below it, as they would say it themselves. */
export type SaidBySection = { readonly field: 'organisation' | 'kind' | 'environment' | 'wave'; readonly text: string }

export type SideRow = { readonly type: SideRowType; readonly says?: SaidBySection }

/** A list whose rows mostly hold fewer cells has rows of one cell that are as good as the others. */
const leastFilled = 3
/** Rows of a list that are looked at to see how many cells they hold. */
const sampled = 200
/** Fewer names than this show nothing of how the list writes names. */
const leastNames = 3

/** Fewer words, where a value belongs, are more likely one. */
const leastWords = 4

const hasContent = (cell: RawCell): boolean => cell !== null && (typeof cell !== 'string' || cell.trim() !== '')

/** `* Figures in 1000 kr`, `1) Not in use`, `Last updated 1.3.2026`, `Tall i 1000 kr`. */
const footnote = new RegExp(
  '^(?:[*†‡¹²³]|\\d\\)\\s|(?:note|notes|merk|nb|obs|kilde|källa|kilder|source|sources|sist (?:oppdatert|endret)|senast (?:uppdaterad|ändrad)|' +
  'sidst (?:opdateret|ændret)|last (?:updated|modified|changed)|oppdatert|uppdaterad|opdateret|updated|generated|generert|genererad|genereret|eksportert|' +
  'exported|utskrift|printed|tall i|tal i|belopp i|beløp i|figures in|amounts in|alle (?:beløp|tall|priser)|all (?:amounts|figures|prices)|side|page|' +
  'tegnforklaring|forklaring|legend|slutt på|slut på|end of)(?:$|[\\s:.]))', 'iu')

/** A sentence is no name. */
const isSentence = (text: string): boolean => {
  const words = text.split(/\s+/).length
  return words >= 12 || (words >= 5 && /[.!?]$/.test(text))
}

/** `Prepared by`, beside a name, below a list. */
const isAboutList = (text: string): boolean => aboutList.test(text)
const aboutList = new RegExp(
  '^(?:utarbeidet|laget|godkjent|oppdatert|sist oppdatert|skrevet|utarbetad|godkänd|uppdaterad|udarbejdet|godkendt|opdateret|prepared|approved|updated|written|created)(?: av| af| by)?$|' +
  '^(?:ansvarlig|ansvarig|kontaktperson(?:er)?|contact|author|forfatter|dato|datum|date|versjon|version|signatur|signature|oppsummering|sammanfattning|opsummering|summary):?$', 'iu')

/** A mere word is a name until more is said of the list. */
const isRemark = (text: string): boolean => (footnote.test(text) && /^[*†‡¹²³]|[:\d]/.test(text)) || isSentence(text)

const withoutColon = (text: string): string => text.replace(/\s*:$/, '')

/** `KLINISKE SYSTEMER`, and not `SAP ERP`. */
const isShouted = (text: string): boolean => /\p{Lu}{2}.*\s.*\p{Lu}{2}/u.test(text) && /\p{Lu}{6}/u.test(text) && text === text.toUpperCase()

/** The very name of a trust, and not one that has the word in it: `Helse Bergen`, `Haukeland universitetssjukehus`. */
const namesTrust = (text: string): boolean =>
  isTrust(text) && !/^(?:ikke|alle|andre|øvrige|all|other)\s/iu.test(text)
  && (/^(?:helse|region)\s+\p{Lu}\p{L}{3}/iu.test(text) && /^\S+\s+\p{Lu}/u.test(text) || /\S\s+(?:hf|rhf|nhs|trust|kommune|fylkeskommune|regionen)$/iu.test(text) || /\p{L}{3}.*(?:sykehus|sykehuset|sjukhus|sjukhuset|sygehus|sjukehus|hospital)$/iu.test(text))

const saidBySection = (text: string): SaidBySection | undefined => {
  const said = withoutColon(text)
  if (kindByWord.get(said) !== undefined) return { field: 'kind', text: said }
  if (isWave(said)) return { field: 'wave', text: said }
  if (isEnvironment(said)) return { field: 'environment', text: said }
  return namesTrust(said) && said.split(/\s+/).length <= 4 ? { field: 'organisation', text: said } : undefined
}

const isFigure = (field: string | null | undefined): boolean => ['cost', 'effort', 'users', 'count'].includes(field ?? '')

/** Tells the rows of one list from what stands between them. */
class SideRows {
  readonly #headings: readonly string[]
  readonly #keys: readonly number[]
  readonly #repeatedKeys: boolean
  readonly #isFull: boolean
  readonly #namesAreShouted: boolean

  constructor(readonly layout: SheetLayout, below: readonly RawRow[]) {
    const { role, columns } = layout
    this.#headings = columns.map(({ heading }) => heading)
    const keys = columns.filter(({ field }) => (role === 'items' ? field === 'id' || field === 'name' : field === 'from' || field === 'to'))
    this.#keys = keys.map(({ column }) => column)
    this.#repeatedKeys = keys.some(({ repeats }) => repeats === true)
    const sample = below.slice(0, sampled)
    const counts = sample.map(({ cells }) => cells.filter(hasContent).length)
    const [lone, full] = [counts.filter((count) => count === 1).length, counts.filter((count) => count >= leastFilled).length]
    this.#isFull = full * 2 > sample.length - lone && lone <= full * 2
    const names = sample.flatMap(({ cells }) => (cells.filter(hasContent).length > 1 ? this.#keys.map((key) => cellText(cells[key])) : [])).filter((name) => /\s/.test(name))
    this.#namesAreShouted = names.length >= leastNames && names.filter(isShouted).length * 5 > names.length
  }

  /** What the row is beside the list; null for a row of the list. `isApart`: it stands below an empty row. */
  of(row: RawRow, isApart = false): SideRow | null {
    const filled = this.#filledOf(row)
    const first = cellText(row.cells[filled[0] ?? 0])
    if (isApart && isAboutList(first) && row.cells.filter(hasContent).length <= 2) return { type: 'remark' }
    if (filled.length > 1 && this.#isHeadings(row, filled)) return { type: 'headings' }
    // Without a column that says which rows are meant, one row is as good as another.
    if (this.#keys.length === 0) return null
    if (filled.length === 1) return this.#lone(row, filled[0] ?? 0)
    return this.layout.role === 'items' && !this.#isIdentified(row) && !this.#saysKind(row) && isTotalRow(row) ? { type: 'total' } : null
  }

  /** With an id and a name, it is an item, whatever these are. */
  #isIdentified({ cells }: RawRow): boolean {
    return this.#keys.length > 1 && this.#keys.every((key) => hasContent(cells[key] ?? null))
  }

  /** A sum is of no kind and from no supplier. */
  #saysKind({ cells }: RawRow): boolean {
    return this.layout.columns.some(({ field, column }) => (field === 'kind' || field === 'supplier') && hasContent(cells[column] ?? null))
  }

  /** Whether a row of the list holds nothing but its name, where the others say more. */
  isBare(row: RawRow): boolean {
    return this.#isFull && this.layout.role === 'items' && row.cells.filter(hasContent).length === 1
  }

  /** The columns of its cells; of more than two only those, as most rows of a list have more. */
  #filledOf({ cells }: RawRow): readonly number[] {
    const filled: number[] = []
    for (let column = 0; column < cells.length && filled.length < 2; column += 1) if (hasContent(cells[column] ?? null)) filled.push(column)
    return filled
  }

  #isHeadings({ cells }: RawRow, [first = 0, second = 0]: readonly number[]): boolean {
    // Most rows differ from the headings in the first cell that they hold, and folding takes a moment.
    const same = (column: number): boolean => {
      const [text, heading] = [cellText(cells[column]), this.#headings[column] ?? '']
      return text !== '' && (text === heading || (text.length < 60 && heading !== '' && fold(text) === fold(heading)))
    }
    return same(first) && same(second) && cells.every((cell, column) => !hasContent(cell) || same(column))
  }

  /** A row of one cell. */
  #lone(row: RawRow, column: number): SideRow | null {
    const cell = row.cells[column] ?? null
    const text = cellText(cell)
    const { field, repeats } = this.layout.columns[column] ?? {}
    const isKey = this.#keys.includes(column)
    if (isTotalRow(row)) return { type: 'total' }
    if (this.layout.columns.length < 2) return null
    if (typeof cell === 'string' && isRemark(text)) return { type: 'remark' }
    if (!isKey && repeats === true) return { type: 'section' }
    if (this.#isSection(cell, column)) return { type: 'section', ...this.#says(text) }
    if (isKey || this.#repeatedKeys || this.layout.role !== 'items') return null
    if (typeof cell === 'number' && isFigure(field)) return { type: 'total' }
    const isWords = typeof cell === 'string' && cell.trim().split(/\s+/).length >= leastWords
    return isWords || field === undefined || field === null || field === 'notes' ? { type: 'remark' } : null
  }

  /** Titles stand on the left, where names do, and look like none of these. */
  #isSection(cell: RawCell, column: number): boolean {
    if (typeof cell !== 'string' || column > Math.min(...this.#keys)) return false
    const text = cell.trim()
    if (!/\p{L}/u.test(text) || text.length > 80) return false
    if (/:$/.test(text)) return true
    const said = saidBySection(text)
    // On a sheet of one kind, the name of a kind is a name like others, and `dev` is one of a server.
    const { kind } = this.layout
    const isSaid = said !== undefined && !(said.field === 'kind' && kind !== null) && !(said.field === 'environment' && kind === 'server')
    return this.#isFull && (isSaid || (isShouted(text) && !this.#namesAreShouted))
  }

  #says(text: string): Pick<SideRow, 'says'> {
    const says = saidBySection(text)
    return says && this.layout.role === 'items' && !this.layout.columns.some(({ field }) => field === says.field) ? { says } : {}
  }
}

/**
 * What stands between the rows of one list. `byNumber`: by its number, what each row below the headings is that is none of it.
 * `isBare`: a row that holds a name and nothing else, where others say more. `isApart`: one of the few below an empty row at the end.
 * `before`: what stands above the headings, and in the name of the sheet, and says the same of all rows down to the next title.
 */
export type SideRowsOfTable = {
  readonly byNumber: ReadonlyMap<number, SideRow>
  readonly isBare: (row: RawRow) => boolean
  readonly isApart: (row: RawRow) => boolean
  readonly before: readonly SaidBySection[]
}

const noSides: SideRowsOfTable = { byNumber: new Map(), isBare: () => false, isApart: () => false, before: [] }

/** More rows below an empty row are a part of the list. */
const mostApart = 5

/** From which row on a few stand apart from the list above them; null where none do, or empty rows are common. */
const apartFrom = (below: readonly RawRow[]): number | null => {
  const starts = below.filter((row, index) => index > 0 && row.number > (below[index - 1]?.number ?? 0) + 1).map(({ number }) => number)
  const last = starts.at(-1)
  if (last === undefined || starts.length > 2) return null
  const count = below.filter(({ number }) => number >= last).length
  return count <= mostApart && count * 3 <= below.length ? last : null
}

/** What a title above the headings says, where titles between the rows say the same sort of thing. */
const saidAbove = (sheet: RawSheet, { headerIndex }: SheetLayout, sides: Iterable<SideRow>): readonly SaidBySection[] => {
  const fields = new Set([...sides].flatMap(({ says }) => says?.field ?? []))
  const titles = sheet.rows.slice(0, headerIndex).filter(({ cells }) => cells.filter(hasContent).length === 1)
  const said = titles.flatMap(({ cells }) => saidBySection(cellText(cells.find(hasContent))) ?? [])
  return said.filter(({ field }) => fields.has(field)).slice(-1)
}

/** A sheet for each trust bears its name; `Test` is as likely a trial of the workbook as an environment. */
const saidByName = ({ name, partOf }: RawSheet, { role, columns }: SheetLayout): readonly SaidBySection[] => {
  const said = role === 'items' ? saidBySection(partOf ?? name) : undefined
  return said?.field === 'organisation' && !columns.some(({ field }) => field === said.field) ? [said] : []
}

/** Of lists that people keep: programs write the rows alone. */
export const sideRowsOf = (sheet: RawSheet, layout: SheetLayout): SideRowsOfTable => {
  if (layout.preset?.source !== undefined) return noSides
  const below = sheet.rows.slice(layout.headerIndex + 1)
  const sides = new SideRows(layout, below)
  const apart = apartFrom(below)
  const isApart = ({ number }: RawRow): boolean => apart !== null && number >= apart
  const byNumber = new Map<number, SideRow>()
  for (const row of below) {
    const side = sheet.writtenIn?.has(row.number) ? null : sides.of(row, isApart(row))
    if (side) byNumber.set(row.number, side)
  }
  const before = [...saidByName(sheet, layout), ...saidAbove(sheet, layout, byNumber.values())]
  return { byNumber, isBare: (row) => sides.isBare(row), isApart, before }
}
