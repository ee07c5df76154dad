import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/root.mjs'
import { node24 } from './lib/node24.mjs'
import { run, toolEnvironment } from './lib/run.mjs'

/** Runs every test/bench/*.bench.mjs, or those whose names contain a word of the command line, one after the other. */

const folder = join(root, 'test', 'bench')
const wanted = process.argv.slice(2)
const files = readdirSync(folder).filter((file) => file.endsWith('.bench.mjs')).sort()
for (const file of files.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))) {
  console.log(`\n# ${file.replace('.bench.mjs', '')}\n`)
  const status = await run(node24(), [join(folder, file)], { env: toolEnvironment() })
  if (status !== 0) process.exitCode = 1
}
