import { itemBlockId, lineId, type FocusElements } from './focus-elements'
import type { FocusMarks } from './focus-context'

type Marks = Omit<FocusMarks, 'pointedAt'>

/** Marks of the block that is pointed at or stood on: its lines, and what they lead to. */
const marksAround = ({ lines }: FocusElements, active: string, current: string | null): Marks => {
  const own = lines.filter(({ source, target }) => source === active || target === active)
  if (own.length === 0) return { current, near: null, lines: null }
  const near = new Set([active, ...own.flatMap(({ source, target }) => [source, target])])
  return { current, near, lines: new Set(own.map(({ id }) => id)) }
}

/** Marks of a way: its blocks, and the lines between them whichever way they point. */
const marksAlong = (path: readonly string[], current: string | null): Marks => {
  const ids = path.map(itemBlockId)
  const lines = ids.slice(1).flatMap((id, at) => [lineId(ids[at] ?? '', id), lineId(id, ids[at] ?? '')])
  return { current, near: new Set(ids), lines: new Set(lines) }
}

/**
 * What is drawn strongly, and what is dimmed: a line that is pointed at before a chosen way, that before a block that is
 * pointed at, that before what one stands on.
 */
export const focusMarks = (
  elements: FocusElements, path: readonly string[] | null, pointedAt: string | null, current: string | null,
): FocusMarks => ({ ...marksOf(elements, path, pointedAt, current), pointedAt })

const marksOf = (
  elements: FocusElements, path: readonly string[] | null, pointedAt: string | null, current: string | null,
): Marks => {
  const active = pointedAt ?? current
  const line = elements.lines.find(({ id }) => id === pointedAt)
  if (line) return { current, near: new Set([line.source, line.target]), lines: new Set([line.id]) }
  if (path) return marksAlong(path, current)
  return active === null ? { current, near: null, lines: null } : marksAround(elements, active, current)
}
