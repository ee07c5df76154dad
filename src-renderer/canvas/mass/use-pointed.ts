import { boxOfBlock, boxOfItem } from './hit'
import type { MassTools } from './mass-context'
import { useMass, type Cursor, type Hover } from './mass-store'
import { standingOf, type Standing } from './walk-picture'

const pointedAt = ({ picture }: MassTools, hover: Hover | null, cursor: Cursor | null): Standing | null => {
  if (!hover) return standingOf(picture, cursor)
  const [item] = hover.items
  if (item === undefined) return null
  const at = hover.isBlock ? (picture.blockOf[item] ?? -1) : item
  const box = hover.isBlock ? (at < 0 ? null : boxOfBlock(picture, at)) : boxOfItem(picture, item)
  return box && { kind: hover.isBlock ? 'block' : 'item', at, box }
}

/** What the pointer is at, or else the keyboard. */
export const usePointed = (tools: MassTools): Standing | null => {
  const hover = useMass((state) => state.hover)
  const cursor = useMass((state) => state.cursor)
  return pointedAt(tools, hover, cursor)
}
