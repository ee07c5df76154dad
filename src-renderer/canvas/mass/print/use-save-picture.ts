import { useTranslate } from '../../../i18n/use-translate'
import { graphSettingsStore } from '../../../stores/graph-settings-store'
import { usePlanDocument } from '../../../stores/plan-store'
import { laneTitle } from '../../graph-words'
import { useSaveSheet } from '../../print/use-save-sheet'
import { nameOfBlock, waveNumberOf } from '../geometry-message'
import { lineWords } from '../line-words'
import type { Lines } from '../lines'
import type { MassTools } from '../mass-context'
import type { Area } from '../mass-scene'
import { classWords, groupingKeys } from '../mass-words'
import { paletteOf, ThemeColours } from '../palette'
import type { Picture } from '../picture-types'
import { fitBox } from '../use-walker'
import { makeSheet } from './make-sheet'

/** Paper has margins of its own: what is seen beside all that is drawn is left off. */
const withoutMargins = (picture: Picture, seen: Area): Area => {
  const { x, y, width, height } = fitBox(picture)
  const side = width / 60
  const part = { x0: Math.max(seen.x0, x - side), y0: Math.max(seen.y0, y - side), x1: Math.min(seen.x1, x + width + side), y1: Math.min(seen.y1, y + height) }
  return part.x1 > part.x0 && part.y1 > part.y0 ? part : seen
}

/** The part of the estate that is seen, as a picture in a file. */
export const useSavePicture = ({ picture, colouring, flags, ribbons, marks }: MassTools, lines: Lines, area: () => Area): void => {
  const { t } = useTranslate()
  const { name } = usePlanDocument()
  const { model } = picture
  const words = (title: Parameters<typeof laneTitle>[2]): string => laneTitle(t, model, title)
  useSaveSheet(name, () => makeSheet({
    picture, flags, lines, ribbons,
    palette: paletteOf(new ThemeColours(), colouring, picture.lanes, (lane) => waveNumberOf(picture, lane)),
    classOf: colouring.classOf,
    area: withoutMargins(picture, area()),
    title: `${name} · ${t(groupingKeys[graphSettingsStore.getState().settings.grouping])}`,
    classNames: colouring.classes.map(({ key }) => classWords(t, model, colouring.colour, key)),
    laneNames: picture.lanes.map((lane, index) => {
      const hard = marks.hardOfLane[index] ?? 0
      return [words(lane.title), `${lane.items}${hard > 0 ? ` · ${hard} !` : ''}`]
    }),
    lineWords: (line) => lineWords(t, line),
    lineNames: [t('graph.hard'), t('graph.soft'), t('graph.broken')],
    blockName: (block) => nameOfBlock(picture, block, (lane) => words(lane.title)),
  }))
}
