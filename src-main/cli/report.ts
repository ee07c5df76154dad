import type { PlanDocument } from '@core/plan/plan-document'
import { violationSentence } from '@core/messages/violation-sentence'
import { evaluate } from '@core/violations/evaluate'
import type { Finding } from '@core/workbook/finding'
import { findingSentence } from '@core/workbook/finding-sentence'
import type { Measures } from './measures'
import type { Terminal } from './terminal'

/** Lines of one list that people get to read; programs get all. */
const shownLines = 40

const sayAll = (lines: readonly string[], { say, t }: Terminal): void => {
  for (const line of lines.slice(0, shownLines)) say(line)
  if (lines.length > shownLines) say(t('cli.more', { count: lines.length - shownLines }))
}

/** `Applications!C7`, or as much of it as there is. */
const placeOf = ({ sheet, cell, row }: Finding): string => {
  const place = cell ?? (row === undefined ? '' : String(row))
  return [sheet, place].filter((part) => part !== '').join('!')
}

export const sayFindings = (findings: readonly Finding[], terminal: Terminal): void => {
  const { t } = terminal
  sayAll(findings.map((finding) => {
    const place = placeOf(finding)
    return `${t(`cli.${finding.severity}`)}: ${place === '' ? '' : `${place}: `}${findingSentence(t, finding)}`
  }), terminal)
}

export const sayViolations = (document: PlanDocument, terminal: Terminal): void => {
  const { t, language } = terminal
  const { violations, notices } = evaluate(document)
  sayAll(violations.map((violation) =>
    `${t(violation.severity === 'hard' ? 'cli.hard' : 'cli.warning')}: ${violationSentence(t, language, document, violation)}`,
  ), terminal)
  for (const notice of notices) terminal.say(t('cli.undated', { count: notice.waveIds.length }))
}

export const sayMeasures = (measures: Measures, file: string, { t, say }: Terminal): void => {
  const { items, dependencies, moveGroups: groups, waves, lowerBoundWaves: least } = measures
  say(t('cli.read', {
    items: t('common.items', { count: items }),
    dependencies: t('common.dependencies', { count: dependencies }),
    groups: t('common.moveGroups', { count: groups }),
    file,
  }))
  say(t('cli.shape', { largest: t('common.items', { count: measures.largestMoveGroup }), cycles: measures.cycles, shared: measures.sharedServices }))
  say(least === null ? t('cli.wavesOnly', { waves }) : t('cli.waves', { waves, least }))
  const { hard, warning: warnings } = measures.violations
  const figures = {
    hard: t('common.hardViolations', { count: hard }), warnings: t('common.warnings', { count: warnings }),
    bridges: measures.bridges.count, price: Math.round(measures.bridges.price),
  }
  say(t(hard === 0 ? 'cli.noHard' : 'cli.violations', figures))
}

/** The lists that `check --json` adds. */
export const listsOf = (document: PlanDocument, findings: readonly Finding[], { t, language }: Terminal) => ({
  findingList: findings.map((finding) => ({ ...finding, sentence: findingSentence(t, finding) })),
  violationList: evaluate(document).violations.map((violation) => ({
    ...violation, sentence: violationSentence(t, language, document, violation),
  })),
})
