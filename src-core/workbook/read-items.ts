import type { Criticality, Item, ItemKind } from '../estate/item'
import { cellText } from './cell-text'
import { fieldByHeading } from './headings'
import type { FindingLog } from './finding-log'
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
  /** Applications that run on this server, where the sheet names them in a column. */
  readonly runsHere: readonly string[]
}

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
  set('endOfSupport', reader.date('endOfSupport', 'end'))
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
  return {
    item: (extra ? { ...item, extra } : item) as Item,
    place: reader.place,
    ...(group !== undefined && { group }),
    ...(origin !== undefined && { origin }),
    ...(wave !== undefined && { wave }),
    ...(consolidateInto !== undefined && { consolidateInto }),
    runsHere: (reader.text('application') ?? '').split(/[;\n]/).map((part) => part.trim()).filter((part) => part !== ''),
  }
}

/** The items of one sheet, in its order. */
export const readItems = (table: TableColumns, ids: UniqueIds, log: FindingLog): ReadItems => {
  const rows: ItemRow[] = []
  const notTaken: RawRow[] = []
  for (const reader of dataRows(table, log, fieldByHeading.items)) {
    const row = readRow(reader, table.layout.kind, ids)
    if (row) rows.push(row)
    else notTaken.push(reader.row)
  }
  return { rows, notTaken }
}
