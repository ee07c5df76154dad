import type { ExtraField, IsoDate, Item } from '../../estate/item'
import { extraKey, withoutSources } from '../../estate/source'
import type { Change } from '../../plan/change'
import type { Exchange } from '../../plan/exchange'
import type { PlanDocument } from '../../plan/plan-document'
import { keptHeading, type Answer } from './answers'

/** Adds what left to the log. */
export const logExchanges = (exchanges: readonly Exchange[]): Change =>
  exchanges.length === 0 ? {} : { exchanges: { put: exchanges.map((row) => ({ row })) } }

const withExtra = (extra: readonly ExtraField[] | undefined, heading: string, value: ExtraField[1]): readonly ExtraField[] => {
  const fields = extra ?? []
  return fields.some(([one]) => one === heading)
    ? fields.map((field): ExtraField => (field[0] === heading ? [heading, value] : field))
    : [...fields, [heading, value]]
}

const answered = (item: Item, { field, value }: Answer): Item => {
  switch (field) {
    case 'effort': return typeof value === 'number' ? withoutSources({ ...item, effort: value }, ['effort']) : item
    case 'price': return typeof value === 'number' ? withoutSources({ ...item, cost: value }, ['cost']) : item
    case 'answer': case 'confirmedDate': case 'comment': {
      const heading = keptHeading[field]
      return withoutSources({ ...item, extra: withExtra(item.extra, heading, value) }, [extraKey(heading)])
    }
  }
}

/**
 * Takes the answers that the planner has accepted into their items, and notes on which day the package was looked
 * through: effort and price into the item's own fields, the rest beside them, all of them no longer from the workbook that
 * the item was read from. One step.
 */
export const acceptAnswers = (document: PlanDocument, exchangeId: string, answers: readonly Answer[], today: IsoDate): Change => {
  const itemById = new Map(document.estate.items.map((item) => [item.id, item]))
  const changed = new Map<string, Item>()
  for (const answer of answers) {
    const item = changed.get(answer.itemId) ?? itemById.get(answer.itemId)
    if (item) changed.set(item.id, answered(item, answer))
  }
  const exchange = document.exchanges.find((one) => one.id === exchangeId)
  return {
    ...(changed.size > 0 && { items: { put: [...changed.values()].map((row) => ({ row })) } }),
    ...(exchange && { exchanges: { put: [{ row: { ...exchange, returnedOn: today } }] } }),
  }
}
