import { useState } from 'react'
import type { ReactElement } from 'react'
import type { SheetReport } from '@core/workbook/imported-workbook'
import { useTranslate } from '../i18n/use-translate'
import type { Translation } from '../i18n/use-translate'
import { kindKeys } from '../i18n/words'
import { roleKeys } from './change-words'
import type { Understood } from './import-store'
import { MappingPanel } from './mapping-panel'
import classes from './mapping.module.css'

/** Sheets that could be taken further stand out: not understood, but with rows. */
const roleText = (sheet: SheetReport, t: ReturnType<typeof useTranslate>['t']): string =>
  [t(sheet.isHousekeeping ? 'import.roleHousekeeping' : roleKeys[sheet.role]), sheet.role === 'items' && sheet.kind ? t(kindKeys[sheet.kind]).toLowerCase() : null, sheet.presetName].filter(Boolean).join(' · ')

/** What comes from a sheet, where that is not simply its rows: so that the sheets add up to the figures above them. */
const givesText = ({ role, rows, gives }: SheetReport, { t, language }: Translation): string | null => {
  if (!gives) return null
  const { items, named, dependencies } = gives
  const main = role === 'items' ? items : dependencies
  if (main === rows && main === items + named + dependencies) return null
  const parts = [
    ...(items > 0 ? [t('common.items', { count: items })] : []), ...(named > 0 ? [t('import.namedItems', { count: named })] : []),
    ...(dependencies > 0 ? [t('common.dependencies', { count: dependencies })] : []),
  ]
  if (parts.length === 0) return t('import.givesNothing')
  return t('import.gives', { what: new Intl.ListFormat(language === 'nb' ? 'nb-NO' : 'en-GB').format(parts) })
}

const SheetButton = ({ sheet, chosen, choose }: {
  readonly sheet: SheetReport; readonly chosen: boolean; readonly choose: () => void
}): ReactElement => {
  const words = useTranslate()
  const { t, formatNumber } = words
  const gives = givesText(sheet, words)
  return (
    <li>
      <button type="button" className={classes.sheet} aria-pressed={chosen} onClick={choose}>
        <strong>{sheet.name}{sheet.hidden && <small> ({t('import.hiddenSheet')})</small>}</strong>
        <span className={classes.count}>{formatNumber(sheet.rows)}</span>
        <small>{roleText(sheet, t)}</small>
        {gives && <small className={classes.gives}>{gives}</small>}
      </button>
    </li>
  )
}

/** The sheet that a person would look at first: one that was not understood, otherwise the first that gives items. */
const firstOf = (sheets: readonly SheetReport[]): string =>
  (sheets.find((sheet) => sheet.role === 'kept' && sheet.rows > 1 && !sheet.isHousekeeping)
    ?? sheets.find((sheet) => sheet.role === 'items') ?? sheets[0])?.name ?? ''

/** What each sheet and column was taken for, and the way to say otherwise, with the rows in sight. */
export const SheetsTab = ({ understood, first, row }: {
  readonly understood: Understood
  /** The sheet to begin with; null: the one that needs it most. */
  readonly first: string | null
  /** The row of that sheet that somebody came for. */
  readonly row: number | null
}): ReactElement => {
  const { t } = useTranslate()
  const { sheets } = understood.imported
  const [chosen, setChosen] = useState(() => first ?? firstOf(sheets))
  return (
    <div className={classes.tab}>
      <ul className={classes.sheets} aria-label={t('import.sheets')}>
        {sheets.map((sheet) => (
          <SheetButton key={sheet.name} sheet={sheet} chosen={sheet.name === chosen} choose={() => setChosen(sheet.name)} />
        ))}
      </ul>
      <MappingPanel key={chosen} understood={understood} sheet={chosen} row={chosen === first ? row : null} />
    </div>
  )
}
