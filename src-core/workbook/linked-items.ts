import type { Dependency } from '../estate/dependency'
import type { Item, ItemKind } from '../estate/item'
import type { FindingLog } from './finding-log'
import { linkByField, type LinkField } from './link-fields'
import { defaultStrength, dependencyId, endTexts } from './read-dependencies'
import type { ItemLink, ItemRow } from './read-items'
import { References } from './references'
import type { TableColumns } from './row-reader'
import type { SheetTally } from './sheet-tally'
import { madeId, type UniqueIds } from './unique-ids'

type Named = { readonly item: Item; readonly several: boolean }

/** Items by kind and name, else by kind and id, so that a host that has a sheet of its own is the one that machines name. */
class ItemsByName {
  readonly #byName = new Map<string, Item[]>()
  readonly #byId = new Map<string, Item>()
  readonly #ofBlocks = new Set<Item>()

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

  /** One that only a block names. */
  addOfBlock(item: Item): void {
    this.add(item)
    this.#ofBlocks.add(item)
  }

  has(kind: ItemKind, name: string): boolean {
    return this.#byName.has(keyOf(kind, name)) || this.#byId.has(keyOf(kind, name))
  }

  /**
   * Of several of that name the one of the same organisation as the item that names it; else the first. `within`: what the block
   * says of the one that is meant; one that another block names is not the same in another organisation.
   */
  find(kind: ItemKind, name: string, { by, within }: { readonly by: Item; readonly within: ItemLink['within'] }): Named | undefined {
    const all = this.#byName.get(keyOf(kind, name)) ?? []
    const organisation = within?.organisation ?? by.organisation
    const named = within?.organisation === undefined ? all : all.filter((item) => !this.#ofBlocks.has(item) || item.organisation === within.organisation)
    const near = named.length > 1 && organisation !== undefined ? named.filter((item) => item.organisation === organisation) : named
    const item = near[0] ?? named[0] ?? this.#byId.get(keyOf(kind, name))
    return item && { item, several: (near.length > 0 ? near : named).length > 1 }
  }
}

const keyOf = (kind: ItemKind, name: string): string => `${kind}:${name.toLowerCase()}`

/** Words that stand after a comma in the name of a company. */
const companyForm = /^(?:inc|ltd|llc|co|corp|as|asa|ab|gmbh)\.?$/i

/**
 * The names in a text that may be several. `,` and ` / ` stand between names where one of them is known, or all of them look
 * like names: host names have no blanks, other names begin with a capital or a figure. `/`, `&`, `+` and `og` are as likely
 * part of a name, and are between names where all of them are known. So is the point of `1.2`, into which a spreadsheet turns `1,2`.
 */
const namesIn = (text: string, kind: ItemKind, known: ItemsByName): readonly string[] => {
  if (known.has(kind, text)) return [text]
  const isKnown = (name: string): boolean => known.has(kind, name)
  const looksLikeName = (name: string): boolean =>
    (kind === 'server' ? !/\s/.test(withoutBracket(name)) : /^[\p{Lu}\p{N}]/u.test(name) && !companyForm.test(name))
  const parts = partsOf(text, kind === 'server' ? /,|\s\/\s|\s(?:og|och|and|&|\+)\s/i : /,|\s\/\s/)
  if (parts.length > 1 && (parts.every(looksLikeName) || (kind !== 'server' && parts.some(isKnown)))) {
    return parts.flatMap((part) => knownParts(part, isKnown) ?? [kind === 'server' && !isKnown(part) ? withoutBracket(part) : part])
  }
  return knownParts(text, isKnown) ?? [kind === 'server' && isKnown(withoutBracket(text)) ? withoutBracket(text) : text]
}

/** What a server is for stands behind its name: `srv1 (DB)`. Other words there may say that it is none any more. */
const withoutBracket = (name: string): string =>
  name.replace(/\s*\((?:db|database|sql|app|applikasjon|application|web|fil|file|print|api|prod|test|primary|primær|secondary|sekundær|node\s*\d+|\d+)\)$/i, '')

const partsOf = (text: string, between: RegExp): readonly string[] =>
  text.split(between).map((part) => part.trim()).filter((part) => part !== '')

const knownParts = (text: string, isKnown: (name: string) => boolean): readonly string[] | null => {
  const parts = partsOf(text, /^\d+\.\d+$/.test(text) ? /\./ : /,|\/|&|\+|\s(?:og|och|and)\s/i)
  return !isKnown(text) && parts.length > 1 && parts.every(isKnown) ? parts : null
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
    for (const { link, name, within, at = row.place } of linksOf(row, byName)) {
      const named = namedBy(row, { link, name, within, at }, { rows, byName, ids, log })
      const [from, to] = link.reverse ? [named, row.item] : [row.item, named]
      if (from === to || seen.has(`${from.id}\n${to.id}\n${link.type}`)) continue
      seen.add(`${from.id}\n${to.id}\n${link.type}`)
      tally.add(at.sheet, 'dependencies')
      const id = dependencyId(dependencyIds, from.id, to.id)
      const { sheet, row: number } = at
      dependencies.push({
        id, from: from.id, to: to.id, type: link.type, strength: defaultStrength(link.type, from.kind, to.kind), order: 'any',
        sources: [[0, sheetIndexes.get(sheet) ?? 0, number]],
      })
    }
  }
  return dependencies
}

type NamedLink = { readonly link: LinkField; readonly name: string; readonly within: ItemLink['within']; readonly at?: ItemLink['at'] }

const namedBy = (
  row: ItemRow, { link: { kind }, name, within, at = row.place }: NamedLink,
  { rows, byName, ids, log }: Pick<LinkContext, 'ids' | 'log'> & { readonly rows: ItemRow[]; readonly byName: ItemsByName },
): Item => {
  const found = byName.find(kind, name, { by: row.item, within })
  if (found?.several) log.add('ambiguous-link', { sheet: at.sheet, row: at.row }, { text: name })
  if (found) return found.item
  const item: Item = { id: ids.take(madeId(kind, name)), name, kind, ...within }
  rows.push({ item, place: { ...row.place, sheet: at.sheet, row: 0 }, runsHere: [] })
  if (within) byName.addOfBlock(item)
  else byName.add(item)
  return item
}

const linksOf = (row: ItemRow, known: ItemsByName): readonly NamedLink[] =>
  (row.links ?? []).flatMap(({ field, name, within, at }) => {
    const link = linkByField.get(field)
    return link ? namesIn(name, link.kind, known).map((one) => ({ link, name: one, within, ...(at && { at }) })) : []
  })

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
