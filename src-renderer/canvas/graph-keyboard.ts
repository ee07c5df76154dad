import type { SceneNode } from './scene-types'

export type WalkKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

export const isWalkKey = (key: string): key is WalkKey =>
  key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown'

const middle = (node: SceneNode) => ({ x: node.x + node.width / 2, y: node.y + node.height / 2 })

/** How far along the key's direction, and how far off to its side. */
const offsets = (key: WalkKey, dx: number, dy: number): { ahead: number; aside: number } => {
  switch (key) {
    case 'ArrowRight':
      return { ahead: dx, aside: Math.abs(dy) }
    case 'ArrowLeft':
      return { ahead: -dx, aside: Math.abs(dy) }
    case 'ArrowDown':
      return { ahead: dy, aside: Math.abs(dx) }
    case 'ArrowUp':
      return { ahead: -dy, aside: Math.abs(dx) }
  }
}

/** The block that the arrow key leads to: the nearest ahead, where going aside counts three times. Null at the edge. */
export const walk = (nodes: readonly SceneNode[], currentId: string | null, key: WalkKey): SceneNode | null => {
  const blocks = nodes.filter((node) => node.kind !== 'lane')
  const current = blocks.find((node) => node.id === currentId)
  if (!current) return blocks[0] ?? null
  const from = middle(current)
  let best: SceneNode | null = null
  let least = Infinity
  for (const node of blocks) {
    const to = middle(node)
    const { ahead, aside } = offsets(key, to.x - from.x, to.y - from.y)
    const cost = ahead + 3 * aside
    if (ahead > 1 && cost < least) {
      least = cost
      best = node
    }
  }
  return best
}
