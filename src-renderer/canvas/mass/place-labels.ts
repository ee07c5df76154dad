export type Point = { readonly x: number; readonly y: number }

/** A line of words, and where its middle could be, best place first. */
export type Label = { readonly id: string; readonly text: string; readonly places: readonly Point[] }

/** Of a mean letter, and of a line of them with the room around it, in pixels of the window. */
const letter = 6.3
const lineHeight = 16

type Middle = Point & { readonly halfWidth: number; readonly halfHeight: number }

const covers = (a: Middle, b: Middle): boolean =>
  Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight

/** Signs that stand already, as large as this in the window. */
const signSize = 20

export const widthOfLabel = (text: string, unit: number): number => (text.length + 1) * letter * unit

/**
 * Finds a place for each label in turn, so that none covers another or a sign; one that has no place is left out. `unit` is
 * how long a pixel of the window is in the picture. Nothing is written left or right of `within`.
 */
export const placeLabels = (
  labels: readonly Label[], signs: readonly Point[], unit: number, within: { readonly left: number; readonly right: number },
): ReadonlyMap<string, Point> => {
  const taken: Middle[] = signs.map(({ x, y }) => ({ x, y, halfWidth: (signSize / 2) * unit, halfHeight: (signSize / 2) * unit }))
  const found = new Map<string, Point>()
  for (const { id, text, places } of labels) {
    const size = { halfWidth: widthOfLabel(text, unit) / 2, halfHeight: (lineHeight / 2) * unit }
    const place = places.find(({ x, y }) => x - size.halfWidth >= within.left && x + size.halfWidth <= within.right && !taken.some((other) => covers(other, { x, y, ...size })))
    if (!place) continue
    taken.push({ ...place, ...size })
    found.set(id, place)
  }
  return found
}
