import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { moveGroups, placeGroups } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { computeMoveGroups } from '@core/planning/move-groups'
import { makeBoard } from '@core/planning/board'
import type { Objective, Proposal, ProposeOptions } from '@core/planning/proposal'
import { propose } from '@core/planning/propose'
import { unitEdges } from '@core/planning/unit-edges'
import { unitModel } from '@core/planning/unit-model'
import { waveFrame } from '@core/planning/wave-frame'
import { freeWindows } from '@core/planning/windows'
import { bridgesAmong } from '@core/violations/bridges'
import { brokenDependencies } from '@core/violations/check-dependencies'
import { checkAllElse } from '@core/violations/check-plan'
import { evaluate } from '@core/violations/evaluate'
import { wholePlan } from '@core/violations/model/extent'
import { type PlanModel, planModel } from '@core/violations/model/plan-model'
import { previewMove } from '@core/violations/preview-move'
import { collecting } from '@core/violations/report'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { readWorkbook } from '@main/excel/read-workbook'
import { bigPlan } from '@test/builders/big-plan'
import { expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const shared = (path: string): string => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url))
const say = (what: string, figures: string): void => console.log(`${what.padEnd(44)}${figures}`)
const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`

/** Of the processor, in all threads of this process: what others do on a shared machine is not measured. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const milliseconds = (work: () => unknown): number => {
  const start = processorTime()
  work()
  return processorTime() - start
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN

/** New lists: nothing that is remembered for the old ones helps. */
const fresh = (document: PlanDocument): PlanDocument => {
  const { estate } = document
  return { ...document, estate: { ...estate, items: [...estate.items], dependencies: [...estate.dependencies] } }
}

type Louvain = (graph: unknown) => unknown
type GraphClass = new (options: object) => {
  addNode: (id: string) => void
  mergeEdge: (from: string, to: string) => unknown
  readonly order: number
  readonly size: number
}

/** The same graph in the library: one edge for each pair that depends on each other. */
const louvainOn = ({ estate }: PlanDocument): { readonly build: number; readonly run: () => unknown; readonly size: string } => {
  const Graph = require('graphology') as GraphClass
  const louvain = require('graphology-communities-louvain') as Louvain
  const graph = new Graph({ type: 'undirected' })
  const build = milliseconds(() => {
    for (const { id } of estate.items) graph.addNode(id)
    for (const { from, to } of estate.dependencies) if (from !== to) graph.mergeEdge(from, to)
  })
  return { build, run: () => louvain(graph), size: `${graph.order} nodes, ${graph.size} edges` }
}

/** From rows to typed arrays, groups, what they ask of each other, and where each may lie. */
const prepare = (document: PlanDocument): void => {
  const plan = planModel(document)
  computeMoveGroups(document.estate, activeScenario(document).rules)
  const units = unitModel(plan)
  unitEdges(units)
  freeWindows(makeBoard(units, waveFrame(plan, {}, (index) => `new ${index}`)))
}

const control = (onBetter?: (proposal: Proposal) => void) =>
  ({ now: processorTime, isCancelled: () => false, onProgress: () => undefined, ...(onBetter && { onBetter }) })

const optionsWith = (options: Partial<ProposeOptions>): ProposeOptions =>
  ({ objective: 'balanced', seed: 1, ...options, newId: countingIds() })

const debianEstate = (): PlanDocument | null => {
  const file = shared('inputs/debian-estate.xlsx')
  if (!existsSync(file)) return null
  const raw = readWorkbook(new Uint8Array(readFileSync(file)), 'debian-estate.xlsx')
  if (!raw.ok) throw new Error(raw.error.type)
  return interpretWorkbook(raw.value, { today: '2026-01-01', newId: countingIds() }).document
}

const measureDebian = (document: PlanDocument): void => {
  const { build, run, size } = louvainOn(document)
  prepare(fresh(document))
  propose(fresh(document), optionsWith({ steps: 0 }), control())
  // In turns, so that all see the same machine.
  const rounds = Array.from({ length: 9 }, () => [
    milliseconds(run),
    milliseconds(() => prepare(fresh(document))),
    milliseconds(() => propose(fresh(document), optionsWith({ steps: 0 }), control())),
  ])
  const [louvain = NaN, prepared = NaN, first = NaN] = [0, 1, 2].map((column) => median(rounds.map((row) => row[column]!)))
  say('Debian estate: Louvain of graphology', `${louvain.toFixed(0)} ms (its graph of ${size} built before, in ${build.toFixed(0)} ms)`)
  say('  arrays, groups, relations, windows', `${prepared.toFixed(0)} ms = ${(prepared / louvain).toFixed(2)} x Louvain (reach 1); ${load()}`)
  say('  first feasible plan, all of it included', `${first.toFixed(0)} ms = ${(first / louvain).toFixed(2)} x Louvain (reach 5); ${load()}`)
}

/** Price of the bridges over their time. */
const priceAfter = (document: PlanDocument, seconds: number, objective: Objective): { readonly price: number; readonly first: number; readonly steps: number } => {
  let first = NaN
  const proposal = propose(document, optionsWith({ seconds, objective }), control(({ measures }) => {
    if (Number.isNaN(first)) first = measures.bridgePrice
  }))
  const after = applyChange(document, placeGroups(document, proposal.placements, proposal.newWaves)).document
  expect(evaluate(after).hard).toBe(0)
  return { price: evaluate(after).bridges.price, first, steps: proposal.steps }
}

it('the Debian estate', () => {
  const document = debianEstate()
  if (!document) {
    say('Debian estate', 'skipped: shared/inputs is absent')
    return
  }
  measureDebian(document)
  const long = Number(process.env.ENGINE_LONG_SECONDS ?? 60)
  for (const objective of ['bridges', 'balanced'] as const) {
    const short = priceAfter(document, 15, objective)
    const reference = priceAfter(document, long, objective)
    const over = ((short.price / reference.price - 1) * 100).toFixed(1)
    say(`  price of bridges, objective ${objective}`, `first ${Math.round(short.first)}, 15 s ${Math.round(short.price)}, ${long} s ` +
      `${Math.round(reference.price)}: ${over} % above the ${long} s result (reach 2 % above ten minutes; ENGINE_LONG_SECONDS=600); ${load()}`)
  }
})

/** What nothing that looks at every dependency can do without: both ends, their waves, the price. */
const onePass = (plan: PlanModel): number => {
  const { waveOf, calendar: { days, waves }, estate: { from, to, pricePerDay, meaning } } = plan
  let price = 0
  for (let index = 0; index < from.length; index++) {
    const a = waveOf[from[index]!]!
    const b = waveOf[to[index]!]!
    if (meaning[index]! !== 0 && a !== b && a >= 0 && b >= 0) price += days[a * waves.length + b]! * pricePerDay[index]!
  }
  return price
}

const bytesIn = (value: unknown, seen = new Set<unknown>()): number => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0
  seen.add(value)
  if (ArrayBuffer.isView(value)) return value.byteLength
  return Array.isArray(value) ? 0 : Object.values(value).reduce<number>((sum, one) => sum + bytesIn(one, seen), 0)
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const heap = (): number => {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Milliseconds a call, over so many: the clock of the processor is too coarse for one. */
const each = (calls: number, work: (run: number) => unknown): number =>
  milliseconds(() => {
    for (let run = 0; run < calls; run++) work(run)
  }) / calls

it('evaluation at the size of a region', () => {
  const empty = bigPlan({ items: 12_500, dependencies: 100_000, waves: 24, seed: 1 })
  const proposal = propose(fresh(empty), optionsWith({ steps: 0, mode: 'replan' }), control())
  const planned = applyChange(empty, placeGroups(empty, proposal.placements, proposal.newWaves)).document
  const { groups, waves } = activeScenario(planned)
  const dragged = (step: number): readonly PlanDocument[] => Array.from({ length: 40 }, (_, run) =>
    applyChange(planned, moveGroups(planned, [groups[(run * step) % groups.length]!.id], waves[(run + step) % waves.length]!.id)).document)
  const models = dragged(37).map(planModel)
  let keep = 0
  const check = (plan: PlanModel): void => {
    keep += brokenDependencies(plan).indexes.length
    checkAllElse(plan, wholePlan(plan), collecting([]))
    keep += bridgesAmong(plan, null).price
  }
  const pass = (run: number): void => { keep += onePass(models[run % models.length]!) }
  for (let run = 0; run < 40; run++) {
    pass(run)
    check(models[run]!)
  }
  evaluate(planned)
  // In turns, so that all see the same machine.
  const rounds = [41, 43, 47, 53, 59, 61, 67].map((step) => {
    const drags = dragged(step)
    return [
      each(40, pass), each(40, (run) => check(models[run]!)), each(40, (run) => evaluate(drags[run]!)),
      each(20, (run) => previewMove(planned, groups[(run * step) % groups.length]!.itemIds)), each(2, () => evaluate(fresh(planned))),
    ]
  })
  const [onePassTaken = NaN, checking = NaN, whole = NaN, preview = NaN, cold = NaN] = [0, 1, 2, 3, 4].map((column) => median(rounds.map((row) => row[column]!)))
  const rough = each(10, () => check(planModel(empty)))
  const passes = (taken: number): string => `${taken.toFixed(2)} ms = ${(taken / onePassTaken).toFixed(1)} passes`
  say('12,500 items, 100,000 dependencies', `one pass over the arrays ${onePassTaken.toFixed(2)} ms; ${load()}`)
  say('  every rule and all bridges of a plan', `${passes(checking)} (reach 3)`)
  say('  evaluate after a drag, from the document', `${passes(whole)} (reach 3)`)
  say('  previewMove of a group, all 25 targets', passes(preview))
  say('  evaluate an estate never seen before', `${passes(cold)}: rows are made arrays first, once an estate`)
  say('  the rules of a random, broken plan', `${rough.toFixed(2)} ms, with ${evaluate(empty).violations.length} violations made as objects`)
  expect(Number.isFinite(keep)).toBe(true)
})

it('memory at the size of a region', () => {
  const copy = bigPlan({ items: 12_500, dependencies: 100_000, waves: 24, seed: 1 })
  heap()
  const before = heap()
  const plan = planModel(copy)
  const units = unitModel(plan)
  const edges = unitEdges(units)
  const board = makeBoard(units, waveFrame(plan, {}, (index) => `new ${index}`))
  freeWindows(board)
  const grown = heap() - before
  const { from, to, meaning, pricePerDay, effort } = plan.estate
  const arrays = bytesIn({ from, to, meaning, pricePerDay, effort, edges, groupOf: plan.groupOf, waveOf: plan.waveOf })
  say('  memory of the engine', `${(grown / 1e6).toFixed(1)} MB beside ${(arrays / 1e6).toFixed(1)} MB of arrays = ${(grown / arrays).toFixed(1)} x (reach 10)`)
  expect([plan, units, edges, board].length).toBe(4)
})
