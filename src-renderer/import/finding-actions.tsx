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

/** What stands in the cell now, as far as the finding says. */
const written = ({ type, params }: Finding): string => {
  switch (type) {
    case 'missing-kind': case 'missing-name': case 'not-movable': return ''
    case 'differing-waves': return String(params['wave'] ?? '')
    default: return String(params['text'] ?? params['id'] ?? params['name'] ?? '')
  }
}

/** Types a value for one cell, as which it is read; the file stays as it is. */
const FixButton = ({ finding, cell }: { readonly finding: Finding; readonly cell: string }): ReactElement => {
  const { t } = useTranslate()
  const [opened, setOpened] = useState(false)
  const [value, setValue] = useState(() => written(finding))
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

/** Findings about a sheet or its headings: what helps is to say what they hold. */
const aboutSheets: ReadonlySet<Finding['type']> = new Set([
  'unknown-sheet', 'missing-heading', 'no-items', 'sheet-by-content', 'column-by-content', 'repeated-heading', 'kinds-unsaid', 'names-unsaid', 'several-tables', 'matrix', 'turned-sheet', 'maybe-blocks', 'link-kept', 'ends-unlisted',
  'criticality-scale', 'criticality-unread', 'column-unit', 'swapped-dates',
])

/** They name a row as an example or as the headings: without it, something else would be lost. */
const isAboutRow = ({ type, row }: Finding): boolean =>
  row !== undefined && row > 0 && !aboutSheets.has(type) && type !== 'effort-missing' && type !== 'second-heading-row'

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
      {cell !== undefined && isAboutRow(finding) && <FixButton finding={finding} cell={cell} />}
      {row !== undefined && isAboutRow(finding) && (
        <Button size="compact-xs" variant="default" aria-label={t('import.leaveOutOf', { row, sheet })} onClick={() => leaveOut(sheet, row)}>{t('import.leaveOut')}</Button>
      )}
      {aboutSheets.has(finding.type) && (
        <Button size="compact-xs" variant="default" aria-label={t('import.sayWhatOf', { sheet })} onClick={() => show({ sheet: sheet || null, row: row ?? null })}>{t('import.sayWhat')}</Button>
      )}
      <Button size="compact-xs" variant="default" aria-label={t('import.asItIsOf', { sentence: findingSentence(t, finding) })} onClick={settle}>{t('import.asItIs')}</Button>
    </>
  )
}
