import { obstacleSentence } from '@core/messages/obstacle-sentence'
import { boundSentences } from '@core/messages/reason-sentence-bound'
import { conflictSentences } from '@core/messages/reason-sentence-conflict'
import { sharedSentence, softenedSentence, splitSentence } from '@core/messages/reason-sentence-split'
import { violationSentence } from '@core/messages/violation-sentence'
import type { PlanDocument } from '@core/plan/plan-document'
import type { PlanBounds } from '@core/planning/plan-bounds'
import type { Proposal } from '@core/planning/proposal'
import { explainProposal } from '@core/planning/reasons/explain-proposal'
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

/** The least possible, each with the argument that says so: as below the figures in the window. */
export const sayBounds = (document: PlanDocument, bounds: PlanBounds, { t, language, say }: Terminal): void =>
  boundSentences(t, language, document, bounds).forEach(say)

const shownObstacles = 20
const shownDependencies = 12

/** What found no wave and why; where it would split; and the smallest sets of rules that cannot all hold. */
export const sayObstacles = (before: PlanDocument, after: PlanDocument, proposal: Proposal, { t, language, say }: Terminal): void => {
  if (proposal.unplaced.length > 0) say(t('cli.unplaced', { count: proposal.unplaced.length }))
  for (const obstacle of proposal.obstacles.slice(0, shownObstacles)) say(`  ${obstacleSentence(t, language, after, obstacle)}`)
  const { splits, conflicts, shared } = explainProposal(before, after, proposal)
  if (splits.length + shared.length > 0) say(`${t('reasons.splits')}:`)
  for (const candidate of shared) say(`  ${sharedSentence(t, language, before, candidate)} (--accept-shared)`)
  for (const { groupId, split } of splits) {
    say(`  ${splitSentence(t, language, before, groupId, split)}`)
    const dependencies = split.type === 'split' ? split.dependencies.slice(0, shownDependencies) : []
    for (const dependency of dependencies) say(`    ${softenedSentence(t, language, before, dependency)}`)
  }
  if (conflicts.length > 0) say(`${t('reasons.conflicts')}:`)
  for (const conflict of conflicts) {
    const { head, reasons } = conflictSentences(t, language, after, conflict)
    say(`  ${head}`)
    for (const reason of reasons) say(`    ${reason}`)
  }
}

/** The lists that `check --json` adds. */
export const listsOf = (document: PlanDocument, findings: readonly Finding[], { t, language }: Terminal) => ({
  findingList: findings.map((finding) => ({ ...finding, sentence: findingSentence(t, finding) })),
  violationList: evaluate(document).violations.map((violation) => ({
    ...violation, sentence: violationSentence(t, language, document, violation),
  })),
})
