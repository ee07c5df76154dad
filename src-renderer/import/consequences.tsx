import type { ReactElement } from 'react'
import { violationSentence, violationTypeName } from '@core/messages/violation-sentence'
import type { BrokenByImport, ImportConsequences } from '@core/workbook/import-consequences'
import { SeverityIcon } from '../app/violation-marks'
import { useTranslate } from '../i18n/use-translate'
import type { Translation } from '../i18n/use-translate'
import type { Changes } from './use-changes'
import classes from './changes.module.css'

/** More than these are in the violations panel once it is taken. */
const shownLines = 4
const shownSentences = 12

const listed = (language: Translation['language'], parts: readonly string[]): string =>
  new Intl.ListFormat(language === 'nb' ? 'nb-NO' : 'en-GB').format(parts)

const wavesText = ({ t, language }: Translation, { waves }: BrokenByImport): string =>
  waves.length === 0
    ? t('import.breaksUnplaced')
    : listed(language, waves.map((number) => t('import.breaksWave', { number })))

const brokenText = (words: Translation, broken: BrokenByImport): string => {
  const count = broken.violations.length
  const waves = wavesText(words, broken)
  if (broken.type === 'hard-dependency') return words.t('import.breaksHardDependency', { count, waves })
  return words.t('import.breaksOther', { type: violationTypeName(words.t, broken.type), count, waves })
}

const Broken = ({ broken, changes }: { readonly broken: BrokenByImport; readonly changes: Changes }): ReactElement => {
  const words = useTranslate()
  const document = changes.accept()
  const sentences = broken.violations.slice(0, shownSentences).map((violation) => violationSentence(words.t, words.language, document, violation))
  return (
    <details className={classes.broken} data-severity={broken.severity}>
      <summary><SeverityIcon severity={broken.severity} /> {brokenText(words, broken)}</summary>
      <ul>{sentences.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul>
      {broken.violations.length > shownSentences && <p className={classes.quiet}>{words.t('common.showMore', { count: broken.violations.length - shownSentences })}</p>}
    </details>
  )
}

const shownNames = 3

const heldText = ({ t, language }: Translation, { groupsHeld }: ImportConsequences): string => {
  const more = groupsHeld.length - shownNames
  const names = [...groupsHeld.slice(0, shownNames), ...(more > 0 ? [t('import.moreGroups', { count: more })] : [])]
  return t('import.groupsHeld', { count: groupsHeld.length, groups: listed(language, names) })
}

const sideEffects = ({ t, formatNumber }: Translation, found: ImportConsequences): readonly string[] => [
  ...(found.mended > 0 ? [t('import.mends', { count: found.mended })] : []),
  ...(found.itemsMoved > 0 ? [t('import.itemsMoved', { count: found.itemsMoved })] : []),
  ...(found.rulesGone > 0 ? [t('import.rulesGone', { count: found.rulesGone })] : []),
  t('import.hardAfter', {
    before: formatNumber(found.hardBefore), after: formatNumber(found.hardAfter),
    warningsBefore: formatNumber(found.warningsBefore), warningsAfter: formatNumber(found.warningsAfter),
  }),
]

const Found = ({ found, changes }: { readonly found: ImportConsequences; readonly changes: Changes }): ReactElement => {
  const words = useTranslate()
  const { t } = words
  const more = found.broken.length - shownLines
  return (
    <>
      {found.broken.length === 0 && <p>{t('import.breaksNothing')}</p>}
      {found.broken.slice(0, shownLines).map((broken, index) => <Broken key={index} broken={broken} changes={changes} />)}
      {found.groupsHeld.length > 0 && <p>{heldText(words, found)}</p>}
      {more > 0 && <p className={classes.quiet}>{t('violations.andMore', { count: more })}</p>}
      <p className={classes.quiet}>{sideEffects(words, found).join(' · ')}</p>
    </>
  )
}

/** What taking the chosen changes breaks and mends, before it is done. */
export const Consequences = ({ changes }: { readonly changes: Changes }): ReactElement => {
  const { t } = useTranslate()
  const { consequences, taken } = changes
  return (
    <section className={classes.consequences} aria-label={t('import.consequences')} aria-live="polite" data-consequences>
      <h3>{t('import.consequences')}</h3>
      {taken === 0 && <p>{t('import.nothingTaken')}</p>}
      {taken > 0 && !consequences && <p className={classes.quiet}>{t('import.checking')}</p>}
      {taken > 0 && consequences && <Found found={consequences} changes={changes} />}
    </section>
  )
}
