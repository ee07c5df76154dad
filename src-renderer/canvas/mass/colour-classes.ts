import { dispositions, itemKinds, type Item } from '@core/estate/item'
import type { GraphColour } from '@core/plan/view'
import { nameOrder } from '../name-order'
import { noGroup, waveOfItem, type GraphModel } from '../graph-model'

/**
 * What a class looks like. `wave` and `hue` are places in the colour-blind-safe sequence, `step` a place on a ramp of one
 * hue from quiet to strong (0 to 1), `none` is what has no value.
 */
export type Tone =
  | { readonly kind: 'hue'; readonly index: number }
  | { readonly kind: 'step'; readonly strength: number }
  | { readonly kind: 'none' }

export type ColourClass = { readonly key: string; readonly count: number; readonly tone: Tone }

export type Colouring = {
  readonly colour: GraphColour
  readonly classes: readonly ColourClass[]
  /** Class of each item. */
  readonly classOf: Uint8Array
}

/** Names beyond the colours share one class. */
const mostNames = 11
const mostYears = 7
export const othersKey = ' others'

type KeyOf = (item: Item, index: number) => string

const keysOf = (model: GraphModel, colour: GraphColour): KeyOf => {
  switch (colour) {
    case 'kind':
      return (item) => item.kind
    case 'wave':
      return (_item, index) => {
        if ((model.groupOf[index] ?? noGroup) === noGroup) return 'outside'
        return model.waves[waveOfItem(model, index)]?.id ?? 'unplanned'
      }
    case 'criticality':
      return (item) => String(item.criticality ?? '')
    case 'organisation':
      return (item) => item.organisation ?? ''
    case 'disposition':
      return (item) => item.disposition ?? ''
    case 'phase-out-reason':
      return (item) => item.phaseOutReason ?? ''
    case 'end-of-support':
      return (item) => item.endOfSupport?.slice(0, 4) ?? ''
  }
}

type Entry = { readonly key: string; readonly tone: Tone }

const hues = (keys: readonly string[]): Entry[] => keys.map((key, index) => ({ key, tone: { kind: 'hue', index } }))

const steps = (keys: readonly string[]): Entry[] =>
  keys.map((key, index) => ({ key, tone: { kind: 'step', strength: keys.length < 2 ? 1 : index / (keys.length - 1) } }))

const entriesFor = (model: GraphModel, colour: GraphColour, counts: ReadonlyMap<string, number>): Entry[] => {
  const present = (keys: readonly string[]): string[] => keys.filter((key) => counts.has(key))
  switch (colour) {
    case 'kind':
      return hues(itemKinds).filter(({ key }) => counts.has(key))
    case 'wave':
      return model.waves.map((wave): Entry => ({ key: wave.id, tone: { kind: 'hue', index: wave.number - 1 } })).filter(({ key }) => counts.has(key))
    case 'criticality':
      return steps(['1', '2', '3', '4']).filter(({ key }) => counts.has(key)).reverse()
    case 'disposition':
      return hues(dispositions).filter(({ key }) => counts.has(key))
    case 'end-of-support':
      // Soonest is strongest.
      return steps(present([...counts.keys()].sort()).filter((key) => key !== '').slice(0, mostYears).reverse()).reverse()
    case 'organisation':
    case 'phase-out-reason': {
      const names = [...counts].filter(([key]) => key !== '').sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
      // By name, so that a colour does not change hands because one item more is of another organisation.
      return hues(names.slice(0, mostNames).map(([name]) => name).sort(nameOrder))
    }
  }
}

const withoutValue = new Set(['', 'unplanned', 'outside'])

/** Each key once, how many items have it, and which of them each item has. */
const keysInUse = (model: GraphModel, colour: GraphColour) => {
  const keyOf = keysOf(model, colour)
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const numberOf = new Int32Array(model.items.length)
  model.items.forEach((item, index) => {
    const key = keyOf(item, index)
    let number = numbers.get(key)
    if (number === undefined) {
      number = counts.push(0) - 1
      numbers.set(key, number)
    }
    counts[number] = (counts[number] ?? 0) + 1
    numberOf[index] = number
  })
  const keys = [...numbers.keys()]
  return { keys, numberOf, counts: new Map(keys.map((key, number) => [key, counts[number] ?? 0])) }
}

const classesFor = (model: GraphModel, colour: GraphColour): Colouring => {
  const { keys, numberOf, counts } = keysInUse(model, colour)
  const entries = entriesFor(model, colour, counts)
  const known = new Set(entries.map(({ key }) => key))
  const rest = keys.filter((key) => !known.has(key))
  const hasOthers = rest.some((key) => !withoutValue.has(key))
  const all: Entry[] = [
    ...entries,
    ...(hasOthers ? [{ key: othersKey, tone: { kind: 'hue', index: mostNames } } as const] : []),
    ...rest.filter((key) => withoutValue.has(key)).sort().reverse().map((key): Entry => ({ key, tone: { kind: 'none' } })),
  ]
  const placeOf = new Map(all.map(({ key }, place) => [key, place]))
  const others = placeOf.get(othersKey) ?? 0
  const places = Uint8Array.from(keys, (key) => placeOf.get(key) ?? others)
  const sizes = new Array<number>(all.length).fill(0)
  keys.forEach((key, number) => {
    const place = places[number] ?? 0
    sizes[place] = (sizes[place] ?? 0) + (counts.get(key) ?? 0)
  })
  const classOf = new Uint8Array(numberOf.length)
  for (let item = 0; item < classOf.length; item++) classOf[item] = places[numberOf[item] ?? 0] ?? 0
  return { colour, classOf, classes: all.map((entry, place) => ({ ...entry, count: sizes[place] ?? 0 })) }
}

const ofItems = new WeakMap<readonly Item[], Colouring>()

/**
 * The class of every item for a colour, in the order of the legend; classes that nothing is in are left out. The same as
 * before, as long as nothing has changed that it speaks of: a move changes waves alone.
 */
export const colouringOf = (model: GraphModel, colour: GraphColour): Colouring => {
  if (colour === 'wave') return classesFor(model, colour)
  const before = ofItems.get(model.items)
  const colouring = before?.colour === colour ? before : classesFor(model, colour)
  ofItems.set(model.items, colouring)
  return colouring
}
