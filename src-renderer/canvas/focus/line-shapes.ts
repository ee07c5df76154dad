import type { Curve, FocusLine } from './focus-elements'

/** What is drawn of lines, as the data of SVG paths: all heads are one path, so that 300 lines are not 1,000 elements. */

export const curvePath = ([x1, y1, c1, d1, c2, d2, x2, y2]: Curve): string => `M${x1},${y1}C${c1},${d1} ${c2},${d2} ${x2},${y2}`

export const middleOfCurve = ([x1, y1, c1, , c2, , x2, y2]: Curve): { readonly x: number; readonly y: number } =>
  ({ x: (x1 + 3 * c1 + 3 * c2 + x2) / 8, y: (y1 + y2) / 2 })

const isOrdered = ({ dependencies }: FocusLine): boolean => dependencies.some(({ order }) => order === 'provider-first')

/** A line ends level, so its head points to the right or to the left; an order has a bar behind it. */
const headPath = (line: FocusLine): string => {
  const [,,,, c2,, x, y] = line.curve
  const back = c2 <= x ? -1 : 1
  const bar = isOrdered(line) ? `M${x + back * 11.5},${y - 5}h${back * 2.3}v10h${back * -2.3}Z` : ''
  return `M${x},${y}l${back * 9},-4.5v9Z${bar}`
}

export const headsPath = (lines: readonly FocusLine[]): string => lines.map(headPath).join('')

/** A disc in the middle of each line, and the mark that is drawn on it. */
export const discsPath = (lines: readonly FocusLine[]): string =>
  lines.map(({ curve }) => {
    const { x, y } = middleOfCurve(curve)
    return `M${x - 9},${y}a9,9 0 1 0 18,0a9,9 0 1 0 -18,0Z`
  }).join('')

export const marksPath = (lines: readonly FocusLine[]): string =>
  lines.map(({ curve }) => {
    const { x, y } = middleOfCurve(curve)
    return `M${x - 1.1},${y - 5}h2.2l-0.4,6.2h-1.4ZM${x - 1.1},${y + 2.6}h2.2v2.2h-2.2Z`
  }).join('')

const steps = 16

/** Points along each curve, x before y. */
const pointsOf = ([x1, y1, c1, d1, c2, d2, x2, y2]: Curve): Float64Array => {
  const points = new Float64Array((steps + 1) * 2)
  for (let step = 0; step <= steps; step++) {
    const t = step / steps
    const u = 1 - t
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    points[step * 2] = a * x1 + b * c1 + c * c2 + d * x2
    points[step * 2 + 1] = a * y1 + b * d1 + c * d2 + d * y2
  }
  return points
}

const distanceTo = (points: Float64Array, x: number, y: number): number => {
  let least = Infinity
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [x1, y1] = [points[at] ?? 0, points[at + 1] ?? 0]
    const [dx, dy] = [(points[at + 2] ?? 0) - x1, (points[at + 3] ?? 0) - y1]
    const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)))
    least = Math.min(least, Math.hypot(x - x1 - along * dx, y - y1 - along * dy))
  }
  return least
}

/** Finds the line nearest to a point, no further than `within`, all in flow pixels; null: none. */
export const lineFinder = (lines: readonly FocusLine[]): ((x: number, y: number, within: number) => FocusLine | null) => {
  let points: readonly Float64Array[] | null = null
  return (x, y, within) => {
    points ??= lines.map(({ curve }) => pointsOf(curve))
    let least = within
    let nearest: FocusLine | null = null
    for (const [place, line] of lines.entries()) {
      const distance = distanceTo(points[place] ?? new Float64Array(0), x, y)
      if (distance > least) continue
      least = distance
      nearest = line
    }
    return nearest
  }
}
