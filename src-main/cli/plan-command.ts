import { basename } from 'node:path'
import { applyChange, isEmptyChange } from '@core/plan/apply-change'
import type { Change } from '@core/plan/change'
import { acceptSharedServices, placeGroups, stepLabels } from '@core/plan/commands'
import type { StepLabel } from '@core/plan/history'
import { activeScenario } from '@core/plan/plan-document'
import type { Proposal } from '@core/planning/proposal'
import { propose } from '@core/planning/propose'
import { detectSharedServices } from '@core/planning/shared-services'
import { ok, type Result } from '@core/result'
import type { BadInput, PlanCommand } from './command'
import { freshIds } from './fresh-ids'
import { loadPlan, type LoadedPlan } from './load-plan'
import { measure } from './measures'
import { sayBounds, sayFindings, sayMeasures, sayObstacles, sayViolations } from './report'
import type { Terminal } from './terminal'
import { writePlan } from './write-plan'

/** One step, with its way back in the history: what the command line did can be undone in the window. */
const withStep = (plan: LoadedPlan, label: StepLabel, change: Change): LoadedPlan => {
  if (isEmptyChange(change)) return plan
  const { document, inverse } = applyChange(plan.document, change)
  return { ...plan, document, history: { done: [...plan.history.done, { label, change, inverse }], undone: [] } }
}

const accepting = (plan: LoadedPlan): LoadedPlan => {
  const { document } = plan
  const itemIds = detectSharedServices(document.estate, activeScenario(document).rules).map((one) => one.itemId)
  if (itemIds.length === 0) return plan
  const change = acceptSharedServices(document, itemIds, freshIds(document))
  return withStep(plan, stepLabels.acceptSharedServices(itemIds), change)
}

const proposing = (plan: LoadedPlan, command: PlanCommand, terminal: Terminal): { plan: LoadedPlan; proposal: Proposal } => {
  const { capacity, maxItems, maxWaves, objective, seconds, steps, seed } = command
  const control = { now: terminal.now, isCancelled: () => false, onProgress: () => undefined }
  const options = {
    objective, seed, newId: freshIds(plan.document), ...(capacity !== undefined && { capacity }),
    ...(maxItems !== undefined && { maxItems }), ...(maxWaves !== undefined && { maxWaves }),
    ...(seconds !== undefined && { seconds }), ...(steps !== undefined && { steps }),
  }
  const proposal = propose(plan.document, options, control)
  const change = placeGroups(plan.document, proposal.placements, proposal.newWaves)
  return { plan: withStep(plan, stepLabels.placeGroups(), change), proposal }
}

/** Proposes waves and writes the plan. Exit status 1 when a hard violation is left. */
export const runPlan = async (command: PlanCommand, terminal: Terminal): Promise<Result<number, BadInput>> => {
  const began = terminal.now()
  const loaded = await loadPlan(command.file, terminal)
  if (!loaded.ok) return loaded
  const asked = command.acceptShared ? accepting(loaded.value) : loaded.value
  const { plan, proposal } = proposing(asked, command, terminal)
  const written = await writePlan(plan, command.out, terminal)
  if (!written.ok) return written
  const { findings, document } = plan
  const seconds = (terminal.now() - began) / 1000
  const measures = measure({ document, findings, proposal, bounds: command, seconds })
  if (command.json) terminal.answer(JSON.stringify(measures))
  else {
    sayFindings(findings, terminal)
    sayViolations(document, terminal)
    sayObstacles(asked.document, document, proposal, terminal)
    sayMeasures(measures, basename(command.file), terminal)
    sayBounds(document, proposal.bounds, terminal)
  }
  return ok(measures.violations.hard > 0 ? 1 : 0)
}
