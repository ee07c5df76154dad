import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inputs, measuredRun, median, needs, program, root } from './measured-run.mjs'

/**
 * `wavewright plan` on the estate of 13,493 items and 70,433 dependencies, beside the bare read of the same file with xlsx:
 * wall time and peak memory of whole processes, in turns, so that both see the same machine.
 */

const file = join(inputs, 'debian-estate.xlsx')
needs(file, program)
const runs = Number(process.env.RUNS ?? 3)
const bareRead = `
  import { readFileSync } from 'node:fs'
  import { createRequire } from 'node:module'
  const XLSX = createRequire(${JSON.stringify(join(root, 'package.json'))})('xlsx')
  XLSX.read(readFileSync(${JSON.stringify(file)}), { dense: true })
`
const folder = mkdtempSync(join(tmpdir(), 'wavewright-bench-'))
const cases = {
  'bare XLSX.read': ['--input-type=module', '--eval', bareRead],
  'wavewright check': [program, 'check', file, '--json'],
  'wavewright plan, to .waveplan': [program, 'plan', file, '-o', join(folder, 'plan.waveplan'), '--json'],
  'wavewright plan, to .xlsx': [program, 'plan', file, '-o', join(folder, 'plan.xlsx'), '--json'],
}
const results = Object.fromEntries(Object.keys(cases).map((name) => [name, []]))
for (let round = 0; round < runs; round += 1) {
  for (const [name, args] of Object.entries(cases)) results[name].push(await measuredRun(args))
}
rmSync(folder, { recursive: true, force: true })
const base = median(results['bare XLSX.read'].map((one) => one.seconds))
console.log(`Median of ${runs}.\n\n| | s | x bare read | peak MB | status |\n| --- | ---: | ---: | ---: | ---: |`)
for (const [name, all] of Object.entries(results)) {
  const seconds = median(all.map((one) => one.seconds))
  console.log(`| ${name} | ${seconds.toFixed(2)} | ${(seconds / base).toFixed(2)} | ${median(all.map((one) => one.megabytes))} | ${all[0].status} |`)
}
const answer = results['wavewright plan, to .waveplan'][0]
console.log(`\n${answer.stdout.trim() || answer.stderr.trim()}`)
