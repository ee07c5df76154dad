import type { Translate } from '@core/messages/translator'
import type { FileError, OpenPlanError, SnapshotError } from '@main/contract/errors'

/** What the file system, or a file's contents, stood in the way with. */
export const fileErrorSentence = (t: Translate, error: FileError | OpenPlanError | SnapshotError): string => {
  switch (error.type) {
    case 'not-found': return t('storage.notFound', { path: error.path })
    case 'no-permission': return t('storage.noPermission', { path: error.path })
    case 'is-folder': return t('storage.isFolder', { path: error.path })
    case 'in-use': return t('storage.inUse', { path: error.path })
    case 'disk-full': return t('storage.diskFull', { path: error.path })
    case 'read-only': return t('storage.readOnly', { path: error.path })
    case 'too-large': return t('storage.tooLarge', { path: error.path, megabytes: error.megabytes })
    case 'disk-error': return t('storage.diskError', { path: error.path, code: error.code })
    case 'not-kept': return t('storage.notKept', { path: error.path })
    case 'not-a-plan': return t('storage.notAPlan', { path: error.path })
    case 'no-such-snapshot': return t('storage.noSuchSnapshot')
    case 'damaged-snapshot': return t('storage.damagedSnapshot')
  }
}

