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

/** What no complete plan can do without, each with the argument that says so; nothing is said of what is 0. */
export const boundSentences = (
  t: Translate, language: Language, document: PlanDocument, { waves, bridges, assumedCapacity }: PlanBounds,
): readonly string[] => {
  const words = planWords(t, language, document)
  const parts = bridges.parts.filter(({ price }) => price > 0)
    .map(({ argument, price }, _, all) =>
      all.length === 1 ? t(bridgeKeys[argument]) : t('reasons.boundBridgePart', { argument: t(bridgeKeys[argument]), price: words.number(price) }))
  const isSaid = waves.waves > 1 || bridges.price > 0
  return [
    ...(isSaid && assumedCapacity !== null ? [t('reasons.boundAssumed', { capacity: words.number(assumedCapacity) })] : []),
    ...(waves.waves > 1 ? [t('reasons.boundWaves', { waves: waves.waves, argument: t(waveKeys[waves.argument]) })] : []),
    ...(bridges.price > 0 ? [t('reasons.boundBridges', { price: words.number(bridges.price), parts: words.list(parts) })] : []),
  ]
}
