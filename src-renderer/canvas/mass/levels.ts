/** How near one looks: lanes, groups, single items, or their fields. */
export const levels = ['programme', 'groups', 'items', 'cards'] as const
export type Level = (typeof levels)[number]

/** Zoom from which a level begins: an item is then 18, 50 and 115 pixels wide. */
const begin = { groups: 0.11, items: 0.31, cards: 0.72 } as const

/** One has to go this much past a border before the level changes, so that nothing flickers on it. */
const hysteresis = 1.08

const bordersOf = (fitZoom: number): readonly [number, number, number] => [
  // The whole estate is the programme as long as single groups cannot be told apart in it.
  Math.min(0.2, Math.max(begin.groups, fitZoom * 1.2)),
  begin.items,
  begin.cards,
]

/** The level at a zoom, coming from another. `fitZoom` shows the whole picture. */
export const levelAt = (zoom: number, before: Level | null, fitZoom: number): Level => {
  const from = before === null ? -1 : levels.indexOf(before)
  let level = 0
  bordersOf(fitZoom).forEach((border, place) => {
    const isAbove = from > place
    const needed = before === null ? border : isAbove ? border / hysteresis : border * hysteresis
    if (zoom >= needed) level = place + 1
  })
  return levels[level] ?? 'programme'
}

/** Whether single items can be told apart and taken: by what one sees, whatever level one comes from. */
export const isNear = (level: Level, zoom: number): boolean => level === 'items' || level === 'cards' || zoom >= begin.items

/** Zoom at which a level can be read well; the middle of its range. */
export const zoomOf: Readonly<Record<Level, number>> = { programme: 0.08, groups: 0.2, items: 0.5, cards: 1 }

/** Steps in which labels grow as one goes away, by a variable of the style sheet: 0 is life-size, each step 1.41 more. */
export const labelStep = (zoom: number): number => Math.max(0, Math.min(13, Math.round(-2 * Math.log2(zoom))))

/** How large labels are drawn at a step, relative to the picture, so that they can be read in the window. */
export const labelScale = (step: number): number => Math.min(14, Math.max(1, 2 ** (step / 2)))

/** The same for lines and what stands on them, which keep their size in the window at any zoom. */
export const signScale = (step: number): number => 2 ** (step / 2)

/** Size of the name of a block, in pixels beside the picture's own; the style sheet has it too. */
const labelSize = 12.5
/** Of a mean letter of it, and of an ellipsis among few of them. */
const letterWidth = 0.56

/** How many letters a block's label has room for, beside these counts of violations. `width` in flow pixels. */
export const lettersOfLabel = (width: number, zoom: number, counts: readonly number[]): number => {
  const size = labelSize * labelScale(labelStep(zoom)) * zoom
  const signs = counts.reduce((sum, count) => sum + 1.4 + 0.5 * String(count).length, 0)
  return Math.max(0, Math.floor((width * zoom - 4 * zoom - 2 - (0.8 + signs) * size) / (size * letterWidth)))
}
