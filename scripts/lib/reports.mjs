import { readFileSync } from 'node:fs'

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

const nothing = { passed: 0, failed: 0, skipped: [] }

/** Counts of a Vitest JSON report; null when there is none. A file that could not even be read counts as one failed. */
export const vitestCounts = (path) => {
  const report = readJson(path)
  if (!report) return null
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: file.name })),
  )
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const withStatus = (...statuses) => tests.filter((test) => statuses.includes(test.status))
  return {
    passed: withStatus('passed').length,
    failed: withStatus('failed').length + brokenFiles.length,
    skipped: withStatus('pending', 'skipped', 'todo', 'disabled').map((test) => ({
      name: test.fullName,
      reason: test.meta?.skipReason ?? 'see the output above',
    })),
  }
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

const skipOf = (spec, test) => {
  const annotation = (test.annotations ?? []).find(({ type }) => type === 'skip' || type === 'fixme')
  return { name: spec.title, reason: annotation?.description ?? 'no reason given' }
}

/** Counts of a Playwright JSON report; null when there is none. */
export const playwrightCounts = (path) => {
  const report = readJson(path)
  if (!report) return null
  return report.suites.flatMap(specsOf).reduce((counts, spec) => {
    for (const test of spec.tests) {
      if (test.status === 'expected') counts.passed += 1
      else if (test.status === 'skipped') counts.skipped.push(skipOf(spec, test))
      else counts.failed += 1
    }
    return counts
  }, { ...nothing, failed: report.errors?.length ?? 0, skipped: [] })
}
