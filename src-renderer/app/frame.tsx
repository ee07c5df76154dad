import { Suspense, useEffect } from 'react'
import type { ReactElement } from 'react'
import { Group as PanelGroup, Panel, Separator } from 'react-resizable-panels'
import { FindBar } from '../filter/find-bar'
import { useFindActions } from '../filter/use-find-actions'
import { RulesDialog } from '../inventory/rules-dialog'
import { Inspector } from '../inspector/inspector'
import { useTranslate } from '../i18n/use-translate'
import { useEvaluation, usePlanDocument } from '../stores/plan-store'
import { useViewStore } from '../stores/view-store'
import { ViolationsBar } from '../violations/violations-bar'
import { ViolationsList } from '../violations/violations-list'
import { unfoldOnce } from '../violations/violations-state'
import { PlanDialogs } from '../waves/plan-dialogs'
import { Presentation } from '../views/presentation'
import { TodayDialog } from '../views/today-dialog'
import { useViewActions } from '../views/use-view-actions'
import { useViews } from '../views/views-store'
import { ViewsDialog } from '../views/views-dialog'
import { focusViewIfLost } from './focus-view'
import { Rail } from './rail'
import { TopBar } from './top-bar'
import { viewElement } from './view-components'
import classes from './frame.module.css'

const CurrentView = (): ReactElement => {
  const { t } = useTranslate()
  const view = useViewStore((state) => state.view)
  const planId = usePlanDocument().id
  useEffect(focusViewIfLost, [planId, view])
  return (
    <main className={classes.view} id="view" tabIndex={-1} aria-label={t(`shell.${view}`)}>
      <Suspense fallback={<p className={classes.loading}>{t('shell.loading')}</p>}>
        {viewElement(view)}
      </Suspense>
    </main>
  )
}

/** The list unfolds by itself when the first violation of a plan appears, and never again: then it is the person's. */
const useFirstUnfolding = (): void => {
  const { hard, warnings } = useEvaluation()
  const some = hard + warnings > 0
  const id = usePlanDocument().id
  useEffect(() => {
    if (some) unfoldOnce(id)
  }, [some, id])
}

const ViewAndViolations = (): ReactElement => {
  const { t } = useTranslate()
  const isPresenting = useViews((state) => state.isPresenting)
  const open = useViewStore((state) => state.panels.violations) && !isPresenting
  useFirstUnfolding()
  return (
    <div className={classes.column}>
      {!isPresenting && <FindBar />}
      <PanelGroup orientation="vertical" id="view-and-violations">
        <Panel id="view" minSize={160}><CurrentView /></Panel>
        {open && <Separator className={classes.acrossSeparator} aria-label={t('shell.resizeViolations')} />}
        {open && (
          <Panel id="violations" defaultSize={168} minSize={96} maxSize="60%" groupResizeBehavior="preserve-pixel-size">
            <ViolationsList />
          </Panel>
        )}
      </PanelGroup>
      {!open && !isPresenting && <ViolationsBar />}
      {isPresenting && <Presentation />}
    </div>
  )
}

/** The window with a plan open: rail, top bar, the view, inspector, violations. */
export const Frame = (): ReactElement => {
  const { t } = useTranslate()
  const isPresenting = useViews((state) => state.isPresenting)
  const inspector = useViewStore((state) => state.panels.inspector) && !isPresenting
  useFindActions()
  useViewActions()
  return (
    <div className={classes.frame} data-presenting={isPresenting || undefined}>
      <a className={classes.skip} href="#view">{t('shell.skipToView')}</a>
      {!isPresenting && <TopBar />}
      {!isPresenting && <Rail />}
      <div className={classes.body}>
        <PanelGroup orientation="horizontal" id="view-and-inspector">
          <Panel id="work" minSize={320}><ViewAndViolations /></Panel>
          {inspector && <Separator className={classes.besideSeparator} aria-label={t('shell.resizeInspector')} />}
          {inspector && (
            <Panel id="inspector" defaultSize={304} minSize={240} maxSize="50%" groupResizeBehavior="preserve-pixel-size">
              <Inspector />
            </Panel>
          )}
        </PanelGroup>
      </div>
      <PlanDialogs />
      <RulesDialog />
      <ViewsDialog />
      <TodayDialog />
    </div>
  )
}
