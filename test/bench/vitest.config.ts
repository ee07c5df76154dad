import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Figures, not tests: run by `vitest run --config test/bench/vitest.config.ts`. */
export default defineConfig({
  root: at(''),
  resolve: { alias: { '@core': at('src-core'), '@main': at('src-main'), '@renderer': at('src-renderer'), '@test': at('test') } },
  test: { include: ['test/bench/**/*.figures.ts'], testTimeout: 600_000, fileParallelism: false },
})
