/** A picture as one number a pixel (AABBGGRR on little-endian machines, which are all that Chromium runs on). */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint32Array }

/**
 * Fills a rectangle of pixels; what is thinner than a pixel still shows as one. Much cheaper than thousands of fillRect
 * calls on a canvas.
 */
export const fillRect = ({ width, height, data }: Pixels, x: number, y: number, w: number, h: number, colour: number): void => {
  let left = Math.round(x)
  let top = Math.round(y)
  let right = Math.max(left + 1, Math.round(x + w))
  let bottom = Math.max(top + 1, Math.round(y + h))
  if (left < 0) left = 0
  if (top < 0) top = 0
  if (right > width) right = width
  if (bottom > height) bottom = height
  if (right <= left) return
  for (let row = top; row < bottom; row++) data.fill(colour, row * width + left, row * width + right)
}

/** `#rrggbb`, or `rgb(r g b)` as a browser computes it, as a pixel; opaque. */
export const pixelOf = (red: number, green: number, blue: number): number =>
  ((255 << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0

/** Between two pixels: 0 is the first, 1 the second. */
export const mixPixels = (first: number, second: number, part: number): number => {
  const channel = (shift: number): number => {
    const a = (first >>> shift) & 255
    const b = (second >>> shift) & 255
    return a + (b - a) * part
  }
  return pixelOf(channel(0), channel(8), channel(16))
}
