import { useState } from 'react'
import type { ReactElement } from 'react'
import type { SheetReport } from '@core/workbook/imported-workbook'
import { useTranslate } from '../i18n/use-translate'
import { kindKeys } from '../i18n/words'
import { roleKeys } from './change-words'
import type { Understood } from './import-store'
import { MappingPanel } from './mapping-panel'
import classes from './mapping.module.css'

/** Sheets that could be taken further stand out: not understood, but with rows. */
const roleText = (sheet: SheetReport, t: ReturnType<typeof useTranslate>['t']): string =>
  [t(sheet.isHousekeeping ? 'import.roleHousekeeping' : roleKeys[sheet.role]), sheet.role === 'items' && sheet.kind ? t(kindKeys[sheet.kind]).toLowerCase() : null, sheet.presetName].filter(Boolean).join(' · ')

const SheetButton = ({ sheet, chosen, choose }: {
  readonly sheet: SheetReport; readonly chosen: boolean; readonly choose: () => void
}): ReactElement => {
  const { t, formatNumber } = useTranslate()
  return (
    <li>
      <button type="button" className={classes.sheet} aria-pressed={chosen} onClick={choose}>
        <strong>{sheet.name}{sheet.hidden && <small> ({t('import.hiddenSheet')})</small>}</strong>
        <span className={classes.count}>{formatNumber(sheet.rows)}</span>
        <small>{roleText(sheet, t)}</small>
      </button>
    </li>
  )
}

/** The sheet that a person would look at first: one that was not understood, otherwise the first. */
const firstOf = (sheets: readonly SheetReport[]): string =>
  (sheets.find((sheet) => sheet.role === 'kept' && sheet.rows > 1 && !sheet.isHousekeeping) ?? sheets[0])?.name ?? ''

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
