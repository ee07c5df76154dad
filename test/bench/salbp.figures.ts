import { isValidLine } from '@core/planning/line-balancing/branch-bound-remember'
import { prepareBalancing, type BalancingInput } from '@core/planning/line-balancing/instance'
import { leastStations } from '@core/planning/line-balancing/least-stations'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { benchFolder, budgetOf, isThere, share } from './partition-budget'

/** Scholl's 269 instances of SALBP-1 beside their optima: found in a second each, and proved in ten. */

const folder = 'salbp1-scholl/'
const optima = `${folder}optima_269.csv`

type Case = { readonly label: string; readonly input: BalancingInput; readonly optimum: number }

/** `.IN2`: n; n task times; precedences `i,j` counted from 1; `-1,-1`. */
const readGraph = (file: string): Omit<BalancingInput, 'capacity'> => {
  const lines = readFileSync(benchFolder + folder + file, 'utf8').split(/\r?\n/).map((line) => line.trim())
  const count = Number(lines[0])
  const rows = lines.slice(1).map((line) => line.split(',').map(Number))
  const end = rows.findIndex(([first]) => first === -1)
  const precedences = rows.slice(count, end).map(([before = 0, after = 0]) => [before - 1, after - 1] as const)
  return { times: rows.slice(0, count).map(([time = 0]) => time), precedences }
}

const cases = (): readonly Case[] => {
  const files = readdirSync(benchFolder + folder)
  const rows = readFileSync(benchFolder + optima, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))
  return rows.map(([graph = '', , capacity, best]) => {
    const file = files.find((name) => name.toLowerCase() === `${graph}.in2`.toLowerCase()) ?? ''
    return { label: `${graph} ${capacity}`, input: { ...readGraph(file), capacity: Number(capacity) }, optimum: Number(best) }
  })
}

const run = (seconds: number, what: string): void => {
  const all = cases()
  let optimal = 0
  let proved = 0
  for (const { label, input, optimum } of all) {
    const budget = budgetOf(seconds)
    const found = leastStations(input, { shouldStop: budget.shouldStop })
    expect(isValidLine(prepareBalancing(input), found.line)).toBe(true)
    expect(found.line.stations).toBeGreaterThanOrEqual(optimum)
    expect(found.lowerBound.value).toBeLessThanOrEqual(optimum)
    if (found.proved) expect(found.line.stations).toBe(optimum)
    if (found.line.stations === optimum) optimal++
    if (found.proved) proved++
    const { cpu, wall } = budget.used()
    console.log(`${label.padEnd(16)}${found.line.stations} stations, optimum ${optimum}, at least ${found.lowerBound.value} (${found.lowerBound.argument})` +
      `${found.proved ? ', proved' : ''}${found.line.stations > optimum ? ', NOT OPTIMAL' : ''}; ${cpu.toFixed(2)} s of processor, ${wall.toFixed(2)} s`)
  }
  console.log(`${what}: at the optimum ${share(optimal, all.length)}, proved ${share(proved, all.length)}`)
}

it('found in 1 s', { timeout: 3_600_000 }, () => {
  if (!isThere(optima)) return
  run(1, 'Scholl 269, 1 s each')
  console.log('a plain Hoffmann: 226 at the optimum; reach 245, stretch 262')
})

it('proved in 10 s', { timeout: 3_600_000 }, () => {
  if (!isThere(optima)) return
  run(10, 'Scholl 269, 10 s each')
  console.log('the best C++ code: 269 proved; reach 255, stretch 269')
})
