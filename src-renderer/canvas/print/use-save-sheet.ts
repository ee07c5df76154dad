import type { PictureFormat } from '@main/contract/picture'
import { useAction } from '../../actions/use-action'
import { fileErrorSentence } from '../../app/file-error-sentence'
import { notifyDone, notifyProblem } from '../../app/notify'
import { host } from '../../host/host'
import { useTranslate } from '../../i18n/use-translate'
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

/** What is shown as a picture in a file, from the menus and by key while it is; `name` is what the file is called at first. */
export const useSaveSheet = (name: string, draw: () => Sheet): void => {
  const { t } = useTranslate()
  const save = async (format: PictureFormat): Promise<void> => {
    const bytes = new Uint8Array(await bytesOf(draw(), format))
    const saved = await host().savePicture({ bytes, format, suggestedName: name })
    if (!saved.ok) notifyProblem(t('mass.pictureNotSaved'), fileErrorSentence(t, saved.error))
    else if (saved.value) notifyDone(t('mass.pictureSaved'), saved.value.path)
  }
  useAction('save-picture-png', () => void save('png'))
  useAction('save-picture-svg', () => void save('svg'))
  useAction('save-picture-pdf', () => void save('pdf'))
}
