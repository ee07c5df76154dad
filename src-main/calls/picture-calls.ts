import { translator } from '@core/messages/translator'
import type { Language } from '@core/messages/translator'
import { ok } from '@core/result'
import type { CallHandlers } from '../contract/calls'
import { writeFileSafely } from '../files/atomic-write'
import { fileReferenceOf, safeFileName, withExtension } from '../files/file-reference'
import type { Dialogs } from './dialogs'

type PictureCallOptions = { readonly dialogs: Dialogs; readonly language: () => Language }

/** A picture that the page has made, written where a person says. */
export const pictureCalls = ({ dialogs, language }: PictureCallOptions): Pick<CallHandlers, 'savePicture'> => ({
  savePicture: async ({ bytes, format, suggestedName }) => {
    const chosen = await dialogs.saveFile({
      title: translator(language())('mass.savePicture'),
      suggestedName: safeFileName(suggestedName, format),
      filters: [{ name: format.toUpperCase(), extensions: [format] }],
    })
    if (chosen === null) return ok(null)
    const path = withExtension(chosen, format)
    const written = await writeFileSafely(path, bytes)
    return written.ok ? ok(fileReferenceOf(path)) : written
  },
})
