import type { Dependency } from '../estate/dependency'
import type { Item, ItemKind } from '../estate/item'
import { linkByField, type LinkField } from './link-fields'
import { defaultStrength, dependencyId, endTexts } from './read-dependencies'
import type { ItemRow } from './read-items'
import { References } from './references'
import type { TableColumns } from './row-reader'
import type { SheetTally } from './sheet-tally'
import { madeId, type UniqueIds } from './unique-ids'

/** Items by kind and name, else by kind and id, so that a host that has a sheet of its own is the one that machines name. */
class ItemsByName {
  readonly #itemByKey = new Map<string, Item>()

  constructor(rows: readonly ItemRow[]) {
    for (const { item } of rows) this.add(item)
    for (const { item } of rows) if (!this.#itemByKey.has(keyOf(item.kind, item.id))) this.#itemByKey.set(keyOf(item.kind, item.id), item)
  }

  add(item: Item): void {
    const key = keyOf(item.kind, item.name)
    if (!this.#itemByKey.has(key)) this.#itemByKey.set(key, item)
  }

  get(kind: ItemKind, name: string): Item | undefined {
    return this.#itemByKey.get(keyOf(kind, name))
  }
}

const keyOf = (kind: ItemKind, name: string): string => `${kind}:${name.toLowerCase()}`

/** The names in a text that may be several with commas between: host names have none, and other names are taken apart where that finds one. */
const namesIn = (text: string, kind: ItemKind, known: ItemsByName): readonly string[] => {
  const parts = text.split(',').map((part) => part.trim()).filter((part) => part !== '')
  if (parts.length < 2 || known.get(kind, text)) return [text]
  const isList = kind === 'server' ? parts.every((part) => !/\s/.test(part)) : parts.some((part) => known.get(kind, part))
  return isList ? parts : [text]
}

/**
 * The dependencies that rows of items name in their columns (applications of a server, host and cluster of a machine), each
 * pair once. What is named and has no row becomes an item at the end of `rows`, without a row of its own (`place.row` 0).
 */
export const linkItems = (
  rows: ItemRow[], ids: UniqueIds, dependencyIds: UniqueIds, tally: SheetTally, sheetIndexes: ReadonlyMap<string, number>,
): readonly Dependency[] => {
  const dependencies: Dependency[] = []
  const byName = new ItemsByName(rows)
  const seen = new Set<string>()
  for (const row of [...rows]) {
    for (const { link, name } of linksOf(row, byName)) {
      const named = byName.get(link.kind, name) ?? made(link.kind, name, row, rows, ids)
      byName.add(named)
      const [from, to] = link.reverse ? [named, row.item] : [row.item, named]
      if (from === to || seen.has(`${from.id}\n${to.id}\n${link.type}`)) continue
      seen.add(`${from.id}\n${to.id}\n${link.type}`)
      tally.add(row.place.sheet, 'dependencies')
      const id = dependencyId(dependencyIds, from.id, to.id)
      const { sheet, row: number } = row.place
      dependencies.push({
        id, from: from.id, to: to.id, type: link.type, strength: defaultStrength(link.type, from.kind, to.kind), order: 'any',
        sources: [[0, sheetIndexes.get(sheet) ?? 0, number]],
      })
    }
  }
  return dependencies
}

const linksOf = (row: ItemRow, known: ItemsByName): readonly { readonly link: LinkField; readonly name: string }[] =>
  (row.links ?? []).flatMap(({ field, name }) => {
    const link = linkByField.get(field)
    return link ? namesIn(name, link.kind, known).map((one) => ({ link, name: one })) : []
  })

const made = (kind: ItemKind, name: string, row: ItemRow, rows: ItemRow[], ids: UniqueIds): Item => {
  const item: Item = { id: ids.take(madeId(kind, name)), name, kind }
  rows.push({ item, place: { ...row.place, row: 0 }, runsHere: [] })
  return item
}

/** What a preset says is described only by being needed, such as the networks of machines: items at the end of `rows`. */
export const makeTargets = (tables: readonly TableColumns[], rows: ItemRow[], ids: UniqueIds): void => {
  for (const table of tables) {
    const kind = table.layout.preset?.makeTo
    if (!kind) continue
    const references = new References(rows.map((row) => row.item))
    const names = new Set(endTexts(table).flatMap(({ to }) => to ?? []))
    for (const name of names) {
      if (references.find(name).type !== 'none') continue
      const place = { sheet: table.sheet.name, row: 0, columns: table.columnByField }
      rows.push({ item: { id: ids.take(madeId(kind, name)), name, kind }, place, runsHere: [] })
    }
  }
}
