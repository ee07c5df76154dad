import type { Translate } from '../messages/translator'
import type { Finding } from './finding'

/** What was noticed, as one sentence. The place (sheet and cell) is not part of it. */
export const findingSentence = (_t: Translate, _finding: Finding): string => {
  throw new Error('not written yet')
}
