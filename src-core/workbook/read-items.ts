import type { Criticality, ExtraField, IsoDate, Item, ItemKind } from '../estate/item'
import { cellText, keptValue } from './cell-text'
import { fieldByHeading } from './headings'
import type { FindingLog } from './finding-log'
import { endOfSupportChecked, endOfSupportOf } from './end-of-support'
import { fillDownColumns } from './fill-down'
import { splitList } from './list-cell'
import { linkByField } from './link-fields'
import { columnOfHeading } from './record-filter'
import type { RawRow } from './raw-workbook'
import { dataRows, type RowReader, type TableColumns } from './row-reader'
import type { UniqueIds } from './unique-ids'
import {
  criticalityByWord, dispositionByWord, kindByWord, originByWord, sensitivityByWord, yesNoByWord,
} from './value-words'

/** An item with what its row says beyond the item itself. */
export type ItemRow = {
  item: Item
  readonly place: RowReader['place']
  readonly group?: string
  readonly origin?: 'computed' | 'planner'
  readonly wave?: string | number
  readonly consolidateInto?: string
  /** Other items that the row names in columns for that, such as the host of a machine. */
  readonly links?: readonly ItemLink[]
  /** Kept for rows that are made elsewhere; links say the same. */
  readonly runsHere: readonly string[]
}

export type ItemLink = { readonly field: string; readonly name: string }

export type ReadItems = { readonly rows: ItemRow[]; readonly notTaken: RawRow[] }

/** The words before a dash or bracket: `4 - patient safety`, `4 (livskritisk)`. */
const criticalityOf = (reader: RowReader): Criticality | undefined => {
  const cell = reader.cell('criticality')
  if (cell === null || cellText(cell) === '') return undefined
  const text = cellText(cell)
  const leading = /^([1-4])(?:\.0+)?(?:\s*[-–:=(.].*)?$/.exec(text)?.[1]
  const level = leading ?? criticalityByWord.get(text)
  if (level === undefined) {
    reader.unread('criticality', 'unknown-value')
    return undefined
  }
  return Number(level) as Criticality
}

const kindOf = (reader: RowReader, sheetKind: ItemKind | null): ItemKind => {
  const kind = reader.choice('kind', kindByWord, 'unknown-kind')
  if (kind) return kind
  if (sheetKind === null && reader.text('kind') === undefined) reader.found('missing-kind', 'kind', { name: reader.text('name') ?? '' })
  return sheetKind ?? 'application'
}

type ItemFields = { -readonly [Field in keyof Item]?: Item[Field] }

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
      const text = cellText(reader.table.translated(one, reader.row.cells[one] ?? null))
      for (const name of splitList(text)) links.push({ field, name })
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
  set('criticality', criticalityOf(reader))
  set('disposition', reader.choice('disposition', dispositionByWord))
  set('endOfSupport', reader.date('endOfSupport', 'end') ?? knownEndOfSupport(reader))
  set('effort', reader.number('effort', { least: 0 }))
  set('cost', reader.number('cost'))
  set('users', reader.number('users', { whole: true, least: 0 }))
  set('count', reader.number('count', { whole: true, least: 0 }))
  set('sensitivity', reader.choice('sensitivity', sensitivityByWord))
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

const readRow = (reader: RowReader, sheetKind: ItemKind | null, ids: UniqueIds): ItemRow | null => {
  const givenId = reader.text('id')
  const givenName = reader.text('name')
  const name = givenName ?? givenId
  if (name === undefined) {
    reader.found('nothing-to-name', 'name')
    return null
  }
  if (givenName === undefined) reader.found('missing-name', 'name', { id: name })
  const kind = kindOf(reader, sheetKind)
  const item = readFields(reader, idOf(reader, givenId, name, kind, ids), name, kind)
  const group = reader.text('moveGroup')
  const origin = reader.choice('moveGroupOrigin', originByWord)
  const wave = waveCell(reader)
  const consolidateInto = reader.text('consolidateInto')
  const extra = reader.extra()
  const links = linksOf(reader)
  return {
    item: (extra ? { ...item, extra } : item) as Item,
    place: reader.place,
    ...(group !== undefined && { group }),
    ...(origin !== undefined && { origin }),
    ...(wave !== undefined && { wave }),
    ...(consolidateInto !== undefined && { consolidateInto }),
    ...(links.length > 0 && { links }),
    runsHere: [],
  }
}

/** Rows that say more about an item of the same sheet: its key again where the sheet may repeat it. */
class Repeats {
  readonly #rowByKey = new Map<string, { row: ItemRow; at: number }>()

  constructor(readonly isRepeated: boolean) {}

  keyOf(reader: RowReader): string | null {
    const key = reader.text('id') ?? reader.text('name')
    return this.isRepeated && key !== undefined ? key : null
  }

  /** The item that the row belongs to, with what the row adds; null where it begins a new one. */
  merged(key: string | null, reader: RowReader): { row: ItemRow; at: number } | null {
    const before = key === null ? undefined : this.#rowByKey.get(key)
    if (!before) return null
    const known = new Set((before.row.item.extra ?? []).map(([heading, value]) => `${heading}\n${value}`))
    const added: ExtraField[] = reader.table.extraColumns.flatMap((column): ExtraField[] => {
      const value = keptValue(reader.row.cells[column])
      const heading = reader.table.headings[column] ?? ''
      return value === null || known.has(`${heading}\n${value}`) ? [] : [[heading, value]]
    })
    const { item, links = [] } = before.row
    const extra = [...(item.extra ?? []), ...added]
    const allLinks = [...links, ...linksOf(reader)]
    const row: ItemRow = {
      ...before.row, item: extra.length > 0 ? { ...item, extra } : item, ...(allLinks.length > 0 && { links: allLinks }),
    }
    return { row, at: before.at }
  }

  set(key: string | null, row: ItemRow, at: number): void {
    if (key !== null) this.#rowByKey.set(key, { row, at })
  }
}

/** Not one that was filled in from the row above. */
const hasOwnKey = ({ table, written }: RowReader): boolean =>
  ['id', 'name'].some((field) => cellText(written.cells[table.columnByField.get(field) ?? -1]) !== '')

/** The items of one sheet, in its order. */
export const readItems = (table: TableColumns, ids: UniqueIds, log: FindingLog): ReadItems => {
  const rows: ItemRow[] = []
  const notTaken: RawRow[] = []
  const isBlocks = fillDownColumns(table.sheet, table.layout).length > 0
  const repeats = new Repeats(isBlocks || table.layout.preset?.mergeRepeated === true)
  let merged = 0
  let known = 0
  for (const reader of dataRows(table, log, fieldByHeading.items)) {
    const key = repeats.keyOf(reader)
    const repeated = repeats.merged(key, reader)
    const row = repeated?.row ?? readRow(reader, table.layout.kind, ids)
    if (!row) notTaken.push(reader.row)
    else if (repeated) rows[repeated.at] = row
    else rows.push(row)
    if (repeated && hasOwnKey(reader)) merged += 1
    if (!repeated && row?.item.endOfSupport !== undefined && reader.text('endOfSupport') === undefined) known += 1
    if (row) repeats.set(key, row, repeated?.at ?? rows.length - 1)
  }
  if (merged > 0) log.add('repeated-item', { sheet: table.sheet.name }, { count: merged })
  if (known > 0) log.add('end-of-support-known', { sheet: table.sheet.name }, { count: known, checked: endOfSupportChecked })
  return { rows, notTaken }
}
