import type { useStoreApi } from '@xyflow/react'

type FlowStore = ReturnType<typeof useStoreApi>

/** What is seen now: the pane's size and its transform, x, y and zoom. */
export type SeenPane = { readonly width: number; readonly height: number; readonly transform: readonly [number, number, number] }

/** A movement is over when nothing has moved for so many milliseconds. */
export const restAfter = 140

export type Motion = {
  /** Every step of a movement, and every change of the pane's size. */
  readonly moved: (now: SeenPane) => void
  readonly rested: (now: SeenPane) => void
}

/** Follows the viewport through its movements. Returns what ends that. */
export const followMotion = (store: FlowStore, { moved, rested }: Motion): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = store.subscribe((now, before) => {
    if (now.transform === before.transform && now.width === before.width && now.height === before.height) return
    moved(now)
    clearTimeout(timer)
    timer = setTimeout(() => rested(store.getState()), restAfter)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
