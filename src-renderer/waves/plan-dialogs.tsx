import type { ReactElement } from 'react'
import { useAction } from '../actions/use-action'
import { KeyFiguresDialog } from '../figures/key-figures-dialog'
import { ProposeDialog } from '../propose/propose-dialog'
import { openPropose } from '../propose/propose-state'
import { showDialog, showView, useViewStore, viewStore } from '../stores/view-store'
import { addWaveAndGo } from './board-keys'
import { MoveDialog } from './move-dialog'

/**
 * What every view can call up about the plan: moving the selection to a wave, proposing waves, adding one. Registers
 * the actions `move-to-wave`, `propose` and `add-wave`. Mounted once by the frame while a plan is open.
 */
export const PlanDialogs = (): ReactElement => {
  useAction('move-to-wave', () => showDialog('move-to-wave'), () => viewStore.getState().selection.itemIds.size > 0)
  useAction('propose', openPropose)
  useAction('add-wave', () => {
    showView('waves')
    addWaveAndGo()
  })
  const moving = useViewStore((state) => state.dialog === 'move-to-wave')
  return (
    <>
      {moving && <MoveDialog />}
      <ProposeDialog />
      <KeyFiguresDialog />
    </>
  )
}
