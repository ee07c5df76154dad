import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** What takes minutes: `npm run test:long`, every test of a file that is named *.long.ts. */
export default defineConfig({
  root: at(''),
  resolve: { alias: { '@core': at('src-core'), '@main': at('src-main'), '@renderer': at('src-renderer'), '@test': at('test') } },
  test: { include: ['test/**/*.long.ts'], testTimeout: 600_000, fileParallelism: false },
})
