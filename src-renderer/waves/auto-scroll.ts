/** How near to an edge scrolling begins, and how fast it is there, in pixels and pixels a frame. */
const reach = 56
const fastest = 22

/** Negative towards the start, positive towards the end, 0 away from both edges. */
export const scrollSpeed = (position: number, start: number, end: number): number => {
  const near = Math.min(reach, (end - start) / 4)
  if (position < start || position > end || near <= 0) return 0
  if (position < start + near) return -fastest * ((start + near - position) / near)
  if (position > end - near) return fastest * ((position - (end - near)) / near)
  return 0
}

const laneRowsAt = (x: number, y: number): HTMLElement | null =>
  document.elementsFromPoint(x, y).map((element) => element.closest<HTMLElement>('[data-lane-rows]')).find(Boolean) ?? null

const scrollAt = (board: HTMLElement | null, x: number, y: number): void => {
  if (board) {
    const { left, right, top, bottom } = board.getBoundingClientRect()
    if (y >= top && y <= bottom) board.scrollLeft += scrollSpeed(x, left, right)
  }
  const rows = laneRowsAt(x, y)
  if (rows) {
    const { top, bottom } = rows.getBoundingClientRect()
    rows.scrollTop += scrollSpeed(y, top, bottom)
  }
}

/** Scrolls the board sideways and the lane under the pointer up or down while something is dragged near an edge. */
export const startAutoScroll = (board: HTMLElement | null): (() => void) => {
  let pointer: { x: number; y: number } | null = null
  let frame = 0
  const follow = (event: DragEvent): void => {
    pointer = { x: event.clientX, y: event.clientY }
  }
  const step = (): void => {
    if (pointer) scrollAt(board, pointer.x, pointer.y)
    frame = requestAnimationFrame(step)
  }
  window.addEventListener('dragover', follow)
  frame = requestAnimationFrame(step)
  return () => {
    window.removeEventListener('dragover', follow)
    cancelAnimationFrame(frame)
  }
}
