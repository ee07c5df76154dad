import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { node24 } from './lib/node24.mjs'
import { root } from './lib/root.mjs'
import { run, toolEnvironment } from './lib/run.mjs'

/** The command line from a checkout: `npm run -s wavewright -- ...`. Paths are taken from where one stands. */

const program = join(root, 'out', 'main', 'cli.js')
// Standard output belongs to the command line alone: it may be JSON.
const toStandardError = ['ignore', 2, 2]

const stop = (message) => {
  console.error(message)
  process.exit(2)
}

if (!(await ensureInstalled({ stdio: toStandardError }))) stop('npm ci failed: see above.')
if (!existsSync(program) && (await build({ stdio: toStandardError })) !== 0) stop('The build failed: see above.')
const cwd = process.env.INIT_CWD ?? process.cwd()
process.exitCode = await run(node24(), [program, ...process.argv.slice(2)], { cwd, env: toolEnvironment() })
