import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { findHeadlessBrowser } from './scripts/lib/find-browser.mjs'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const alias = {
  '@core': at('./src-core'),
  '@main': at('./src-main'),
  '@renderer': at('./src-renderer'),
  '@test': at('./test'),
}

const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0

/** Only ends what hangs: how fast something is belongs to the benches, and a busy machine is no fault. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 }

const browserProject = {
  plugins: [react()],
  resolve: { alias },
  test: {
    ...patience,
    name: 'browser',
    include: ['test/renderer/**/*.browser.test.{ts,tsx}'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: findHeadlessBrowser() ?? undefined,
          args: isRootOnLinux ? ['--no-sandbox'] : [],
        },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
}

const unitProject = {
  resolve: { alias },
  test: {
    ...patience,
    name: 'unit',
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/**/*.browser.test.{ts,tsx}', 'test/e2e/**', 'test/bench/**'],
  },
}

// Nothing else runs beside them: by itself vitest would leave one of two processors idle.
export default defineConfig({ test: { projects: [unitProject, browserProject], maxWorkers: '100%' } })
