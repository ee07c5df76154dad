import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { RawRow } from '@core/workbook/raw-workbook'
import { useTranslate } from '../i18n/use-translate'
import classes from './mapping.module.css'

/** In which row the headings stand. What is no filled row is said to be none, and the row before stays in force. */
export const HeaderRowField = ({ row, rows, choose }: {
  /** As Excel counts; null: the sheet is read without headings. */
  readonly row: number | null
  /** The filled rows among which headings may stand. */
  readonly rows: readonly RawRow[]
  readonly choose: (row: RawRow) => void
}): ReactElement => {
  const { t } = useTranslate()
  const inForce = row ?? ''
  const [typed, setTyped] = useState<{ readonly value: number | string; readonly over: number | '' } | null>(null)
  // Another row in force, chosen here or by what the sheet is said to hold, replaces what was typed.
  const value = typed && typed.over === inForce ? typed.value : inForce
  const isFilled = value === '' || rows.some(({ number }) => number === value)
  const change = (next: number | string): void => {
    setTyped({ value: next, over: inForce })
    const chosen = rows.find(({ number }) => number === next)
    if (chosen && chosen.number !== row) choose(chosen)
  }
  return (
    <NumberInput
      size="xs" w={120} label={t('import.headerRowLabel')} value={value} onChange={change} classNames={{ error: classes.fieldError ?? '' }}
      min={rows[0]?.number ?? 1} max={rows.at(-1)?.number ?? 1} clampBehavior="none" allowDecimal={false} allowNegative={false}
      error={isFilled ? null : t('import.headerRowNone', { row: value, from: rows[0]?.number ?? 1, to: rows.at(-1)?.number ?? 1 })}
      onBlur={() => {
        if (value === '') setTyped(null)
      }}
    />
  )
}
