import { elided } from '../elided'
import type { Area } from '../mass-scene'
import type { Shape } from '../../print/sheet'

/** Points. */
export const sheetWidth = 1600
export const band = { title: 54, lanes: 46, legend: 26 } as const
export const margin = 24
/** Smaller words could not be read on paper. */
export const leastSize = 5

/** Where the part that is seen lies on the sheet. */
export type Frame = { readonly zoom: number; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number; readonly area: Area }

export const frameOf = (area: Area): Frame => {
  const zoom = (sheetWidth - 2 * margin) / (area.x1 - area.x0)
  const top = band.title + band.lanes
  return { zoom, area, left: margin, top, right: sheetWidth - margin, bottom: top + (area.y1 - area.y0) * zoom }
}

export const toX = ({ zoom, left, area }: Frame, x: number): number => left + (x - area.x0) * zoom
export const toY = ({ zoom, top, area }: Frame, y: number): number => top + (y - area.y0) * zoom

/** A rectangle of the picture, cut off at the frame; nothing where it lies outside. */
export const rectangle = (frame: Frame, x: number, y: number, width: number, height: number, fill: string): Shape[] => {
  const x0 = Math.max(frame.left, toX(frame, x))
  const y0 = Math.max(frame.top, toY(frame, y))
  const x1 = Math.min(frame.right, toX(frame, x + width))
  const y1 = Math.min(frame.bottom, toY(frame, y + height))
  return x1 > x0 && y1 > y0 ? [{ kind: 'rectangle', x: x0, y: y0, width: x1 - x0, height: y1 - y0, fill }] : []
}

export const fitted = (text: string, width: number, size: number): string => elided(text, Math.floor(width / (size * 0.53)))

export const isInside = (frame: Frame, x: number, y: number): boolean =>
  x >= frame.left && x < frame.right && y > frame.top && y < frame.bottom

export const write = (frame: Frame, text: string, x: number, y: number, width: number, size: number, bold: boolean, colour: string): Shape[] => {
  const words = fitted(text, Math.min(width, frame.right - x), size)
  return size < leastSize || words === '' || !isInside(frame, x, y) ? [] : [{ kind: 'text', x, y, size, bold, colour, text: words }]
}
