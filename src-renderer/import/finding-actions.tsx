import { Button, Popover, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { Finding } from '@core/workbook/finding'
import { columnOfCell } from '@core/workbook/raw-workbook'
import { findingSentence } from '@core/workbook/finding-sentence'
import { useTranslate } from '../i18n/use-translate'
import type { SheetPlace } from './findings-table'
import { correct } from './open-workbook'
import classes from './import-preview.module.css'

/** Types a value for one cell, as which it is read; the file stays as it is. */
const FixButton = ({ finding, cell }: { readonly finding: Finding; readonly cell: string }): ReactElement => {
  const { t } = useTranslate()
  const [opened, setOpened] = useState(false)
  const [value, setValue] = useState(String(finding.params['text'] ?? finding.params['id'] ?? finding.params['name'] ?? ''))
  const fix = (): void => {
    const column = columnOfCell(cell)
    const { sheet, row } = finding
    setOpened(false)
    if (row === undefined || column === null) return
    correct((known) => ({
      ...known,
      cells: [...known.cells.filter((one) => one.sheet !== sheet || one.row !== row || one.column !== column), { sheet, row, column, value }],
    }))
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal position="bottom-end" width={280}>
      <Popover.Target>
        <Button size="compact-xs" variant="default" aria-label={t('import.fixOf', { cell, sheet: finding.sheet })} onClick={() => setOpened(!opened)}>{t('import.fix')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes.fix}
          onSubmit={(event) => {
            event.preventDefault()
            fix()
          }}
        >
          <TextInput
            size="xs" label={t('import.fixValue', { cell })} value={value} data-autofocus
            onChange={(event) => setValue(event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()}
          />
          <Button size="compact-sm" type="submit">{t('import.fixDone')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

const leaveOut = (sheet: string, row: number): void =>
  correct((known) => ({ ...known, leftOut: [...known.leftOut, { sheet, row }] }))

/** Findings about a whole sheet: what helps is to say what it holds. */
const isAboutSheet = ({ type }: Finding): boolean => type === 'unknown-sheet' || type === 'missing-heading' || type === 'no-items'

/** Every finding has a way on: fix the cell, leave the row out, say what the sheet holds, or take it as it is. */
export const FindingActions = ({ finding, settle, show }: {
  readonly finding: Finding
  readonly settle: () => void
  readonly show: (place: SheetPlace) => void
}): ReactElement => {
  const { t } = useTranslate()
  const { sheet, row, cell } = finding
  return (
    <>
      {cell !== undefined && row !== undefined && row > 0 && <FixButton finding={finding} cell={cell} />}
      {row !== undefined && row > 0 && (
        <Button size="compact-xs" variant="default" aria-label={t('import.leaveOutOf', { row, sheet })} onClick={() => leaveOut(sheet, row)}>{t('import.leaveOut')}</Button>
      )}
      {isAboutSheet(finding) && (
        <Button size="compact-xs" variant="default" aria-label={t('import.sayWhatOf', { sheet })} onClick={() => show({ sheet: sheet || null, row: null })}>{t('import.sayWhat')}</Button>
      )}
      <Button size="compact-xs" variant="default" aria-label={t('import.asItIsOf', { sentence: findingSentence(t, finding) })} onClick={settle}>{t('import.asItIs')}</Button>
    </>
  )
}
