import { planFileErrorSentence } from '@core/formats/plan-file-error-sentence'
import type { Translate } from '@core/messages/translator'
import type { FileError, OpenPlanError } from '../contract/errors'

const sentenceOf = (t: Translate, error: FileError): string => {
  const { path } = error
  switch (error.type) {
    case 'not-found': return t('storage.notFound', { path })
    case 'no-permission': return t('storage.noPermission', { path })
    case 'is-folder': return t('storage.isFolder', { path })
    case 'in-use': return t('storage.inUse', { path })
    case 'disk-full': return t('storage.diskFull', { path })
    case 'read-only': return t('storage.readOnly', { path })
    case 'too-large': return t('storage.tooLarge', { path, megabytes: error.megabytes })
    case 'disk-error': return t('storage.diskError', { path, code: error.code })
    case 'not-kept': return t('storage.notKept', { path })
  }
}

/** What went wrong with a file, as one line. */
export const fileErrorSentence = (t: Translate, error: OpenPlanError): string =>
  error.type === 'not-a-plan' ? planFileErrorSentence(t, error.reason, error.path) : sentenceOf(t, error)
