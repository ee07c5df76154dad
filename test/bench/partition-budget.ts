import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where other people's benchmarks lie; they are not part of the project. */
export const benchFolder = fileURLToPath(new URL('../../../shared/bench/', import.meta.url))

/** Says so where a file of the benchmarks is absent. */
export const isThere = (file: string): boolean => {
  if (existsSync(benchFolder + file)) return true
  console.log(`skipped: ../shared/bench/${file} is not there`)
  return false
}

/** Budgets are multiplied by this. */
const scale = Number(process.env['WAVEWRIGHT_BENCH_SECONDS'] ?? 1)

export type Budget = {
  readonly seconds: number
  readonly shouldStop: () => boolean
  /** Seconds used so far: of the processor, and of the clock on the wall. */
  readonly used: () => { readonly cpu: number; readonly wall: number }
}

/** Counts the processor's time of this process, not the wall's, so that a shared machine does not change what is measured. */
export const budgetOf = (seconds: number): Budget => {
  const cpuBefore = process.cpuUsage()
  const wallBefore = performance.now()
  const used: Budget['used'] = () => {
    const { user, system } = process.cpuUsage(cpuBefore)
    return { cpu: (user + system) / 1e6, wall: (performance.now() - wallBefore) / 1000 }
  }
  const limit = seconds * scale
  return { seconds: limit, shouldStop: () => used().cpu >= limit, used }
}

export const share = (part: number, whole: number): string => `${part} of ${whole} (${Math.round((100 * part) / Math.max(1, whole))} %)`
