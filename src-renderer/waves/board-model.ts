import { effortOf } from '@core/estate/item'
import type { Criticality, Item, ItemKind } from '@core/estate/item'
import type { Estate } from '@core/estate/estate'
import type { MoveGroup, Scenario } from '@core/plan/plan-document'
import type { Wave } from '@core/plan/wave'

/** A lane's key: the id of its wave, or `unplannedKey`. */
export type LaneKey = string
export const unplannedKey: LaneKey = 'unplanned'

export const laneKeyOf = (waveId: string | null): LaneKey => waveId ?? unplannedKey
export const waveIdOfLane = (key: LaneKey): string | null => (key === unplannedKey ? null : key)

/** What a card says about its group; depends on the estate and the group alone. */
export type CardFacts = {
  readonly items: readonly Item[]
  /** Person-days. */
  readonly effort: number
  /** The highest of its items; null where none is known. */
  readonly criticality: Criticality | null
  /** The kind of the item of a group of one, else null. */
  readonly onlyKind: ItemKind | null
  /** Lower-case name of the group, names and ids of its items. */
  readonly searchText: string
}

/** A row of a lane: a card, or one item of a card that is open. Its key is unique on the board. */
export type Row =
  | { readonly type: 'card'; readonly key: string; readonly group: MoveGroup; readonly facts: CardFacts }
  | { readonly type: 'item'; readonly key: string; readonly group: MoveGroup; readonly item: Item; readonly place: number }

export type Lane = {
  readonly key: LaneKey
  readonly wave: Wave | null
  readonly rows: readonly Row[]
  /** Row key to its index in `rows`. */
  readonly indexByKey: ReadonlyMap<string, number>
  /** For the card at an index of `rows`, its place among the cards, from 1. */
  readonly placeOfRow: Int32Array
  /** Cards in `rows`. */
  readonly shownGroups: number
  /** Groups that the filter hides. */
  readonly hiddenGroups: number
  /** Items of all groups, hidden ones included. */
  readonly items: number
  /** Person-days of all groups, hidden ones included. */
  readonly effort: number
}

/** Unplanned first, then the waves by number. */
export type Board = { readonly lanes: readonly Lane[]; readonly laneByKey: ReadonlyMap<LaneKey, Lane> }

export const sortOrders = ['name', 'effort', 'items', 'criticality', 'violations'] as const
export type SortOrder = (typeof sortOrders)[number]

export type BoardOptions = {
  readonly sort: SortOrder
  /** Lower case, trimmed; empty shows everything. */
  readonly filter: string
  readonly openGroupIds: ReadonlySet<string>
  /** Position of a group's name in the order of the language. */
  readonly nameRank: (name: string) => number
  /** Weighs what is wrong with a group; only asked when sorting by it. */
  readonly violationWeight: (groupId: string) => number
}

export const cardKey = (groupId: string): string => `g:${groupId}`
export const itemKey = (itemId: string): string => `i:${itemId}`

const factsByEstate = new WeakMap<Estate, WeakMap<MoveGroup, CardFacts>>()

const createFacts = (itemById: ReadonlyMap<string, Item>, group: MoveGroup): CardFacts => {
  const items = group.itemIds.flatMap((id) => itemById.get(id) ?? [])
  const levels = items.flatMap((item) => item.criticality ?? [])
  const only = items.length === 1 ? items[0] : undefined
  return {
    items,
    effort: items.reduce((sum, item) => sum + effortOf(item), 0),
    criticality: levels.length > 0 ? levels.reduce((most, level) => (level > most ? level : most)) : null,
    onlyKind: only?.kind ?? null,
    searchText: [group.name, ...items.flatMap((item) => [item.name, item.id])].join('\n').toLowerCase(),
  }
}

/** The same object for the same group of the same estate. */
export const cardFacts = (estate: Estate, itemById: ReadonlyMap<string, Item>, group: MoveGroup): CardFacts => {
  let facts = factsByEstate.get(estate)
  if (!facts) factsByEstate.set(estate, (facts = new WeakMap()))
  const known = facts.get(group)
  if (known) return known
  const made = createFacts(itemById, group)
  facts.set(group, made)
  return made
}

/**
 * Ranks names by a collator, which is slow, so that lanes can sort by number. Names that were seen before cost nothing:
 * a sorted list with a few new names at its end is nearly sorted.
 */
export const createNameRanker = (compare: (a: string, b: string) => number) => {
  let sorted: string[] = []
  let rankByName: ReadonlyMap<string, number> = new Map()
  return (names: Iterable<string>): ((name: string) => number) => {
    const fresh = new Set<string>()
    for (const name of names) if (!rankByName.has(name)) fresh.add(name)
    if (fresh.size > 0) {
      sorted = [...sorted, ...fresh].sort(compare)
      rankByName = new Map(sorted.map((name, rank) => [name, rank]))
    }
    const ranks = rankByName
    return (name) => ranks.get(name) ?? ranks.size
  }
}

type Entry = { readonly group: MoveGroup; readonly facts: CardFacts }

const weightOf = ({ group, facts }: Entry, options: BoardOptions): number => {
  switch (options.sort) {
    case 'name': return 0
    case 'effort': return facts.effort
    case 'items': return facts.items.length
    case 'criticality': return facts.criticality ?? 0
    case 'violations': return options.violationWeight(group.id)
  }
}

const sortEntries = (entries: readonly Entry[], options: BoardOptions): Entry[] =>
  entries
    .map((entry) => ({ entry, weight: weightOf(entry, options), rank: options.nameRank(entry.group.name) }))
    .sort((a, b) => b.weight - a.weight || a.rank - b.rank)
    .map(({ entry }) => entry)

const rowsOf = (entries: readonly Entry[], openGroupIds: ReadonlySet<string>): Row[] =>
  entries.flatMap(({ group, facts }): Row[] => {
    const card: Row = { type: 'card', key: cardKey(group.id), group, facts }
    if (facts.items.length < 2 || !openGroupIds.has(group.id)) return [card]
    const items = facts.items.map((item, place): Row => ({ type: 'item', key: itemKey(item.id), group, item, place }))
    return [card, ...items]
  })

const placesOf = (rows: readonly Row[]): Int32Array => {
  let cards = 0
  return Int32Array.from(rows, (row) => (row.type === 'card' ? ++cards : cards))
}

const buildLane = (wave: Wave | null, entries: readonly Entry[], options: BoardOptions): Lane => {
  const shown = options.filter ? entries.filter(({ facts }) => facts.searchText.includes(options.filter)) : entries
  const rows = rowsOf(sortEntries(shown, options), options.openGroupIds)
  return {
    key: laneKeyOf(wave?.id ?? null),
    wave,
    rows,
    indexByKey: new Map(rows.map((row, index) => [row.key, index])),
    placeOfRow: placesOf(rows),
    shownGroups: shown.length,
    hiddenGroups: entries.length - shown.length,
    items: entries.reduce((sum, { facts }) => sum + facts.items.length, 0),
    effort: entries.reduce((sum, { facts }) => sum + facts.effort, 0),
  }
}

/** The board of a scenario, as plain data. A group whose wave is unknown counts as unplanned. */
export const buildBoard = (
  estate: Estate, scenario: Scenario, itemById: ReadonlyMap<string, Item>, options: BoardOptions,
): Board => {
  const entriesByLane = new Map<LaneKey, Entry[]>([[unplannedKey, []]])
  for (const wave of scenario.waves) entriesByLane.set(wave.id, [])
  for (const group of scenario.groups) {
    const entries = entriesByLane.get(laneKeyOf(group.waveId)) ?? entriesByLane.get(unplannedKey)
    entries?.push({ group, facts: cardFacts(estate, itemById, group) })
  }
  const lanes = [null, ...scenario.waves].map((wave) =>
    buildLane(wave, entriesByLane.get(laneKeyOf(wave?.id ?? null)) ?? [], options))
  return { lanes, laneByKey: new Map(lanes.map((lane) => [lane.key, lane])) }
}
