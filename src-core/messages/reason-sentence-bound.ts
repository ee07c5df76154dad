import type { BridgeArgument, PlanBounds, WaveArgument } from '../planning/plan-bounds'
import type { PlanDocument } from '../plan/plan-document'
import { planWords } from './plan-words'
import type { Language, MessageKey, Translate } from './translator'

const waveKeys: Readonly<Record<WaveArgument, MessageKey>> = {
  any: 'reasons.boundAny',
  sum: 'reasons.boundSum',
  halves: 'reasons.boundHalves',
  thirds: 'reasons.boundThirds',
  packing: 'reasons.boundPacking',
  items: 'reasons.boundItems',
  'capacity-rule': 'reasons.boundCapacityRule',
  chain: 'reasons.boundChain',
  apart: 'reasons.boundApart',
  windows: 'reasons.boundWindows',
  search: 'reasons.boundSearch',
}

const bridgeKeys: Readonly<Record<BridgeArgument, MessageKey>> = {
  retained: 'reasons.boundRetained',
  settled: 'reasons.boundSettled',
  windows: 'reasons.boundBridgeWindows',
  lag: 'reasons.boundLag',
  apart: 'reasons.boundBridgeApart',
  room: 'reasons.boundRoom',
  'too-large': 'reasons.boundTooLarge',
}

type BoundWords = { readonly waves: string; readonly price: string; readonly parts: string }

const wordsOf = (t: Translate, language: Language, document: PlanDocument, { waves, bridges }: PlanBounds): BoundWords => {
  const words = planWords(t, language, document)
  const parts = bridges.parts.filter(({ price }) => price > 0)
    .map(({ argument, price }) => t('reasons.boundBridgePart', { argument: t(bridgeKeys[argument]), price: words.number(price) }))
  return { waves: t(waveKeys[waves.argument]), price: words.number(bridges.price), parts: words.list(parts) }
}

/** What no complete plan can do without, each with the argument that says so; nothing is said of what is 0. */
export const boundSentences = (t: Translate, language: Language, document: PlanDocument, bounds: PlanBounds): readonly string[] => {
  const { waves, price, parts } = wordsOf(t, language, document, bounds)
  return [
    ...(bounds.waves.waves > 1 ? [t('reasons.boundWaves', { waves: bounds.waves.waves, argument: waves })] : []),
    ...(bounds.bridges.price > 0 ? [t('reasons.boundBridges', { price, parts })] : []),
  ]
}

/** The same, to stand below the figure that each is about. */
export const boundNotes = (
  t: Translate, language: Language, document: PlanDocument, bounds: PlanBounds,
): { readonly waves: readonly string[]; readonly bridges: readonly string[] } => {
  const { waves, price, parts } = wordsOf(t, language, document, bounds)
  return {
    waves: bounds.waves.waves > 1 ? [t('figures.leastWaves', { waves: bounds.waves.waves, argument: waves })] : [],
    bridges: bounds.bridges.price > 0 ? [t('figures.leastBridges', { price, parts })] : [],
  }
}
