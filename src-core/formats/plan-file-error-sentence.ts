import type { Translate } from '../messages/translator'
import type { PlanFileError } from './plan-file'

/** Why a plan file could not be read, as one sentence. */
export const planFileErrorSentence = (t: Translate, error: PlanFileError, file: string): string => {
  switch (error.type) {
    case 'not-a-plan-file': return t('planfile.notAPlanFile', { file })
    case 'damaged-plan-file': return t('planfile.damaged', { file, detail: error.detail })
    case 'newer-plan-file': return t('planfile.newer', { file, version: error.version, supported: error.supported })
    case 'invalid-plan-file': return t('planfile.invalid', { file, path: error.path, detail: error.detail })
  }
}
