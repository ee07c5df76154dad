import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useViewStore, viewStore } from '../../stores/view-store'
import { itemBlockId, type FocusFlowNode } from './focus-elements'
import { leaveFocus } from './focus-store'

/** A wish to see an item, from search or a violation: shown here where it is, otherwise in the whole estate. */
export const useFocusRequests = (nodes: readonly FocusFlowNode[], setCurrent: (id: string) => void): void => {
  const request = useViewStore((state) => state.focusRequest)
  const answered = useRef(viewStore.getState().focusRequest?.turn ?? 0)
  const flow = useReactFlow()
  useEffect(() => {
    if (!request || request.turn === answered.current || nodes.length === 0) return
    answered.current = request.turn
    const node = nodes.find(({ id }) => id === itemBlockId(request.itemId))
    if (request.gently) return
    if (!node) {
      leaveFocus()
      return
    }
    setCurrent(node.id)
    void flow.setCenter(node.position.x + (node.width ?? 0) / 2, node.position.y + (node.height ?? 0) / 2, { zoom: Math.max(0.8, flow.getZoom()) })
  }, [request, nodes, setCurrent, flow])
}
