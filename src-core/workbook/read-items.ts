import type { ExtraField, IsoDate, Item, ItemKind, Sensitivity } from '../estate/item'
import { extraKey } from '../estate/source'
import { asWritten } from './as-written'
import { cellText, keptValue } from './cell-text'
import { noName } from './no-name'
import { fieldByHeading } from './headings'
import type { FindingLog } from './finding-log'
import { endOfSupportChecked, endOfSupportOf } from './end-of-support'
import { fillDownOf } from './fill-down'
import { splitForeignList } from './list-cell'
import { linkByField } from './link-fields'
import { readCriticality } from './read-criticality'
import { columnOfHeading } from './record-filter'
import type { RawRow } from './raw-workbook'
import { dataRows, type RowReader, type TableColumns } from './row-reader'
import type { UniqueIds } from './unique-ids'
import {
  dispositionByWord, kindByWord, originByWord, sensitivityByWord, yesNoByWord,
} from './value-words'

/** An item with what its row says beyond the item itself. */
export type ItemRow = {
  item: Item
  readonly place: RowReader['place']
  readonly group?: string
  readonly origin?: 'computed' | 'planner'
  readonly wave?: string | number
  /** Where that stands, if on another sheet. */
  readonly waveAt?: RowReader['place']
  readonly consolidateInto?: string
  /** Other items that the row names in columns for that, such as the host of a machine. */
  readonly links?: readonly ItemLink[]
  /** What other rows have said of it. */
  readonly elsewhere?: readonly SaidElsewhere[]
  /** Kept for rows that are made elsewhere; links say the same. */
  readonly runsHere: readonly string[]
}

/** Fields that a row has filled in which is not the item's own. */
export type SaidElsewhere = { readonly sheet: string; readonly row: number; readonly fields: readonly string[] }

/**
 * `within`: what the block says of the one that is named, where it begins one in a block that says more. `at`: its row, where that
 * is on another sheet than the item's.
 */
export type ItemLink = {
  readonly field: string; readonly name: string; readonly within?: { readonly [Field in BlockField]?: string }
  readonly at?: { readonly sheet: string; readonly row: number }
}

const blockFields = ['organisation', 'site', 'serviceArea', 'environment', 'owner', 'team', 'supplier'] as const
type BlockField = (typeof blockFields)[number]

/** What stands left of a column that begins blocks, and is said for blocks itself. */
const saidOfBlock = (reader: RowReader, column: number): ItemLink['within'] => {
  const outer = reader.table.outerFields(column, blockFields)
  const said = outer.flatMap((field) => {
    const text = reader.text(field)
    return text === undefined ? [] : [[field, text] as const]
  })
  return said.length > 0 ? Object.fromEntries(said) : undefined
}

export type ReadItems = { readonly rows: ItemRow[]; readonly notTaken: RawRow[] }

const kindOf = (reader: RowReader, sheetKind: ItemKind | null): ItemKind => {
  const kind = reader.choice('kind', kindByWord, 'unknown-kind')
  if (kind) return kind
  const isMissing = sheetKind === null && reader.table.columnByField.has('kind') && reader.text('kind') === undefined
  if (isMissing) reader.found('missing-kind', 'kind', { name: reader.text('name') ?? '' })
  return sheetKind ?? 'application'
}

/** What nobody has classified may leave the house; what somebody has, in words that we do not know, must not. */
const sensitivityOf = (reader: RowReader): Sensitivity | undefined => {
  const text = reader.text('sensitivity')
  const isUnsaid = text === undefined || noName(text) !== undefined
  const known = reader.choice('sensitivity', sensitivityByWord, isUnsaid ? 'unknown-value' : 'sensitivity-assumed')
  return known ?? (isUnsaid ? undefined : 'confidential')
}

export type ItemFields = { -readonly [Field in keyof Item]?: Item[Field] }

/** What a preset says names the operating system: each column alone, the first that is known, then all of them together. */
const knownEndOfSupport = (reader: RowReader): IsoDate | undefined => {
  const { layout } = reader.table
  const texts = (layout.preset?.endOfSupportFrom ?? []).map((heading) =>
    cellText(reader.row.cells[columnOfHeading(layout, [heading])]))
  for (const text of [...texts, texts.join(' ')]) {
    const found = text.trim() === '' ? null : endOfSupportOf(text)
    if (found) return found.ends
  }
  return undefined
}

const linksOf = (reader: RowReader): readonly ItemLink[] => {
  const links: ItemLink[] = []
  for (const [field, column] of reader.table.columnByField) {
    if (!linkByField.has(field)) continue
    for (const one of [column, ...(reader.table.othersByField.get(field) ?? [])]) {
      const names = splitForeignList(cellText(reader.table.translated(one, reader.row.cells[one] ?? null)))
      if (names.some((name) => noName(name) === 'unsaid')) reader.unread(field, 'names-nothing')
      const within = saidOfBlock(reader, one)
      for (const name of names) if (noName(name) === undefined) links.push({ field, name, ...(within && { within }) })
    }
  }
  return links
}

const textFields = [
  'organisation', 'site', 'serviceArea', 'environment', 'owner', 'team', 'supplier', 'phaseOutReason', 'status', 'notes',
] as const

const readFields = (reader: RowReader, id: string, name: string, kind: ItemKind): ItemFields => {
  const item: ItemFields = { id, name, kind }
  for (const field of textFields) {
    const text = reader.text(field)
    if (text !== undefined) item[field] = text
  }
  const set = <Field extends keyof Item>(field: Field, value: Item[Field] | undefined): void => {
    if (value !== undefined) item[field] = value
  }
  set('criticality', readCriticality(reader))
  set('disposition', reader.choice('disposition', dispositionByWord))
  // A sheet with every heading of ours was written here: what stands in it was accepted before.
  const near = !reader.table.columnByField.has('moveGroupOrigin')
  set('endOfSupport', reader.text('endOfSupport') === undefined ? knownEndOfSupport(reader) : reader.date('endOfSupport', 'end', { near }))
  set('effort', reader.number('effort', { least: 0 }))
  set('cost', reader.number('cost'))
  set('users', reader.number('users', { whole: true, least: 0 }))
  set('count', reader.number('count', { whole: true, least: 0 }))
  set('sensitivity', sensitivityOf(reader))
  const shared = reader.choice('sharedService', yesNoByWord)
  set('sharedService', shared === undefined ? undefined : shared === 'yes')
  return item
}

/** A free id, and a finding when the one that the row gives, or that is made from its kind and name, is taken. */
const idOf = (reader: RowReader, given: string | undefined, name: string, kind: ItemKind, ids: UniqueIds): string => {
  const wanted = given ?? `${kind}:${name}`
  const id = ids.take(wanted)
  if (id !== wanted) {
    if (given) reader.found('duplicate-id', 'id', { id: wanted, kept: id })
    else reader.found('duplicate-name', 'name', { name, kept: id })
  }
  return id
}

const waveCell = (reader: RowReader): string | number | undefined => {
  const cell = reader.cell('wave')
  return typeof cell === 'number' ? cell : reader.text('wave')
}

/** Where the item goes, with the field whose column says each. */
type Placing = { -readonly [Field in 'group' | 'origin' | 'wave' | 'consolidateInto']?: Exclude<ItemRow[Field], undefined> }

const placingFields = { group: 'moveGroup', origin: 'moveGroupOrigin', wave: 'wave', consolidateInto: 'consolidateInto' } as const satisfies Record<keyof Placing, string>

const placingOf = (reader: RowReader): Placing => {
  const group = reader.text('moveGroup')
  const origin = reader.choice('moveGroupOrigin', originByWord)
  const wave = waveCell(reader)
  const consolidateInto = reader.text('consolidateInto')
  return {
    ...(group !== undefined && { group }), ...(origin !== undefined && { origin }), ...(wave !== undefined && { wave }),
    ...(consolidateInto !== undefined && { consolidateInto }),
  }
}

const readRow = (reader: RowReader, sheetKind: ItemKind | null, ids: UniqueIds): ItemRow | null => {
  const givenId = reader.text('id')
  const givenName = reader.text('name')
  const name = givenName ?? givenId
  if (name === undefined) {
    reader.found('nothing-to-name', 'name')
    return null
  }
  if (givenName === undefined && reader.table.columnByField.has('name')) reader.found('missing-name', 'name', { id: name })
  const kind = kindOf(reader, sheetKind)
  const item = readFields(reader, idOf(reader, givenId, name, kind, ids), name, kind)
  const placing = placingOf(reader)
  const links = linksOf(reader)
  const extra = reader.extra()
  return {
    item: (extra ? { ...item, extra } : item) as Item, place: reader.place, ...placing, ...(links.length > 0 && { links }), runsHere: [],
  }
}

type From = { readonly sheet: string; readonly row: number; readonly written: (field: string) => ExtraField | null }

/**
 * An item with what later rows say about it: in fields that were blank, otherwise beside them. Fields that are filled so
 * do not stand in the row of the item.
 */
export class GatheredRow {
  readonly #item: Record<string, unknown>
  readonly #extra: ExtraField[]
  readonly #known: Set<string>
  readonly #links: ItemLink[]
  readonly #elsewhere: SaidElsewhere[]
  #placing: Placing = {}
  #waveAt: RowReader['place'] | undefined

  /** `at`: its place among the rows. */
  constructor(readonly row: ItemRow, readonly at: number) {
    const { extra = [], ...item } = row.item
    this.#item = item
    this.#extra = [...extra]
    this.#known = new Set(extra.map(([heading, value]) => `${heading}\n${value}`))
    this.#links = [...(row.links ?? [])]
    this.#elsewhere = [...(row.elsewhere ?? [])]
  }

  /** The fields of which a row before has said otherwise. */
  add(more: ItemFields, extra: readonly ExtraField[], links: readonly ItemLink[], { sheet, row, written }: From): readonly string[] {
    const fields: string[] = []
    const otherwise: string[] = []
    for (const [field, value] of Object.entries(more)) {
      if (this.#item[field] === undefined) {
        this.#item[field] = value
        fields.push(field)
        continue
      }
      const other = this.#item[field] === value ? null : written(field)
      if (!other) continue
      this.#keep([asWritten(other[0]), other[1]])
      otherwise.push(field)
    }
    for (const one of extra) if (this.#keep(one)) fields.push(extraKey(one[0]))
    for (const link of links) this.#links.push(sheet === this.row.place.sheet ? link : { ...link, at: { sheet, row } })
    if (fields.length > 0) this.#elsewhere.push({ sheet, row, fields })
    return otherwise
  }

  /** Where the item goes, unless a row before has said so; the fields that say otherwise. */
  place(more: Placing, at: RowReader['place']): readonly string[] {
    const known: Placing = { ...this.row, ...this.#placing }
    if (more.wave !== undefined && known.wave === undefined && at.sheet !== this.row.place.sheet) this.#waveAt = at
    this.#placing = { ...more, ...this.#placing }
    return (Object.keys(more) as (keyof Placing)[]).filter((key) => known[key] !== undefined && known[key] !== more[key]).map((key) => placingFields[key])
  }

  /** Whether it is the first of its heading. */
  #keep(field: ExtraField): boolean {
    const key = field.join('\n')
    const isFirst = !this.#extra.some(([heading]) => heading === field[0])
    if (!this.#known.has(key)) this.#extra.push(field)
    this.#known.add(key)
    return isFirst
  }

  finished(): ItemRow {
    return {
      ...this.#placing, ...this.row, ...(this.#waveAt && { waveAt: this.#waveAt }), item: { ...this.#item, ...(this.#extra.length > 0 && { extra: this.#extra }) } as Item,
      ...(this.#links.length > 0 && { links: this.#links }), ...(this.#elsewhere.length > 0 && { elsewhere: this.#elsewhere }),
    }
  }
}

/**
 * When a row says more about an item of a row before. `same-key`: with its id or name again. `blocks`: with a blank key, which
 * was filled in from the row above, or with its id or name again. `links`: with its name again, as each row names another item
 * beside it. A name may be that of another item in another trust or environment, except where a preset says `same-key`.
 */
type RepeatedAs = 'same-key' | 'blocks' | 'links' | 'never'

export const repeatedAs = ({ layout, columnByField }: TableColumns): RepeatedAs => {
  const isKey = (column: number): boolean => column === columnByField.get('id') || column === columnByField.get('name')
  if (layout.preset?.mergeRepeated) return 'same-key'
  if (fillDownOf(layout.columns).some((columns) => columns.some(isKey))) return 'blocks'
  return layout.preset?.source === undefined && [...linkByField.keys()].some((field) => columnByField.has(field)) ? 'links' : 'never'
}

/** Puts what a row says to the item that it is about; the fields of which a row before has said otherwise. */
const sayMore = (before: GatheredRow, reader: RowReader): readonly string[] => {
  const { id, name, kind } = before.row.item
  const written = (field: string): ExtraField | null => {
    const value = keptValue(reader.cell(field))
    return value === null ? null : [reader.table.heading(field), value]
  }
  const more = readFields(reader, id, name, kind)
  const links = linksOf(reader)
  const [called, ownKind] = [reader.text('name'), reader.choice('kind', kindByWord, 'unknown-kind')]
  if (called !== undefined && called !== name) reader.keep('name')
  if (ownKind !== undefined && ownKind !== kind) reader.keep('kind')
  const places = before.place(placingOf(reader), reader.place)
  for (const field of places) reader.keep(field)
  const fields = before.add(more, reader.extra() ?? [], links, { sheet: reader.table.sheet.name, row: reader.row.number, written })
  return [...places, ...fields]
}

/** Rows that say more about an item of the same sheet. */
class Repeats {
  readonly #rowByKey = new Map<string, GatheredRow>()
  readonly #gathered = new Set<GatheredRow>()
  #last: GatheredRow | undefined

  constructor(readonly as: RepeatedAs) {}

  #keyOf(reader: RowReader): string | null {
    const [id, name] = [reader.text('id'), reader.text('name')]
    if (this.as === 'never' || (this.as === 'links' && id !== undefined)) return null
    if (id !== undefined || name === undefined || this.as === 'same-key') return id ?? name ?? null
    return [name, reader.text('organisation'), reader.text('environment'), reader.text('site')].join('\n')
  }

  #before(reader: RowReader): GatheredRow | undefined {
    if (this.as === 'blocks' && !hasOwnKey(reader)) return this.#last
    return this.#rowByKey.get(this.#keyOf(reader) ?? '')
  }

  /** Whether the row says more about an item before, which is kept; where not, it begins a new one. */
  takes(reader: RowReader): boolean {
    const before = this.#before(reader)
    if (!before) return false
    this.#last = before
    sayMore(before, reader)
    this.#gathered.add(before)
    return true
  }

  begin(reader: RowReader, row: ItemRow, at: number): void {
    const key = this.#keyOf(reader)
    if (key === null) return
    this.#last = new GatheredRow(row, at)
    this.#rowByKey.set(key, this.#last)
  }

  /** Puts what was gathered into the rows. */
  finish(rows: ItemRow[]): void {
    for (const gathered of this.#gathered) rows[gathered.at] = gathered.finished()
  }
}

/** What no row says is said once, and not for each of them. `unsaid`: rows whose kind no title above them says. */
const reportMissingColumns = ({ sheet, layout, columnByField }: TableColumns, count: number, unsaid: number, log: FindingLog): void => {
  if (count === 0 || layout.preset?.onlyAdds) return
  const row = sheet.rows[layout.headerIndex]?.number
  const place = { sheet: sheet.name, ...(row !== undefined && { row }) }
  if (layout.kind === null && !columnByField.has('kind') && unsaid > 0) log.add('kinds-unsaid', place, { count: unsaid })
  if (!columnByField.has('name')) log.add('names-unsaid', place, { count })
}

/** Not one that was filled in from the row above. */
const hasOwnKey = ({ table, written }: RowReader): boolean =>
  ['id', 'name'].some((field) => cellText(written.cells[table.columnByField.get(field) ?? -1]) !== '')

/** Items of other sheets that rows of this one may be about. `kind`: of all of these. */
export type KnownItems = {
  readonly of: (reader: RowReader) => GatheredRow | undefined
  readonly kind: ItemKind | null
  /** `otherwise`: the fields of which the other sheet says something else. */
  readonly said: (reader: RowReader, item: GatheredRow, otherwise: readonly string[]) => void
}

/** The items of one sheet, in its order. */
export const readItems = (table: TableColumns, ids: UniqueIds, log: FindingLog, known?: KnownItems): ReadItems => {
  const rows: ItemRow[] = []
  const notTaken: RawRow[] = []
  const repeats = new Repeats(repeatedAs(table))
  let merged = 0
  let supported = 0
  let unsaid = 0
  const kind = table.layout.kind ?? known?.kind ?? null
  for (const reader of dataRows(table, log, fieldByHeading.items)) {
    const about = known?.of(reader)
    if (about) {
      known?.said(reader, about, sayMore(about, reader))
      continue
    }
    if (repeats.takes(reader)) {
      if (hasOwnKey(reader)) merged += 1
      continue
    }
    const row = readRow(reader, kind, ids)
    if (!row) {
      notTaken.push(reader.row)
      continue
    }
    if (!reader.said.has('kind') && kind === null) unsaid += 1
    if (table.sides.isBare(reader.written)) reader.found('bare-row', 'name', { name: row.item.name })
    else if (table.sides.isApart(reader.written)) reader.found('apart-row', 'name', { name: row.item.name })
    if (row.item.endOfSupport !== undefined && reader.text('endOfSupport') === undefined) supported += 1
    repeats.begin(reader, row, rows.push(row) - 1)
  }
  repeats.finish(rows)
  if (merged > 0) log.add('repeated-item', { sheet: table.sheet.name }, { count: merged })
  reportMissingColumns(table, rows.length, unsaid, log)
  if (supported > 0) log.add('end-of-support-known', { sheet: table.sheet.name }, { count: supported, checked: endOfSupportChecked })
  return { rows, notTaken }
}
