import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { root } from './measured-run.mjs'

const folder = join(root, 'node_modules/.cache/bench')

/** A TypeScript file of the tests with all that it imports, as one file that Node runs as fast as what is shipped. */
export const bundled = async (entry) => {
  mkdirSync(folder, { recursive: true })
  const name = `${basename(entry, '.ts')}.mjs`
  await build({
    configFile: false, root, logLevel: 'error',
    resolve: { alias: { '@core': join(root, 'src-core'), '@main': join(root, 'src-main'), '@test': join(root, 'test') } },
    build: { ssr: join(root, entry), outDir: folder, emptyOutDir: false, rollupOptions: { output: { entryFileNames: name } } },
  })
  return join(folder, name)
}
