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

/** The class of every item for a colour, in the order of the legend; classes that nothing is in are left out. */
export const colouringOf = (model: GraphModel, colour: GraphColour): Colouring => {
  const keyOf = keysOf(model, colour)
  const keys = model.items.map(keyOf)
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const entries = entriesFor(model, colour, counts)
  const known = new Set(entries.map(({ key }) => key))
  const rest = [...counts.keys()].filter((key) => !known.has(key))
  const hasOthers = rest.some((key) => !withoutValue.has(key))
  const all: Entry[] = [
    ...entries,
    ...(hasOthers ? [{ key: othersKey, tone: { kind: 'hue', index: mostNames } } as const] : []),
    ...rest.filter((key) => withoutValue.has(key)).sort().reverse().map((key): Entry => ({ key, tone: { kind: 'none' } })),
  ]
  const placeOf = new Map(all.map(({ key }, place) => [key, place]))
  const others = placeOf.get(othersKey) ?? 0
  const classOf = new Uint8Array(keys.length)
  keys.forEach((key, item) => {
    classOf[item] = placeOf.get(key) ?? others
  })
  const sizes = new Array<number>(all.length).fill(0)
  for (const place of classOf) sizes[place] = (sizes[place] ?? 0) + 1
  return { colour, classOf, classes: all.map((entry, place) => ({ ...entry, count: sizes[place] ?? 0 })) }
}
