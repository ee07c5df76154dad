import type { ExtraField, IsoDate } from '../estate/item'
import { asWritten } from './as-written'
import { cellText, keptValue } from './cell-text'
import { currencyOfColumn, isSameCurrency, orderOfColumn, signOfColumn, type OrderEvidence } from './column-evidence'
import { inUnitOf, isMoney, type InUnit } from './field-units'
import { BlockFiller } from './fill-down'
import type { FindingLog } from './finding-log'
import type { FindingType } from './finding'
import { fold, type FoldedMap } from './fold'
import { RecordFilter } from './record-filter'
import { matrixTable, type MatrixTable } from './matrix-table'
import { placesOf, propertyTable, type PropertyTable } from './property-rows'
import { dateOrderOf, goesBothWays, isFarDate, isPlaceholderDate, monthFirst, readDate, type DateReading } from './read-date'
import { currencyOf, readQuantity, type QuantityReading, type SignEvidence } from './read-number'
import { columnName, type RawCell, type RawRow, type RawSheet } from './raw-workbook'
import type { SheetLayout } from './recognise-sheet'
import { sideRowsOf, type SideRow, type SideRowsOfTable, type SideRowType } from './side-rows'

/** The layout of a sheet, arranged for reading many rows. */
export class TableColumns {
  readonly columnByField = new Map<string, number>()
  /** The same, where a person sees it in the workbook. */
  readonly placeByField: ReadonlyMap<string, number>
  /** Further columns of a field, for rows where the one before is blank; only presets have them. */
  readonly othersByField = new Map<string, readonly number[]>()
  /** What a preset's words and constants make of cells. */
  readonly #wordsByColumn = new Map<number, ReadonlyMap<string, string>>()
  readonly headings: readonly string[]
  readonly extraColumns: readonly number[]
  readonly records: RecordFilter

  readonly sheet: RawSheet
  readonly layout: SheetLayout
  /** Set where each row names one property of an item. */
  readonly properties: PropertyTable | null
  /** Set where marks say who depends on whom. */
  readonly matrix: MatrixTable | null

  /** `written`: the sheet as it is in the workbook. */
  constructor(readonly written: RawSheet, found: SheetLayout) {
    const properties = propertyTable(written, found)
    const matrix = matrixTable(written, found)
    const { sheet, layout } = properties ?? matrix ?? { sheet: written, layout: found }
    this.sheet = sheet
    this.layout = layout
    this.records = new RecordFilter(layout)
    const widest = sheet.rows.reduce((width, row) => Math.max(width, row.cells.length), 0)
    const headings: string[] = []
    const extra: number[] = []
    for (let column = 0; column < widest; column += 1) {
      const known = layout.columns[column]
      headings.push(known && known.heading !== '' ? known.heading : `Column ${columnName(column)}`)
      if (known?.field) this.#addField(known.field, column)
      else if (column !== properties?.keyColumn && column !== properties?.valueColumn) extra.push(column)
    }
    this.headings = headings
    this.extraColumns = extra
    for (const { heading, words } of layout.preset?.columns ?? []) {
      const column = layout.columns.find((one) => heading.includes(fold(one.heading)))
      if (words && column) this.#wordsByColumn.set(column.column, words)
    }
    this.properties = properties
    this.matrix = matrix
    // A mark stands in another column on every row.
    const seen = matrix ? new Map([...this.columnByField].filter(([, column]) => column < matrix.from)) : this.columnByField
    this.placeByField = properties ? placesOf(properties, this.columnByField) : seen
  }

  #addField(field: string, column: number): void {
    if (this.columnByField.has(field)) this.othersByField.set(field, [...(this.othersByField.get(field) ?? []), column])
    else this.columnByField.set(field, column)
  }

  /** The cell as our own words would say it. */
  translated(column: number, cell: RawCell): RawCell {
    const words = this.#wordsByColumn.get(column)
    return words && cell !== null ? (words.get(fold(cellText(cell))) ?? cell) : cell
  }

  /** Which of the fields stand left of a column, where each of both is said once for the block below it. */
  outerFields<Field extends string>(column: number, fields: readonly Field[]): readonly Field[] {
    const { columns } = this.layout
    if (columns[column]?.repeats !== true) return []
    return fields.filter((field) => columns.some((one) => one.field === field && one.column < column && one.repeats === true))
  }

  #sides: SideRowsOfTable | null = null

  /** What stands between the rows of the list. */
  get sides(): SideRowsOfTable {
    return (this.#sides ??= sideRowsOf(this.sheet, this.layout))
  }

  readonly #signs = new Map<string, SignEvidence | null>()
  readonly #orders = new Map<string, OrderEvidence>()
  readonly #currencies = new Map<string, string>()

  /** How the numbers in this column are written. This and the two below are looked for when first asked: most columns never are. */
  signOf(field: string): SignEvidence | null {
    return once(this.#signs, field, () => signOfColumn(this.#cellsOf(field)))
  }

  /** Whether day or month comes first in this column. */
  orderOf(field: string): OrderEvidence {
    return once(this.#orders, field, () => orderOfColumn(this.#cellsOf(field)))
  }

  /** The currency of the column, where this is another one; null otherwise. Empty where most of it names none. */
  otherCurrency(field: string, currency: string): string | null {
    const own = once(this.#currencies, field, () => currencyOfColumn(this.#cellsOf(field), this.heading(field)))
    return isSameCurrency(own, currency) ? null : own
  }

  #cellsOf(field: string): readonly RawCell[] {
    const column = this.columnByField.get(field) ?? -1
    return this.sheet.rows.slice(this.layout.headerIndex + 1).map((row) => row.cells[column] ?? null)
  }

  readonly #toldOf = new Set<string>()

  /** Whether this is the first time that somebody asks: what concerns a whole column is said once. */
  isFirst(what: string): boolean {
    const isNew = !this.#toldOf.has(what)
    this.#toldOf.add(what)
    return isNew
  }

  heading(field: string): string {
    return this.headings[this.columnByField.get(field) ?? -1] ?? field
  }

  /** Where the heading of a field stands: the place of what concerns its whole column. */
  headingPlace(field: string): { readonly sheet: string; readonly row?: number; readonly column?: number } {
    const row = this.written.rows[this.layout.headerIndex]?.number
    const column = this.placeByField.get(field)
    return { sheet: this.sheet.name, ...(row !== undefined && { row }), ...(column !== undefined && { column }) }
  }

  /** The different texts under a field, as our own words would say them, with how many cells hold each. Goes through its columns: ask once. */
  textsOf(field: string): ReadonlyMap<string, number> {
    const countByText = new Map<string, number>()
    for (const column of [this.columnByField.get(field) ?? -1, ...(this.othersByField.get(field) ?? [])]) {
      for (let index = this.layout.headerIndex + 1; index < this.sheet.rows.length; index += 1) {
        const text = cellText(this.translated(column, this.sheet.rows[index]?.cells[column] ?? null))
        if (text !== '') countByText.set(text, (countByText.get(text) ?? 0) + 1)
      }
    }
    return countByText
  }
}

const once = <Value>(known: Map<string, Value>, key: string, make: () => Value): Value => {
  if (!known.has(key)) known.set(key, make())
  return known.get(key) as Value
}

/** One row, asked field by field. What cannot be read becomes a finding and an extra field; nothing is lost. */
export class RowReader {
  readonly #unread: ExtraField[] = []

  /** `written`: the row as the sheet has it, where `row` was filled from the one above. `said`: what titles above it say, by field. */
  constructor(
    readonly table: TableColumns, readonly row: RawRow, readonly log: FindingLog, readonly written: RawRow = row, readonly said: ReadonlyMap<string, string> = new Map(),
  ) {}

  cell(field: string): RawCell {
    const column = this.table.columnByField.get(field)
    const cell = column === undefined ? null : this.table.translated(column, this.row.cells[column] ?? null)
    return cellText(cell) === '' ? (this.#elsewhere(field) ?? cell) : cell
  }

  /** In another column of the same field, or what a preset says of every row. */
  #elsewhere(field: string): RawCell {
    for (const column of this.table.othersByField.get(field) ?? []) {
      const cell = this.table.translated(column, this.row.cells[column] ?? null)
      if (cellText(cell) !== '') return cell
    }
    const { layout } = this.table
    const said = this.said.get(field)
    if (said !== undefined) return said
    return layout.preset?.always?.[field] ?? (field === 'type' ? layout.type : undefined) ?? null
  }

  text(field: string): string | undefined {
    const text = cellText(this.cell(field))
    return text === '' ? undefined : text
  }

  /** What is in doubt by itself is read as the rest of its column is. */
  #number(field: string, cell: RawCell, whole: boolean): QuantityReading | null {
    const context = { whole, money: isMoney(field) }
    const reading = readQuantity(cell, context)
    const column = reading?.doubt ? this.table.signOf(field) : null
    return column ? readQuantity(cell, { ...context, column }) : reading
  }

  /** In the unit of the field, and not below `least`. */
  number(field: string, { whole = false, least = -Infinity }: { whole?: boolean; least?: number } = {}): number | undefined {
    const cell = this.cell(field)
    const text = cellText(cell)
    if (text === '') return undefined
    const reading = this.#number(field, cell, whole)
    const inUnit = reading && inUnitOf(field, reading, this.table.heading(field))
    if (!reading || !inUnit || inUnit.value < least) {
      this.unread(field, reading && !inUnit ? 'other-unit' : 'unreadable-number')
      return undefined
    }
    if (reading.doubt) this.found(reading.doubt, field, { text, value: inUnit.value })
    if (inUnit.value < 0) this.found('negative-number', field, { text })
    this.#tellUnit(field, text, inUnit)
    this.#checkCurrency(field, cell)
    return inUnit.value
  }

  #tellUnit(field: string, text: string, { value, assumed }: InUnit): void {
    if (assumed === 'cell') this.found('converted-number', field, { text, value })
    if (assumed !== 'heading' || !this.table.isFirst(`unit ${field}`)) return
    const isDays = isMoney(field) ? 0 : 1
    this.log.add('column-unit', this.table.headingPlace(field), { heading: this.table.heading(field), text, value, isDays })
  }

  #checkCurrency(field: string, cell: RawCell): void {
    const currency = isMoney(field) ? currencyOf(cell) : null
    const first = currency === null ? null : this.table.otherCurrency(field, currency)
    if (first !== null) this.found('other-currency', field, { text: cellText(cell), currency: first })
  }

  #date(field: string, cell: RawCell, edge: 'start' | 'end'): DateReading | null {
    const reading = readDate(cell, edge)
    if (typeof cell !== 'string' || !reading || reading.doubt === 'year-only') return reading
    const isOpen = goesBothWays(cell)
    if (!isOpen && dateOrderOf(cell) === null) return reading
    const { order, isSure, hasMonthFirst, isSwapped } = this.table.orderOf(field)
    if (isSwapped && this.table.isFirst(`swapped ${field}`)) this.log.add('swapped-dates', this.table.headingPlace(field), { heading: this.table.heading(field) })
    if (!isOpen || reading.doubt === 'year-first' || (!reading.doubt && !hasMonthFirst)) return reading
    const isDayFirst = order === 'day-first'
    const date = isDayFirst ? reading.date : monthFirst(reading.date)
    return isSure ? { date } : { date, doubt: isDayFirst ? 'ambiguous-date' : 'month-first' }
  }

  /** `near`: programs write dates without a meaning here, and people mistype years. */
  date(field: string, edge: 'start' | 'end', { near = false } = {}): IsoDate | undefined {
    const cell = this.cell(field)
    const text = cellText(cell)
    if (text === '') return undefined
    const reading = this.#date(field, cell, edge)
    const isNone = near && isPlaceholderDate(cell, reading?.date)
    if (!reading || isNone || (near && isFarDate(reading.date))) {
      this.unread(field, isNone ? 'placeholder-date' : reading ? 'far-date' : 'unreadable-date')
      return undefined
    }
    if (reading.doubt) this.found(reading.doubt, field, { text, date: reading.date })
    return reading.date
  }

  choice<Meaning>(field: string, meanings: FoldedMap<Meaning>, unknown: FindingType = 'unknown-value'): Meaning | undefined {
    const text = this.text(field)
    if (text === undefined) return undefined
    const meaning = meanings.get(text)
    if (meaning === undefined) this.unread(field, unknown)
    else this.checkAsked(field)
    return meaning
  }

  /** `Ja?` is taken for what it most likely is, and somebody was not sure of it. */
  checkAsked(field: string): void {
    const text = cellText(this.cell(field))
    if (text.includes('?')) this.found('in-question', field, { heading: this.table.heading(field), text })
  }

  /** A finding at the cell of that field. */
  found(type: FindingType, field: string | null, params: Readonly<Record<string, string | number>> = {}): void {
    const column = field === null ? undefined : this.table.placeByField.get(field)
    this.log.add(type, { sheet: this.table.sheet.name, row: this.row.number, ...(column !== undefined && { column }) }, params)
  }

  /** A finding, and the cell kept as an extra field. */
  unread(field: string, type: FindingType, params: Readonly<Record<string, string | number>> = {}): void {
    this.found(type, field, { heading: this.table.heading(field), text: cellText(this.cell(field)), ...params })
    this.keep(field)
  }

  /** The cell as an extra field, as it is written. */
  keep(field: string): void {
    const value = keptValue(this.cell(field))
    if (value !== null) this.#unread.push([asWritten(this.table.heading(field)), value])
  }

  /** The cells of unknown columns, then what was not read; undefined when there are none. Ask last. */
  extra(): readonly ExtraField[] | undefined {
    const fields: ExtraField[] = []
    for (const column of this.table.extraColumns) {
      const value = keptValue(this.row.cells[column])
      if (value !== null) fields.push([this.table.headings[column] ?? '', value])
    }
    const property = this.#property()
    if (property) fields.push(property)
    fields.push(...this.#unread)
    return fields.length > 0 ? fields : undefined
  }

  /** What the row says of its item that no field is for. */
  #property(): ExtraField | null {
    const { properties } = this.table
    const key = properties ? cellText(this.row.cells[properties.keyColumn]) : ''
    const value = properties ? keptValue(this.row.cells[properties.valueColumn]) : null
    return key === '' || value === null ? null : [key, value]
  }

  get place(): { readonly sheet: string; readonly row: number; readonly columns: ReadonlyMap<string, number> } {
    return { sheet: this.table.sheet.name, row: this.row.number, columns: this.table.placeByField }
  }
}

/** Two heading rows, technical and human: most cells of the second are headings as well, of whatever field. */
export const repeatsHeadings = (row: RawRow, table: TableColumns, fieldOf: FoldedMap<string>): boolean => {
  const filled = row.cells.filter(hasContent)
  if (filled.some((cell) => typeof cell !== 'string')) return false
  const isHeading = (cell: RawCell, column: number): boolean =>
    fieldOf.get(cellText(cell)) !== undefined || fold(cellText(cell)) === fold(table.headings[column] ?? '')
  const same = row.cells.filter((cell, column) => hasContent(cell) && isHeading(cell, column)).length
  return same >= 2 && same * 2 >= filled.length
}

const hasContent = (cell: RawCell): boolean => cell !== null && (typeof cell !== 'string' || cell.trim() !== '')

const findingOfSide: Readonly<Record<SideRowType, FindingType>> = {
  total: 'total-row', headings: 'second-heading-row', section: 'section-row', remark: 'remark-row',
}

const reportSide = ({ type, says }: SideRow, { number: row, cells }: RawRow, { name: sheet }: RawSheet, log: FindingLog): void => {
  const column = cells.findIndex((cell) => cellText(cell) !== '')
  const text = cellText(cells[column])
  log.add(findingOfSide[type], { sheet, row, column }, type === 'headings' ? {} : { text, ...(says && { field: says.field }) })
}

/** Every filled row below the headings that this layout is meant for. What stands between these is said. */
export function* dataRows(table: TableColumns, log: FindingLog, fieldOf: FoldedMap<string>): Generator<RowReader> {
  const { sheet, layout, sides } = table
  const filler = new BlockFiller(sheet, layout)
  let said: ReadonlyMap<string, string> = new Map(sides.before.map(({ field, text }) => [field, text]))
  let count = 0
  for (const { field, text } of sides.before) log.add('said-above', { sheet: sheet.name }, { field, text })
  for (let index = layout.headerIndex + 1; index < sheet.rows.length; index += 1) {
    const written = sheet.rows[index]
    if (!written?.cells.some(hasContent)) continue
    if (index === layout.headerIndex + 1 && repeatsHeadings(written, table, fieldOf)) {
      log.add('second-heading-row', { sheet: sheet.name, row: written.number, column: 0 })
      continue
    }
    const side = sides.byNumber.get(written.number)
    if (side) {
      reportSide(side, written, sheet, log)
      if (side.says) said = new Map([...said, [side.says.field, side.says.text]])
      if (side.type === 'section') filler.filled(written)
      else filler.pass(written)
      continue
    }
    const row = filler.filled(written)
    if (row !== written) count += 1
    if (table.records.takes(row)) yield new RowReader(table, row, log, written, said)
  }
  if (filler.cut > 0) log.add('block-ended', { sheet: sheet.name }, { count: filler.cut, headings: filler.columns.flat().map((column) => table.headings[column] ?? '').join(', ') })
  if (count > 0) {
    const headings = filler.columns.flat().map((column) => table.headings[column] ?? '').join(', ')
    log.add('keys-filled-down', { sheet: sheet.name }, { count, headings })
  }
}

/** Names the cell `field` of a row that was read before. */
export const cellOf = (place: RowReader['place'], field: string): { sheet: string; row: number; column?: number } => {
  const column = place.columns.get(field)
  return { sheet: place.sheet, row: place.row, ...(column !== undefined && { column }) }
}
