import type { Box } from '../lane-title'
import { boxOfItem } from './hit'
import type { Picture } from './picture-types'

/** The smallest box around what is selected; null where nothing of it is in the picture. */
export const boxOfSelection = (picture: Picture, selected: Iterable<number>): Box | null => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const item of selected) {
    const box = boxOfItem(picture, item)
    if (!box) continue
    x0 = Math.min(x0, box.x)
    y0 = Math.min(y0, box.y)
    x1 = Math.max(x1, box.x + box.width)
    y1 = Math.max(y1, box.y + box.height)
  }
  return x1 < x0 ? null : { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }
}
