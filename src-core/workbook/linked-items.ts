import type { Dependency } from '../estate/dependency'
import type { Item, ItemKind } from '../estate/item'
import type { FindingLog } from './finding-log'
import { linkByField, type LinkField } from './link-fields'
import { defaultStrength, dependencyId, endTexts } from './read-dependencies'
import type { ItemRow } from './read-items'
import { References } from './references'
import type { TableColumns } from './row-reader'
import type { SheetTally } from './sheet-tally'
import { madeId, type UniqueIds } from './unique-ids'

type Named = { readonly item: Item; readonly several: boolean }

/** Items by kind and name, else by kind and id, so that a host that has a sheet of its own is the one that machines name. */
class ItemsByName {
  readonly #byName = new Map<string, Item[]>()
  readonly #byId = new Map<string, Item>()

  constructor(rows: readonly ItemRow[]) {
    for (const { item } of rows) this.add(item)
  }

  add(item: Item): void {
    const key = keyOf(item.kind, item.name)
    const same = this.#byName.get(key)
    if (same) same.push(item)
    else this.#byName.set(key, [item])
    this.#byId.set(keyOf(item.kind, item.id), item)
  }

  has(kind: ItemKind, name: string): boolean {
    return this.#byName.has(keyOf(kind, name)) || this.#byId.has(keyOf(kind, name))
  }

  /** Of several of that name the one of the same organisation as the item that names it; else the first. */
  find(kind: ItemKind, name: string, by: Item): Named | undefined {
    const named = this.#byName.get(keyOf(kind, name)) ?? []
    const near = named.length > 1 && by.organisation !== undefined ? named.filter(({ organisation }) => organisation === by.organisation) : named
    const item = near[0] ?? named[0] ?? this.#byId.get(keyOf(kind, name))
    return item && { item, several: (near.length > 0 ? near : named).length > 1 }
  }
}

const keyOf = (kind: ItemKind, name: string): string => `${kind}:${name.toLowerCase()}`

/** The names in a text that may be several with `,` or ` / ` between: host names have neither, and other names are taken apart where that finds one. */
const namesIn = (text: string, kind: ItemKind, known: ItemsByName): readonly string[] => {
  const parts = text.split(/,|\s\/\s/).map((part) => part.trim()).filter((part) => part !== '')
  if (parts.length < 2 || known.has(kind, text)) return [text]
  const isList = kind === 'server' ? parts.every((part) => !/\s/.test(part)) : parts.some((part) => known.has(kind, part))
  return isList ? parts : [text]
}

type LinkContext = {
  readonly ids: UniqueIds
  readonly dependencyIds: UniqueIds
  readonly tally: SheetTally
  readonly sheetIndexes: ReadonlyMap<string, number>
  readonly log: FindingLog
}

/**
 * The dependencies that rows of items name in their columns (applications of a server, host and cluster of a machine), each
 * pair once. What is named and has no row becomes an item at the end of `rows`, without a row of its own (`place.row` 0).
 */
export const linkItems = (rows: ItemRow[], { ids, dependencyIds, tally, sheetIndexes, log }: LinkContext): readonly Dependency[] => {
  const dependencies: Dependency[] = []
  const byName = new ItemsByName(rows)
  const seen = new Set<string>()
  for (const row of [...rows]) {
    for (const { link, name } of linksOf(row, byName)) {
      const named = namedBy(row, link, name, { rows, byName, ids, log })
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

const namedBy = (
  row: ItemRow, { kind }: LinkField, name: string, { rows, byName, ids, log }: Pick<LinkContext, 'ids' | 'log'> & { readonly rows: ItemRow[]; readonly byName: ItemsByName },
): Item => {
  const found = byName.find(kind, name, row.item)
  if (found?.several) log.add('ambiguous-link', { sheet: row.place.sheet, row: row.place.row }, { text: name })
  if (found) return found.item
  const item = made(kind, name, row, rows, ids)
  byName.add(item)
  return item
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
