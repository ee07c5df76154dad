import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { browserAdvice, ensureBrowser } from './lib/ensure-browser.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { playwrightCounts, vitestCounts } from './lib/reports.mjs'
import { root } from './lib/root.mjs'
import { runTool } from './lib/run.mjs'

/**
 * Everything that is checked, from a clean clone on: `npm test`. A step that fails does not keep the next from
 * running, unless that cannot run without it. The last line says how many passed and how many failed.
 */

const reports = { unit: join(root, 'artefacts/unit/report.json'), e2e: join(root, 'artefacts/e2e/report.json') }

const passed = { passed: 1, failed: 0, skipped: [] }
const failed = { passed: 0, failed: 1, skipped: [] }

const asOne = (code) => (code === 0 ? passed : failed)

/** A runner that ends badly without a failed test has failed all the same. */
const counted = (counts, code) => {
  if (!counts) return failed
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

const unit = async () => {
  rmSync(reports.unit, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`]
  const code = await runTool('vitest/vitest.mjs', ['run', ...reporters])
  return counted(vitestCounts(reports.unit), code)
}

const endToEnd = async () => {
  rmSync(reports.e2e, { force: true })
  const code = await runTool('@playwright/test/cli.js', ['test'])
  return counted(playwrightCounts(reports.e2e), code)
}

/** One after the other, but for those that run side by side: they keep one core busy each, and print only what is wrong. */
const steps = [
  [
    { name: 'types', run: async () => asOne(await runTool('typescript/bin/tsc', ['--build'])) },
    { name: 'lint', run: async () => asOne(await runTool('eslint/bin/eslint.js', ['.'])) },
  ],
  [{ name: 'build', run: async () => asOne(await build()) }],
  [{ name: 'unit', run: unit }],
  [{ name: 'end-to-end', run: endToEnd, needs: 'build' }],
]

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`

const runStep = async (step, results) => {
  const started = performance.now()
  if (step.needs && results.get(step.needs)?.failed) {
    console.log(`\n${step.name}: not run, because ${step.needs} failed`)
    return failed
  }
  console.log(`\n== ${step.name}`)
  const result = await step.run()
  console.log(`== ${step.name}: ${summary(result)} (${seconds(started)})`)
  return result
}

const giveUp = (reason) => {
  console.log(reason)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

const main = async () => {
  const started = performance.now()
  if (!(await ensureInstalled({ say: console.log }))) giveUp('npm ci failed: see above.')
  if (!(await ensureBrowser())) giveUp(`There is no browser to test with. ${browserAdvice}`)
  const results = new Map()
  for (const beside of steps) {
    await Promise.all(beside.map(async (step) => results.set(step.name, await runStep(step, results))))
  }
  const all = [...results.values()]
  const total = {
    passed: all.reduce((sum, result) => sum + result.passed, 0),
    failed: all.reduce((sum, result) => sum + result.failed, 0),
    skipped: all.flatMap((result) => result.skipped),
  }
  console.log(`\nAll steps: ${seconds(started)}`)
  for (const { name, reason } of total.skipped) console.log(`skipped: ${name} (${reason})`)
  console.log(summary(total))
  process.exitCode = total.failed > 0 ? 1 : 0
}

await main()
