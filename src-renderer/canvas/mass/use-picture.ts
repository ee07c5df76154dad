import { useMemo, useRef } from 'react'
import type { Evaluation } from '@core/violations/evaluation'
import { useGraphSettings } from '../../stores/graph-settings-store'
import { useEvaluation, usePlanDocument } from '../../stores/plan-store'
import { useViewStore } from '../../stores/view-store'
import { graphModel, type GraphModel } from '../graph-model'
import { colouringOf, type Colouring } from './colour-classes'
import { flagsOf, marksOf, type Marks } from './marks'
import { layOut } from './picture-layout'
import type { Picture } from './picture-types'
import { ribbonsOf, type Ribbons } from './ribbons'

/** Everything that the picture shows, each part made anew only when what it is made of has changed. */
export type PictureView = {
  readonly picture: Picture
  readonly evaluation: Evaluation
  readonly colouring: Colouring
  readonly marks: Marks
  readonly ribbons: Ribbons
  readonly flags: Uint8Array
  readonly selected: ReadonlySet<number>
}

const indicesOf = ({ indexById }: GraphModel, ids: Iterable<string>): ReadonlySet<number> => {
  const found = new Set<number>()
  for (const id of ids) {
    const index = indexById.get(id)
    if (index !== undefined) found.add(index)
  }
  return found
}

const hiddenItems = (model: GraphModel, ids: ReadonlySet<string> | null): Uint8Array => {
  const isHidden = new Uint8Array(model.items.length)
  if (ids) for (const index of indicesOf(model, ids)) isHidden[index] = 1
  return isHidden
}

/** Who folds up a group or a lane wants the others to stay where they are; who folds up all wants to see more at once. */
const fewClosed = 12

/** Columns that lanes have now, for the next picture to keep: as long as it is of the same kind, and with all of it open. */
const useColumns = (kind: string, closed: number) => {
  const before = useRef<{ kind: string; columns: ReadonlyMap<string, number> }>({ kind, columns: new Map() })
  return (make: (columns: ReadonlyMap<string, number>) => Picture): Picture => {
    const picture = make(before.current.kind === kind && closed <= fewClosed ? before.current.columns : new Map())
    if (closed === 0) before.current = { kind, columns: new Map(picture.lanes.filter(({ items }) => items > 0).map(({ key, columns }) => [key, columns])) }
    return picture
  }
}

export const usePicture = (): PictureView => {
  const document = usePlanDocument()
  const evaluation = useEvaluation()
  const { grouping, size, closed, hidden, colour, mutedClasses } = useGraphSettings((state) => state.settings)
  const hiddenIds = useGraphSettings((state) => state.hiddenItemIds)
  const matchedIds = useGraphSettings((state) => state.matchedItemIds)
  const selection = useViewStore((state) => state.selection.itemIds)
  const withColumns = useColumns(`${grouping} ${size}`, closed.length)
  const model = useMemo(() => graphModel(document, evaluation.violations), [document, evaluation])
  const isHidden = useMemo(() => hiddenItems(model, hiddenIds), [model, hiddenIds])
  const picture = useMemo(
    () => withColumns((columnsBefore) => layOut(model, { grouping, size, closed, hidden, isHidden, columnsBefore })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is remembered is only a cache of the last picture's columns
    [model, grouping, size, closed, hidden, isHidden],
  )
  const colouring = useMemo(() => colouringOf(model, colour), [model, colour])
  const marks = useMemo(() => marksOf(picture, evaluation.violations), [picture, evaluation])
  const ribbons = useMemo(() => ribbonsOf(picture), [picture])
  const selected = useMemo(() => indicesOf(model, selection), [model, selection])
  const found = useMemo(() => matchedIds && indicesOf(model, matchedIds), [model, matchedIds])
  const flags = useMemo(() => {
    const isMuted = Uint8Array.from(colouring.classes, ({ key }) => Number(mutedClasses.includes(key)))
    return flagsOf(model, { selected, found, isMuted, classOf: colouring.classOf })
  }, [model, colouring, mutedClasses, selected, found])
  return useMemo(
    () => ({ picture, evaluation, colouring, marks, ribbons, flags, selected }),
    [picture, evaluation, colouring, marks, ribbons, flags, selected],
  )
}
