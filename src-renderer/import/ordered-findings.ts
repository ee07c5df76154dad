import type { Finding, FindingSeverity } from '@core/workbook/finding'

const rank: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, note: 2 }

/** The worst first; within a severity in the order of the workbook. */
export const orderedFindings = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => rank[a.severity] - rank[b.severity])
