import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/root.mjs'
import { node24 } from './lib/node24.mjs'
import { run, runTool, toolEnvironment } from './lib/run.mjs'

/**
 * Runs every test/bench/*.bench.mjs and *.figures.ts, or those whose names contain a word of the command line, one after
 * the other, so that they do not disturb each other.
 */

const folder = join(root, 'test', 'bench')
const wanted = process.argv.slice(2)
const isWanted = (name) => wanted.length === 0 || wanted.some((word) => name.includes(word))
const files = readdirSync(folder).sort().filter(isWanted)
for (const file of files.filter((name) => name.endsWith('.bench.mjs'))) {
  console.log(`\n# ${file.replace('.bench.mjs', '')}\n`)
  const status = await run(node24(), [join(folder, file)], { env: toolEnvironment() })
  if (status !== 0) process.exitCode = 1
}
for (const file of files.filter((name) => name.endsWith('.figures.ts'))) {
  console.log(`\n# ${file.replace('.figures.ts', '')}\n`)
  const args = ['run', '--config', 'test/bench/vitest.config.ts', file]
  if ((await runTool('vitest/vitest.mjs', args)) !== 0) process.exitCode = 1
}
