import type { Change } from '@core/plan/change'
import type { StepLabel } from '@core/plan/history'
import { itemToSee } from '@core/plan/item-to-see'
import { useAction } from '../actions/use-action'
import { currentFocus, leaveFocus, showAround, showFocus } from '../canvas/focus/focus-store'
import { hasReturned, showExchangeSection } from '../export/exchange-state'
import { chooseWorkbook, openSample } from '../import/import-flow'
import { currentTranslate, stepSentence } from '../i18n/words'
import { setLanguage, setTheme } from '../stores/preferences-store'
import { planStore, redo, undo } from '../stores/plan-store'
import { revealItem, showDialog, showView, togglePanel, viewStore } from '../stores/view-store'
import { announce } from './announcer'
import { choosePlanFile, closePlan, exportWorkbook, savePlan, savePlanAs } from './plan-files'

const hasPlan = (): boolean => planStore.getState().phase === 'open'
const canOpen = (): boolean => ['start', 'open', 'restore'].includes(planStore.getState().phase)

/** Not on the restore screen: there the list is the screen, and it keeps what the working copy still holds. */
const canBringBack = (): boolean => ['start', 'open'].includes(planStore.getState().phase)

/** Does it, says so, and brings into sight what it has changed. */
const stepAloud = (change: Change | undefined, step: () => StepLabel | null, said: 'shell.undone' | 'shell.redone'): void => {
  const before = planStore.getState().document
  const label = step()
  const { document } = planStore.getState()
  if (!label || !before || !document || !change) return
  const t = currentTranslate()
  announce(t(said, { step: stepSentence(t, label) }))
  const itemId = itemToSee(before, document, change)
  if (itemId !== null) revealItem(itemId)
}

const undoAloud = (): void => stepAloud(planStore.getState().history.done.at(-1)?.inverse, undo, 'shell.undone')
const redoAloud = (): void => stepAloud(planStore.getState().history.undone.at(-1)?.change, redo, 'shell.redone')

const toggleFind = (): void => showDialog(viewStore.getState().dialog === 'find' ? null : 'find')

const hasSelection = (): boolean => hasPlan() && viewStore.getState().selection.itemIds.size > 0

/** From any view. */
const showNeighbourhood = (): void => {
  showAround(viewStore.getState().selection.itemIds)
  showView('graph')
}

/** Between the first two that are selected; what is missing is chosen there. */
const showPaths = (): void => {
  const [fromId = null, toId = null] = viewStore.getState().selection.itemIds
  showFocus({ kind: 'paths', fromId, toId })
  showView('graph')
}

const showSuppliers = (): void => {
  showExchangeSection('suppliers')
  showView('exchange')
}

/** What it needs is loaded when it is first asked for, as the view is. */
const openReturnedPackage = async (): Promise<void> => {
  const { openReturned } = await import('../export/exchange-flow')
  await openReturned()
  if (hasReturned()) showView('exchange')
}

/** Everything that works in the whole window, whatever view is open. */
export const useFrameActions = (): void => {
  useAction('import-workbook', () => void chooseWorkbook(), canOpen)
  useAction('open-plan', () => void choosePlanFile(), canOpen)
  useAction('open-sample', () => void openSample('en'), canOpen)
  useAction('open-norwegian-sample', () => void openSample('nb'), canOpen)
  useAction('save-plan', () => void savePlan(), hasPlan)
  useAction('save-plan-as', () => void savePlanAs(), hasPlan)
  useAction('export-workbook', () => void exportWorkbook(), hasPlan)
  useAction('supplier-packages', showSuppliers, hasPlan)
  useAction('open-returned', () => void openReturnedPackage(), hasPlan)
  useAction('restore-snapshot', () => showDialog('snapshots'), canBringBack)
  useAction('show-neighbourhood', showNeighbourhood, hasSelection)
  useAction('show-paths', showPaths, hasPlan)
  useAction('leave-focus', leaveFocus, () => currentFocus() !== null)
  useAction('close-plan', () => void closePlan(), hasPlan)
  useAction('undo', undoAloud, () => hasPlan() && planStore.getState().history.done.length > 0)
  useAction('redo', redoAloud, () => hasPlan() && planStore.getState().history.undone.length > 0)
  useAction('find', toggleFind, canOpen)
  useAction('show-estate', () => showView('estate'), hasPlan)
  useAction('show-graph', () => showView('graph'), hasPlan)
  useAction('show-waves', () => showView('waves'), hasPlan)
  useAction('show-exchange', () => showView('exchange'), hasPlan)
  useAction('toggle-inspector', () => togglePanel('inspector'), hasPlan)
  useAction('toggle-violations', () => togglePanel('violations'), hasPlan)
  useAction('rules', () => showDialog('rules'), hasPlan)
  useAction('shortcuts', () => showDialog('shortcuts'))
  useAction('language-en', () => setLanguage('en'))
  useAction('language-nb', () => setLanguage('nb'))
  useAction('theme-system', () => setTheme('system'))
  useAction('theme-light', () => setTheme('light'))
  useAction('theme-dark', () => setTheme('dark'))
  useAction('theme-contrast', () => setTheme('contrast'))
}
