import type { Box } from '../lane-title'

type Point = { readonly x: number; readonly y: number }

export type Curve = {
  readonly path: string
  /** Start, the two points that pull the curve, and end: x and y in turn. */
  readonly points: readonly number[]
  readonly start: Point
  readonly middle: Point
  readonly end: Point
  /** In degrees: which way the arrow points. */
  readonly angle: number
}

/** A curve from the side of one box to the facing side of the other; boxes above each other are joined by a bow. */
export const curveOf = (from: Box, to: Box): Curve => {
  const y1 = from.y + from.height / 2
  const y2 = to.y + to.height / 2
  const isForward = from.x + from.width <= to.x
  const isBackward = to.x + to.width <= from.x
  const x1 = isBackward ? from.x : from.x + from.width
  const x2 = isForward ? to.x : to.x + to.width
  const reach = isForward || isBackward ? Math.max(24, Math.abs(x2 - x1) / 2) : Math.max(36, Math.min(240, Math.abs(y2 - y1) / 3))
  const c1 = isBackward ? x1 - reach : x1 + reach
  const c2 = isForward ? x2 - reach : x2 + reach
  // Level lines would lie on each other: they rise as far as they reach, those that lead back hang down.
  const bow = Math.abs(y1 - y2) > 1 || !(isForward || isBackward) ? 0 : (isForward ? -0.5 : 0.5) * reach
  const [a, b, c, d, e, f, g, h] = [x1, y1, c1, c2, x2, y2, y1 + bow, y2 + bow].map(Math.round)
  return {
    points: [x1, y1, c1, y1 + bow, c2, y2 + bow, x2, y2],
    path: `M${a},${b} C${c},${g} ${d},${h} ${e},${f}`,
    start: { x: x1, y: y1 },
    middle: { x: (x1 + 3 * c1 + 3 * c2 + x2) / 8, y: (y1 + y2) / 2 + bow * 0.75 },
    end: { x: x2, y: y2 },
    angle: isForward ? 0 : 180,
  }
}

/** The point of a curve after this part of it, 0 to 1. */
export const pointAt = (points: readonly number[], part: number): Point => {
  const rest = 1 - part
  const weights = [rest ** 3, 3 * rest ** 2 * part, 3 * rest * part ** 2, part ** 3]
  const sum = (first: 0 | 1): number => weights.reduce((total, weight, place) => total + weight * (points[2 * place + first] ?? 0), 0)
  return { x: sum(0), y: sum(1) }
}
