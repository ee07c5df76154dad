import { useCallback } from 'react'
import type { PictureFormat } from '@main/contract/picture'
import { useAction } from '../../../actions/use-action'
import { fileErrorSentence } from '../../../app/file-error-sentence'
import { notifyDone, notifyProblem } from '../../../app/notify'
import { host } from '../../../host/host'
import { useTranslate } from '../../../i18n/use-translate'
import { graphSettingsStore } from '../../../stores/graph-settings-store'
import { usePlanDocument } from '../../../stores/plan-store'
import { laneTitle } from '../../graph-words'
import { nameOfBlock, waveNumberOf } from '../geometry-message'
import { lineWords } from '../line-words'
import type { Lines } from '../lines'
import type { MassTools } from '../mass-context'
import { classWords, groupingKeys } from '../mass-words'
import { paletteOf, ThemeColours } from '../palette'
import type { Area } from '../mass-scene'
import type { Picture } from '../picture-types'
import { fitBox } from '../use-walker'
import { makeSheet } from './make-sheet'
import type { Sheet } from './sheet'
import { sheetToPdf } from './sheet-to-pdf'
import { sheetToPng } from './sheet-to-png'
import { sheetToSvg } from './sheet-to-svg'

const bytesOf = async (sheet: Sheet, format: PictureFormat): Promise<Uint8Array> => {
  switch (format) {
    case 'png':
      return sheetToPng(sheet)
    case 'svg':
      return new TextEncoder().encode(sheetToSvg(sheet))
    case 'pdf':
      return sheetToPdf(sheet)
  }
}

/** Paper has margins of its own: what is seen beside all that is drawn is left off. */
const withoutMargins = (picture: Picture, seen: Area): Area => {
  const { x, y, width, height } = fitBox(picture)
  const side = width / 60
  const part = { x0: Math.max(seen.x0, x - side), y0: Math.max(seen.y0, y - side), x1: Math.min(seen.x1, x + width + side), y1: Math.min(seen.y1, y + height) }
  return part.x1 > part.x0 && part.y1 > part.y0 ? part : seen
}

/** The view as a picture in a file, from the menus and by key while the graph is shown. */
export const useSavePicture = (tools: MassTools, lines: Lines, area: () => Area): void => {
  const { t } = useTranslate()
  const { name } = usePlanDocument()
  const save = useCallback(
    async (format: PictureFormat): Promise<void> => {
      const { picture, colouring, flags, ribbons, marks } = tools
      const { model } = picture
      const words = (title: Parameters<typeof laneTitle>[2]): string => laneTitle(t, model, title)
      const sheet = makeSheet({
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
      })
      const bytes = new Uint8Array(await bytesOf(sheet, format))
      const saved = await host().savePicture({ bytes, format, suggestedName: name })
      if (!saved.ok) notifyProblem(t('mass.pictureNotSaved'), fileErrorSentence(t, saved.error))
      else if (saved.value) notifyDone(t('mass.pictureSaved'), saved.value.path)
    },
    [tools, lines, area, name, t],
  )
  useAction('save-picture-png', () => void save('png'))
  useAction('save-picture-svg', () => void save('svg'))
  useAction('save-picture-pdf', () => void save('pdf'))
}
