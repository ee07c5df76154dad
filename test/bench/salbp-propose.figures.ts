import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Dependency } from '@core/estate/dependency'
import type { Item } from '@core/estate/item'
import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import type { PlanDocument } from '@core/plan/plan-document'
import { propose } from '@core/planning/propose'
import { aPlan } from '@test/builders/a-plan'
import { checkPlan } from '@test/checker/plan-checker'
import { expect, it } from 'vitest'

const folder = fileURLToPath(new URL('../../../shared/bench/salbp1-scholl/', import.meta.url))

/** Every so many of the 269 instances; 1 for all. */
const every = Number(process.env.SALBP_EVERY ?? 9)
const seconds = Number(process.env.SALBP_SECONDS ?? 10)

/** A plan whose groups are the tasks: effort is the task's time, order is "not later". */
const planOf = (graph: string): PlanDocument => {
  const lines = readFileSync(`${folder}${graph}.IN2`, 'utf8').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
  const count = Number(lines[0])
  const items = lines.slice(1, count + 1).map((time, index): Item =>
    ({ id: `${index + 1}`, name: `Task ${index + 1}`, kind: 'application', effort: Number(time) }))
  const pairs = lines.slice(count + 1).map((line) => line.split(',').map(Number))
  const end = pairs.findIndex(([before]) => before === -1)
  const dependencies = pairs.slice(0, end < 0 ? pairs.length : end).map(([before, after], index): Dependency => ({
    id: `d${index}`, from: `${after}`, to: `${before}`, type: 'uses', strength: 'soft', order: 'provider-first',
  }))
  return aPlan({ items, dependencies })
}

type Outcome = { readonly name: string; readonly best: number; readonly waves: number; readonly proven: boolean; readonly seconds: number }

const solve = (row: string): Outcome => {
  const [graph = '', , capacity = '', best = ''] = row.split(',')
  const document = planOf(graph)
  const control = { now: () => performance.now(), isCancelled: () => false, onProgress: () => undefined }
  const start = performance.now()
  const proposal = propose(document, { objective: 'waves', capacity: Number(capacity), seconds, seed: 1, newId: countingIds() }, control)
  const taken = (performance.now() - start) / 1000
  const after = applyChange(document, placeGroups(document, proposal.placements, proposal.newWaves)).document
  expect(checkPlan(after)).toEqual([])
  expect(proposal.measures.unplaced).toBe(0)
  expect(proposal.lowerBoundWaves).toBeLessThanOrEqual(Number(best))
  return { name: `${graph} ${capacity}`, best: Number(best), waves: proposal.measures.waves, proven: proposal.provenOptimal === true, seconds: taken }
}

it('instances of Scholl, as plans, through propose()', () => {
  if (!existsSync(`${folder}optima_269.csv`)) {
    console.log('SALBP-1 through propose(): skipped: shared/bench is absent')
    return
  }
  const rows = readFileSync(`${folder}optima_269.csv`, 'utf8').trim().split(/\r?\n/).slice(1).filter((_, index) => index % every === 0)
  const outcomes = rows.map(solve)
  const found = outcomes.filter(({ waves, best }) => waves === best)
  const proven = outcomes.filter(({ proven: isProven, waves, best }) => isProven && waves === best)
  for (const { name, waves, best, proven: isProven, seconds: taken } of outcomes) {
    if (!isProven) console.log(`  ${name}: ${waves} waves (best ${best}), not proved, ${taken.toFixed(1)} s`)
  }
  console.log(`SALBP-1 through propose(), ${outcomes.length} of 269, ${seconds} s each: ${found.length} at the optimum, ` +
    `${proven.length} proved; ${outcomes.reduce((sum, one) => sum + one.seconds, 0).toFixed(0)} s in all; load ${loadavg()[0]!.toFixed(1)}`)
})
