import type { FocusFlowNode } from './focus-elements'

export const walkKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const
export type WalkKey = (typeof walkKeys)[number]

export const isWalkKey = (key: string): key is WalkKey => (walkKeys as readonly string[]).includes(key)

type Step = { readonly ahead: number; readonly aside: number }

const stepOf = (key: WalkKey, dx: number, dy: number): Step => {
  switch (key) {
    case 'ArrowRight': return { ahead: dx, aside: Math.abs(dy) }
    case 'ArrowLeft': return { ahead: -dx, aside: Math.abs(dy) }
    case 'ArrowDown': return { ahead: dy, aside: 3 * Math.abs(dx) }
    case 'ArrowUp': return { ahead: -dy, aside: 3 * Math.abs(dx) }
  }
}

/** The nearest block in the direction of the key; the first one from nowhere, the same where there is no other. */
export const walkTo = (nodes: readonly FocusFlowNode[], currentId: string | null, key: WalkKey): FocusFlowNode | null => {
  const current = nodes.find(({ id }) => id === currentId)
  if (!current) return nodes.find(({ data }) => data.kind === 'item' && data.isRoot) ?? nodes[0] ?? null
  let best = current
  let least = Infinity
  for (const node of nodes) {
    const { ahead, aside } = stepOf(key, node.position.x - current.position.x, node.position.y - current.position.y)
    const cost = ahead + aside
    if (ahead > 1 && cost < least) {
      least = cost
      best = node
    }
  }
  return best
}
