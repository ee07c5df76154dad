/** `y` is that of the line on which the letters stand. */
export type TextShape = { readonly kind: 'text'; readonly x: number; readonly y: number; readonly size: number; readonly bold: boolean; readonly colour: string; readonly text: string }

/** A picture on paper, whatever file it becomes: simple shapes in the order in which they lie on each other. */
export type Shape =
  | { readonly kind: 'rectangle'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: string }
  | TextShape
  /** A curve from one point to another by way of two that pull it. */
  | { readonly kind: 'curve'; readonly points: readonly [number, number, number, number, number, number, number, number]; readonly width: number; readonly colour: string; readonly isDashed: boolean }
  | { readonly kind: 'triangle'; readonly points: readonly [number, number, number, number, number, number]; readonly fill: string }

/** Lengths in points of the sheet, from its top left corner; colours as `#rrggbb`. */
export type Sheet = { readonly width: number; readonly height: number; readonly background: string; readonly shapes: readonly Shape[] }

/** A pixel (AABBGGRR) as `#rrggbb`. */
export const hexOf = (pixel: number): string =>
  `#${[0, 8, 16].map((shift) => ((pixel >>> shift) & 255).toString(16).padStart(2, '0')).join('')}`

/** `rgb(1, 2, 3)`, as a browser computes it, as `#rrggbb`. */
export const hexOfText = (colour: string): string => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return `#${[red, green, blue].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}
