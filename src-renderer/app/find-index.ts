import { actions } from '@main/contract/actions'
import type { ActionId } from '@main/contract/actions'
import type { ItemKind } from '@core/estate/item'
import type { Translate } from '@core/messages/translator'
import { activeScenario } from '@core/plan/plan-document'
import type { MoveGroup, PlanDocument } from '@core/plan/plan-document'
import type { Wave } from '@core/plan/wave'
import type { Item } from '@core/estate/item'
import { waveName } from '../i18n/words'

export type FindEntry =
  | { readonly type: 'action'; readonly id: ActionId; readonly name: string; readonly text: string }
  | { readonly type: 'item'; readonly id: string; readonly name: string; readonly text: string; readonly kind: ItemKind }
  | { readonly type: 'group'; readonly id: string; readonly name: string; readonly text: string }
  | { readonly type: 'wave'; readonly id: string; readonly name: string; readonly text: string }

const actionEntries = (t: Translate): readonly FindEntry[] =>
  actions.map(({ id, labelKey }) => {
    const name = t(labelKey).replace(/\s?…$/, '')
    return { type: 'action', id, name, text: name.toLowerCase() }
  })

const itemEntry = (item: Item): FindEntry =>
  ({ type: 'item', id: item.id, name: item.name, kind: item.kind, text: `${item.name}\n${item.id}`.toLowerCase() })

const groupEntry = (group: MoveGroup): FindEntry =>
  ({ type: 'group', id: group.id, name: group.name, text: group.name.toLowerCase() })

const waveEntry = (t: Translate, wave: Wave): FindEntry => {
  const name = waveName(t, wave)
  return { type: 'wave', id: wave.id, name, text: name.toLowerCase() }
}

const estateEntries = new WeakMap<readonly Item[], readonly FindEntry[]>()

const itemEntries = (items: readonly Item[]): readonly FindEntry[] => {
  const known = estateEntries.get(items)
  if (known) return known
  const made = items.map(itemEntry)
  estateEntries.set(items, made)
  return made
}

/** Groups of one item are found as the item. */
const scenarioEntries = (t: Translate, document: PlanDocument): readonly FindEntry[] => {
  const { groups, waves } = activeScenario(document)
  const shown = groups.filter((group) => group.itemIds.length > 1)
  return [...waves.map((wave) => waveEntry(t, wave)), ...shown.map(groupEntry)]
}

/** 0 begins with it, 1 a word in it begins with it, 2 it is somewhere inside; -1 not at all. */
const rankOf = (text: string, query: string): number => {
  const at = text.indexOf(query)
  if (at < 0) return -1
  if (at === 0 || text[at - 1] === '\n') return 0
  return text.includes(` ${query}`) || text.includes(`-${query}`) ? 1 : 2
}

export type Found = { readonly entries: readonly FindEntry[]; readonly total: number }

/**
 * The best `limit` entries: those that begin with the query first, in the order commands, waves, groups, items. Looks
 * through 15,000 items in a few milliseconds, as it only compares prepared lower-case text.
 */
export const findEntries = (t: Translate, document: PlanDocument | null, query: string, limit = 50): Found => {
  const wanted = query.trim().toLowerCase()
  const commands = actionEntries(t)
  if (!wanted) return { entries: commands.slice(0, limit), total: commands.length }
  const all = document ? [commands, scenarioEntries(t, document), itemEntries(document.estate.items)] : [commands]
  const ranked: FindEntry[][] = [[], [], []]
  let total = 0
  for (const entries of all) {
    for (const entry of entries) {
      const rank = rankOf(entry.text, wanted)
      if (rank < 0) continue
      total += 1
      const place = ranked[rank]
      if (place && place.length < limit) place.push(entry)
    }
  }
  return { entries: ranked.flat().slice(0, limit), total }
}
