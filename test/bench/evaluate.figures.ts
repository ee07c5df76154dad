import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { moveGroups, placeGroups } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { propose } from '@core/planning/propose'
import { evaluate } from '@core/violations/evaluate'
import { fixesFor } from '@core/violations/fixes-for'
import { previewMove } from '@core/violations/preview-move'
import { type BigPlanSize, bigPlan } from '@test/builders/big-plan'
import { expect, it } from 'vitest'

/** Milliseconds: the middle one, and the one that 19 in 20 stay under. */
const times = (runs: number, work: (run: number) => void): string => {
  const taken = Array.from({ length: runs }, (_, run) => {
    const start = performance.now()
    work(run)
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  const part = (share: number): string => (taken[Math.min(runs - 1, Math.floor(runs * share))] ?? 0).toFixed(2)
  return `median ${part(0.5)} ms, 95th percentile ${part(0.95)} ms`
}

const proposed = (document: PlanDocument): { readonly document: PlanDocument; readonly line: string } => {
  const started = performance.now()
  const control = { now: () => performance.now(), isCancelled: () => false, onProgress: () => undefined }
  const proposal = propose(document, { objective: 'balanced', seed: 1, newId: countingIds() }, control)
  const seconds = ((performance.now() - started) / 1000).toFixed(2)
  const after = applyChange(document, placeGroups(document, proposal.placements, proposal.newWaves)).document
  const { hard, warnings, bridges } = evaluate(after)
  const line = `${seconds} s, ${proposal.steps} steps, ${activeScenario(after).waves.length} waves ` +
    `(at least ${proposal.lowerBoundWaves}), ${proposal.unplaced.length} unplaced, ${hard} hard, ${warnings} warnings, ` +
    `bridges ${bridges.count} at ${Math.round(bridges.price)}`
  return { document: after, line }
}

const say = (what: string, figures: string): void => console.log(`${what.padEnd(34)}${figures}`)

const figuresOf = (name: string, size: BigPlanSize): void => {
  say(name, `${size.items} items, ${size.dependencies} dependencies, ${size.waves} waves`)
  const random = bigPlan(size)
  say('  evaluate, estate included', times(3, () => evaluate({ ...random, estate: { ...random.estate } })))
  say('  violations in a random plan', `${evaluate(random).violations.length}`)
  const { document, line } = proposed(bigPlan({ ...size, waves: 0 }))
  say('  propose', line)
  const { groups, waves } = activeScenario(document)
  const moved = Array.from({ length: 200 }, (_, run) => {
    const group = groups[(run * 37) % groups.length]!
    return applyChange(document, moveGroups(document, [group.id], waves[run % waves.length]!.id)).document
  })
  say('  evaluate after one move', times(moved.length, (run) => evaluate(moved[run]!)))
  say('  previewMove of one group', times(200, (run) => previewMove(document, groups[(run * 41) % groups.length]!.itemIds)))
  const broken = evaluate(random).violations
  say('  fixesFor one violation', times(10, (run) => fixesFor(random, broken[(run * 53) % broken.length]!, countingIds())))
  expect(groups.length).toBeGreaterThan(0)
}

it('a region', () => figuresOf('A region', { items: 12_500, dependencies: 70_000, waves: 24, seed: 1 }))
it('a sample', () => figuresOf('A sample', { items: 150, dependencies: 400, waves: 8, seed: 1 }))
