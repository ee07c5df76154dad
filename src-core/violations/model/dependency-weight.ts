import type { Dependency } from '../../estate/dependency'
import type { Item } from '../../estate/item'

/** What a confidence in words is worth, in the four languages of the workbooks; of others the beginning counts. */
const confidenceWords: readonly (readonly [RegExp, number])[] = [
  [/^(certain|confirmed|verified|sure|high|sikker|bekreftet|verifisert|høy|hög|høj|säker|bekræftet)/, 1],
  [/^(medium|middle|likely|probable|middels|medel|mellem|mellom|sannsynlig|trolig|sannolik|sandsynlig)/, 0.7],
  [/^(low|guess|assumed|unsure|uncertain|lav|låg|usikker|antatt|gjetning|osäker|antagen|antaget)/, 0.4],
]
const leastConfidence = 0.1

/** 0.1 to 1: a share, a percentage or a word; 1 where nothing is said, or nothing that is understood. */
export const confidenceOf = ({ confidence }: Pick<Dependency, 'confidence'>): number => {
  const text = confidence?.trim().toLowerCase() ?? ''
  if (text === '') return 1
  const number = Number(text.replace('%', '').replace(',', '.').trim())
  if (!Number.isNaN(number)) {
    const share = text.includes('%') || number > 1 ? number / 100 : number
    return Math.min(1, Math.max(leastConfidence, share))
  }
  return confidenceWords.find(([words]) => words.test(text))?.[1] ?? 1
}

/** Part of a second within which an answer must come for a call to count half as much again. */
const halfLatencyMs = 50

const strengthOf = ({ strength, order }: Dependency): number =>
  strength === 'hard' ? 4 : order === 'together' ? 3 : order === 'provider-first' ? 1.5 : 1

/**
 * How strongly two items belong together, as one number:
 *
 *   weight = (1 + price a day) x strength x latency x criticality x confidence
 *
 * - strength: 4 for hard, 3 for the same wave, 1.5 for provider first, 1 for what may be a bridge
 * - latency: from 2 where no delay is allowed down to 1 where none is named, 1.5 at 50 ms: 1 + 50 / (50 + ms)
 * - criticality: of the more critical end, from 1 (or none) to 1.5 for patient safety: 1 + (criticality - 1) / 6
 * - confidence: 0.1 to 1, `confidenceOf`
 *
 * It guides the search alone: who is clustered with whom, and who draws whom into a wave. What a plan costs is the price
 * of its bridges (DESIGN 5, point 9), whatever the weights are. Those of parallel dependencies are added up.
 */
export const dependencyWeight = (dependency: Dependency, from: Item, to: Item): number => {
  const { pricePerDay = 1, maxLatencyMs } = dependency
  const latency = maxLatencyMs === undefined ? 1 : 1 + halfLatencyMs / (halfLatencyMs + Math.max(0, maxLatencyMs))
  const criticality = 1 + (Math.max(from.criticality ?? 1, to.criticality ?? 1) - 1) / 6
  return (1 + pricePerDay) * strengthOf(dependency) * latency * criticality * confidenceOf(dependency)
}
