import { defineConfig } from '@playwright/test'

/**
 * Two workers: each drives a whole application, and a browser keeps more than one core busy. What takes figures is a bench,
 * and runs alone.
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  tsconfig: './tsconfig.test.json',
  outputDir: 'artefacts/e2e/output',
  workers: 2,
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // Both only end what hangs: a busy machine is no fault.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'artefacts/e2e/report.json' }]],
})
