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

/** With more lines than this none can be followed. */
const mostPlain = 80

/** In a crowd the lines of what was asked about stand out by themselves, and no block is dimmed. */
const linesOfRoots = ({ nodes, lines }: FocusElements): ReadonlySet<string> | null => {
  const roots = new Set(nodes.filter(({ data }) => data.kind === 'item' && data.isRoot).map(({ id }) => id))
  if (lines.length <= mostPlain || roots.size === 0) return null
  return new Set(lines.filter(({ source, target }) => roots.has(source) || roots.has(target)).map(({ id }) => id))
}

/** Marks of a way: its blocks, and the lines between them whichever way they point. */
const marksAlong = (path: readonly string[], current: string | null): Marks => {
  const ids = path.map(itemBlockId)
  const lines = ids.slice(1).flatMap((id, at) => [lineId(ids[at] ?? '', id), lineId(id, ids[at] ?? '')])
  return { current, near: new Set(ids), lines: new Set(lines) }
}

/**
 * What is drawn strongly, and what is dimmed: a line that is pointed at before a chosen way, that before a block that is
 * pointed at, that before what one stands on. `isAround`: without any of these, in a crowd, what was asked about.
 */
export const focusMarks = (
  elements: FocusElements, path: readonly string[] | null, pointedAt: string | null, current: string | null, isAround = false,
): FocusMarks => {
  const marks = marksOf(elements, path, pointedAt, current)
  return { ...marks, lines: isAround && marks.lines === null ? linesOfRoots(elements) : marks.lines, pointedAt }
}

const marksOf = (
  elements: FocusElements, path: readonly string[] | null, pointedAt: string | null, current: string | null,
): Marks => {
  const active = pointedAt ?? current
  const line = elements.lines.find(({ id }) => id === pointedAt)
  if (line) return { current, near: new Set([line.source, line.target]), lines: new Set([line.id]) }
  if (path) return marksAlong(path, current)
  return active === null ? { current, near: null, lines: null } : marksAround(elements, active, current)
}
