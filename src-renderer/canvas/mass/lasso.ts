import type { Picture } from './picture-types'

export type Point = { readonly x: number; readonly y: number }

/** A way of the hand that holds less than this part of the box around it is a line, and no loop. */
const leastLoop = 0.2

const boxOf = (points: readonly Point[]): { x0: number; y0: number; x1: number; y1: number } =>
  points.reduce((box, { x, y }) => ({ x0: Math.min(box.x0, x), y0: Math.min(box.y0, y), x1: Math.max(box.x1, x), y1: Math.max(box.y1, y) }),
    { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity })

/** Of a polygon, by the shoelace formula. */
const areaOf = (points: readonly Point[]): number =>
  Math.abs(points.reduce((sum, { x, y }, at) => {
    const next = points[(at + 1) % points.length] ?? { x, y }
    return sum + x * next.y - next.x * y
  }, 0)) / 2

/**
 * What a hand has drawn around: the loop itself, or where it went across, the box whose corners are the beginning and the
 * end. `way`: the places of the pointer, in order.
 */
export const lassoShape = (way: readonly Point[]): readonly Point[] => {
  const [first, last] = [way[0], way.at(-1)]
  if (!first || !last) return []
  const { x0, y0, x1, y1 } = boxOf(way)
  if (areaOf(way) >= leastLoop * (x1 - x0) * (y1 - y0)) return way
  return [first, { x: last.x, y: first.y }, last, { x: first.x, y: last.y }]
}

/** By the number of sides that a ray to the right crosses. */
const isInside = (shape: readonly Point[], x: number, y: number): boolean => {
  let inside = false
  let before = shape.at(-1)
  for (const point of shape) {
    if (before && point.y > y !== before.y > y && x < ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x) inside = !inside
    before = point
  }
  return inside
}

/** Items whose middle lies in the shape; those of a closed block where its middle does. */
export const itemsInShape = ({ blockOf, blocks, x, y, width, height }: Picture, shape: readonly Point[]): number[] => {
  const box = boxOf(shape)
  const found: number[] = []
  blockOf.forEach((block, item) => {
    if (block < 0) return
    const isClosed = blocks.closed[block] === 1
    const middleX = isClosed ? (blocks.x[block] ?? 0) + (blocks.width[block] ?? 0) / 2 : (x[item] ?? 0) + (width[item] ?? 0) / 2
    const middleY = isClosed ? (blocks.y[block] ?? 0) + (blocks.height[block] ?? 0) / 2 : (y[item] ?? 0) + (height[item] ?? 0) / 2
    if (middleX < box.x0 || middleX > box.x1 || middleY < box.y0 || middleY > box.y1) return
    if (isInside(shape, middleX, middleY)) found.push(item)
  })
  return found
}
