import { effortOf, type Item } from '../estate/item'

/** The item that a group is called after: an application, of the highest criticality, effort, then by name and id. */
export const leadingItem = (items: readonly Item[]): Item | undefined =>
  items.reduce<Item | undefined>((best, item) => (best && compareLead(best, item) <= 0 ? best : item), undefined)

const compareLead = (a: Item, b: Item): number =>
  Number(b.kind === 'application') - Number(a.kind === 'application') ||
  (b.criticality ?? 0) - (a.criticality ?? 0) ||
  effortOf(b) - effortOf(a) ||
  compareText(a.name, b.name) ||
  compareText(a.id, b.id)

/** By code units: the same on every machine, whatever its language. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The name, then what tells it from others of the same name. */
const namesFor = (item: Item): readonly string[] => {
  const name = item.name.trim() || item.id
  const withId = `${name} (${item.id})`
  return item.organisation ? [name, `${name} (${item.organisation})`, withId] : [name, withId]
}

/** A name after the item that is not in `taken`. */
export const automaticName = (item: Item, taken: ReadonlySet<string>): string => {
  const names = namesFor(item)
  return names.find((name) => !taken.has(name)) ?? uniqueName(names.at(-1) ?? item.id, taken)
}

/** True for a name that we gave after this item, false for one that somebody chose. */
export const isAutomaticName = (name: string, item: Item): boolean => {
  const names = namesFor(item)
  const last = names.at(-1) ?? ''
  return names.includes(name) || (name.startsWith(`${last} `) && /^\d+$/.test(name.slice(last.length + 1)))
}

/** The name itself, or with the first number from 2 that makes it unique. */
export const uniqueName = (name: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(name)) return name
  let number = 2
  while (taken.has(`${name} ${number}`)) number++
  return `${name} ${number}`
}
