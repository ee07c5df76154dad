import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const program = process.env.WAVEWRIGHT_CLI ?? `${root}out/main/cli.js`
export const inputs = fileURLToPath(new URL('../../../shared/inputs', import.meta.url))

/** Ends the bench with a reason where what it needs is not there. */
export const needs = (...paths) => {
  const missing = paths.find((path) => !existsSync(path))
  if (!missing) return
  console.log(`skipped: ${missing} is not there${missing === program ? ' (npm run build)' : ''}`)
  process.exit(0)
}

const peakMemory = 'process.on("exit", () => process.stderr.write(`\\npeak=${process.resourceUsage().maxRSS}\\n`))'

/** Runs Node with `args`: seconds of wall time, peak resident memory in MB, status and what was printed. */
export const measuredRun = (args, timeout = 600_000) =>
  new Promise((resolve) => {
    const began = performance.now()
    const preload = `--import=data:text/javascript,${encodeURIComponent(peakMemory)}`
    const child = spawn(process.execPath, [preload, ...args], { stdio: ['ignore', 'pipe', 'pipe'], timeout, env: { ...process.env, WAVEWRIGHT_LANG: 'en' } })
    const parts = { stdout: '', stderr: '' }
    child.stdout.on('data', (part) => { parts.stdout += part })
    child.stderr.on('data', (part) => { parts.stderr += part })
    child.on('close', (status) => {
      const peak = Number(/peak=(\d+)/.exec(parts.stderr)?.[1] ?? Number.NaN) / 1024
      const stderr = parts.stderr.replace(/\n?peak=\d+\n/g, '')
      resolve({ status, seconds: (performance.now() - began) / 1000, megabytes: Math.round(peak), stdout: parts.stdout, stderr })
    })
  })

/** Middle value; of an even number the lower one. */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)]
