import { useReactFlow } from '@xyflow/react'
import type { KeyboardEvent } from 'react'
import { announce } from '../../app/announcer'
import { useTranslate } from '../../i18n/use-translate'
import { select } from '../../stores/view-store'
import type { FocusFlowNode } from './focus-elements'
import { changeFocus, focusBack, maxHops, showAround, type FocusQuestion } from './focus-store'
import type { Zoom } from './focus-toolbar'
import { isWalkKey, walkTo } from './focus-walk'
import { blockSentence } from './focus-words'

type Keys = {
  readonly question: FocusQuestion
  readonly nodes: readonly FocusFlowNode[]
  readonly current: string | null
  readonly setCurrent: (id: string | null) => void
  readonly zoom: Zoom
}

const itemIdsOf = ({ data }: FocusFlowNode): readonly string[] => (data.kind === 'item' ? [data.item.id] : data.itemIds)

/** Further or less far, within what can be asked; nothing for paths. */
const changeHops = (question: FocusQuestion, by: number): void => {
  if (question.kind !== 'around') return
  const hops = Math.max(1, Math.min(maxHops, question.hops + by))
  if (hops !== question.hops) changeFocus({ ...question, hops })
}

/** Whatever the mouse can do in the picture. */
export const useFocusKeys = ({ question, nodes, current, setCurrent, zoom }: Keys) => {
  const { t } = useTranslate()
  const flow = useReactFlow()
  const goTo = (node: FocusFlowNode): void => {
    setCurrent(node.id)
    announce(blockSentence(t, node.data))
    const { x, y } = node.position
    void flow.setCenter(x + (node.width ?? 0) / 2, y + (node.height ?? 0) / 2, { zoom: Math.max(0.6, flow.getZoom()) })
  }
  return (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const node = nodes.find(({ id }) => id === current)
    if (isWalkKey(event.key)) {
      const next = walkTo(nodes, current, event.key)
      if (next) goTo(next)
    } else if (event.key === 'Escape') {
      if (current === null) focusBack()
      else setCurrent(null)
    } else if (event.key === 'Enter' && node) showAround(itemIdsOf(node))
    else if (event.key === ' ' && node) select(itemIdsOf(node), event.shiftKey ? 'toggle' : 'replace')
    else if (event.key === '+') changeHops(question, 1)
    else if (event.key === '-') changeHops(question, -1)
    else if (event.key === '0') zoom('fit')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
