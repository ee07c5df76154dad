import type { Translate } from '../messages/translator'
import { fieldKeys } from './field-keys'
import type { LikenessEvidence } from './likeness'

/** More than these are not read. */
const mostFields = 4

const nameOfField = (t: Translate, field: string): string => {
  const key = field === 'server' ? 'common.kindServer' : fieldKeys.get(field)
  return key ? t(key) : field.replace(/^extra:/, '')
}

/** Why two items are taken for one, in a line: their names, what lies around them, and the fields that say most; and where it is not sure. */
export const likenessWords = (t: Translate, { names, sharedNeighbours, neighbours, alike, confidence }: LikenessEvidence): string => {
  const fields = alike.slice(0, mostFields).map((field) => nameOfField(t, field)).join(', ')
  const why = [
    ...(names === 1 ? [t('import.likeNames')] : []),
    ...(names < 1 && sharedNeighbours > 0 ? [t('import.likeNeighbours', { shared: sharedNeighbours, all: neighbours })] : []),
    ...(names < 1 && fields !== '' ? [t('import.likeAlike', { fields })] : []),
  ].join('. ')
  return confidence === 'likely' && names < 1 ? t('import.likeMay', { why }) : why
}
