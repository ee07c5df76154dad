import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/**
 * The real worker, bundled as the build does it, in a folder of its own: a thread cannot be started from TypeScript,
 * and tests must not depend on a build that someone made earlier.
 */
export const bundledWorker = async (
  entry = 'src-main/excel/workbook-worker.ts',
): Promise<{ readonly url: URL; readonly remove: () => Promise<void> }> => {
  const folder = await mkdtemp(path.join(root, 'node_modules', '.cache-worker-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@core': path.join(root, 'src-core'), '@main': path.join(root, 'src-main'), '@test': path.join(root, 'test') } },
    build: {
      ssr: path.join(root, entry),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: 'workbook-worker.js', format: 'es' } },
    },
  })
  return {
    url: pathToFileURL(path.join(folder, 'workbook-worker.js')),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
