import { defineConfig } from '@playwright/test'

/** One worker: every spec starts a whole application, and figures taken beside another are not figures. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  tsconfig: './tsconfig.test.json',
  outputDir: 'artefacts/e2e/output',
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'artefacts/e2e/report.json' }]],
})
