/** Of the overview, as the style sheet has it: asking for it would make the window lay itself out in every frame. */
export const mapSize = { width: 214, height: 98 } as const

type Fit = { readonly zoom: number; readonly x: number; readonly y: number }

/** The whole picture in the overview, as the worker draws it. */
export const fitInMap = (bounds: { width: number; height: number }, width: number, height: number): Fit => {
  const zoom = Math.min(width / bounds.width, height / bounds.height)
  return { zoom, x: (width - bounds.width * zoom) / 2, y: (height - bounds.height * zoom) / 2 }
}
