import { basename } from 'node:path'
import { planBounds } from '@core/planning/bounds'
import { ok, type Result } from '@core/result'
import type { BadInput, CheckCommand } from './command'
import { loadPlan } from './load-plan'
import { measure } from './measures'
import { listsOf, sayBounds, sayFindings, sayMeasures, sayViolations } from './report'
import type { Terminal } from './terminal'

/** Findings and violations. Exit status 1 when a violation is hard or a finding is an error. */
export const runCheck = async (command: CheckCommand, terminal: Terminal): Promise<Result<number, BadInput>> => {
  const began = terminal.now()
  const loaded = await loadPlan(command.file, terminal)
  if (!loaded.ok) return loaded
  const { document, findings } = loaded.value
  const seconds = (): number => (terminal.now() - began) / 1000
  const measures = measure({ document, findings, proposal: null, bounds: {}, seconds: 0 })
  if (command.json) {
    const lists = listsOf(document, findings, terminal)
    terminal.answer(JSON.stringify({ ...measures, seconds: Math.round(seconds() * 1000) / 1000, ...lists }))
  } else {
    sayFindings(findings, terminal)
    sayViolations(document, terminal)
    sayMeasures(measures, basename(command.file), terminal)
    sayBounds(document, planBounds(document, {}), terminal)
  }
  const isBad = measures.violations.hard > 0 || findings.some((finding) => finding.severity === 'error')
  return ok(isBad ? 1 : 0)
}
