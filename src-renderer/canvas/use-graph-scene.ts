import { useMemo, useRef } from 'react'
import { usePlanDocument, useEvaluation } from '../stores/plan-store'
import { useViewStore } from '../stores/view-store'
import { flowElements, type FlowElements } from './flow-elements'
import { graphModel, type GraphModel } from './graph-model'
import type { GraphState } from './graph-state'
import { scene, type SceneOptions } from './scene'
import type { Detail } from './scene-choice'
import type { Arrangement } from './scene-lanes'
import type { Scene } from './scene-types'

const noElements: FlowElements = { nodes: [], edges: [] }

/** Waves once something is planned; before that all would stand in one column, so by what needs what. */
export const arrangementOf = (model: GraphModel, state: GraphState): Arrangement =>
  state.arrangement ?? (model.waveOfGroup.some((wave) => wave >= 0) ? 'waves' : 'dependencies')

/** With more items than this, their names are too small to read in a window that shows them all. */
const readableItems = 60

const detailOf = (model: GraphModel, state: GraphState): Detail =>
  state.detail ?? (model.items.length <= readableItems ? 'items' : 'groups')

const indicesOf = (model: GraphModel, ids: Iterable<string>): number[] =>
  [...ids].flatMap((id) => {
    const index = model.indexById.get(id)
    return index === undefined ? [] : [index]
  })

export type GraphScene = {
  readonly model: GraphModel
  readonly scene: Scene
  readonly elements: FlowElements
  readonly arrangement: Arrangement
  readonly detail: Detail
  readonly selected: ReadonlySet<number>
}

/** Model, scene and elements, each made anew only when what it is made of has changed. */
export const useGraphScene = (state: GraphState): GraphScene => {
  const document = usePlanDocument()
  const evaluation = useEvaluation()
  const selection = useViewStore((view) => view.selection.itemIds)
  const previous = useRef<FlowElements>(noElements)
  const model = useMemo(() => graphModel(document, evaluation.violations), [document, evaluation])
  const selected = useMemo(() => new Set(indicesOf(model, selection)), [model, selection])
  const arrangement = arrangementOf(model, state)
  const detail = detailOf(model, state)
  const { groupState, openLane, current } = state
  const drawn = useMemo(() => {
    const options: SceneOptions = { arrangement, detail, groupState, openLane, wanted: selected }
    return scene(model, options)
  }, [model, arrangement, detail, groupState, openLane, selected])
  const elements = useMemo(() => {
    // eslint-disable-next-line react-hooks/refs -- only a cache: what comes out is the same with or without it
    previous.current = flowElements(model, drawn, { selected, current }, previous.current)
    // eslint-disable-next-line react-hooks/refs
    return previous.current
  }, [model, drawn, selected, current])
  return { model, scene: drawn, elements, arrangement, detail, selected }
}
