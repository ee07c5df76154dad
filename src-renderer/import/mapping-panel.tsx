import { Button, Checkbox, Loader, NativeSelect } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import { dependencyTypes } from '@core/estate/dependency'
import { itemKinds, type Item } from '@core/estate/item'
import type { MessageKey } from '@core/messages/translator'
import { cellText } from '@core/workbook/cell-text'
import { namesOfItems } from '@core/workbook/content/known-names'
import { BlockFiller } from '@core/workbook/fill-down'
import type { Finding, FindingSeverity } from '@core/workbook/finding'
import { sheetRoles } from '@core/workbook/imported-workbook'
import { likelyHeaderRow, readingAs, withColumn, withRepeats, type SheetContent } from '@core/workbook/mapping'
import type { RowsPage, RowsRequest } from '@core/workbook/opened-workbook'
import type { RawRow } from '@core/workbook/raw-workbook'
import { markField } from '@core/workbook/matrix-table'
import { fieldsOfRole } from '@core/workbook/role-fields'
import type { ColumnReading, SheetReading } from '@core/workbook/sheet-reading'
import { isTotalRow } from '@core/workbook/total-row'
import { host } from '../host/host'
import { useTranslate } from '../i18n/use-translate'
import { dependencyTypeKeys, kindKeys } from '../i18n/words'
import { fieldName, roleKeys } from './change-words'
import { HeaderRowField } from './header-row-field'
import type { Understood } from './import-store'
import { correct } from './open-workbook'
import { orderedFindings } from './ordered-findings'
import { RowsTable } from './rows-table'
import classes from './mapping.module.css'

const shownRows = 1_000

type Pages = {
  /** The first rows, where the headings stand. */
  readonly first: readonly RawRow[]
  readonly shown: RowsPage
  readonly turn: (from: number) => void
}

/** The rows of a sheet, page by page, beginning with the page that holds `row`; null until the first is there. */
const usePages = (jobId: string, sheet: string, row: number | null): Pages | null => {
  const [first, setFirst] = useState<RowsPage | null>(null)
  const [shown, setShown] = useState<RowsPage | null>(null)
  const [from, turn] = useState<number | null>(null)
  useEffect(() => {
    let left = false
    const ask = (request: Pick<RowsRequest, 'from' | 'row'>, then: (page: RowsPage) => void): void => {
      void host().workbookRows({ jobId, sheet, count: shownRows, ...request }).then((page) => {
        if (!left) then(page.ok ? page.value : { sheet, from: 0, rows: [], all: 0 })
      })
    }
    if (from === null) {
      ask({ from: 0 }, setFirst)
      ask({ from: 0, ...(row !== null && { row }) }, setShown)
    } else ask({ from }, setShown)
    return () => {
      left = true
    }
  }, [jobId, sheet, row, from])
  return first && shown && { first: first.rows, shown, turn }
}

/** Which of the rows are shown, and the way to the others; nothing where all of them are. */
const Pager = ({ shown, turn }: Pages): ReactElement | null => {
  const { t } = useTranslate()
  const { from, rows, all } = shown
  if (rows.length === all) return null
  return (
    <span className={classes.pager}>
      <Button size="compact-xs" variant="default" disabled={from === 0} onClick={() => turn(Math.max(0, from - shownRows))}>{t('import.earlierRows')}</Button>
      {t('import.rowsOf', { from: from + 1, to: from + rows.length, all })}
      <Button size="compact-xs" variant="default" disabled={from + rows.length >= all} onClick={() => turn(from + shownRows)}>{t('import.laterRows')}</Button>
    </span>
  )
}

/** The reading in force: as corrected, otherwise as it was recognised. */
const readingIn = ({ corrections, opened }: Understood, sheet: string): SheetReading | undefined =>
  [...corrections.mappings, ...opened.readings].find((one) => one.sheet === sheet)?.reading

const say = (sheet: string, reading: SheetReading | null): void =>
  correct((known) => ({
    ...known,
    mappings: [...known.mappings.filter((one) => one.sheet !== sheet), ...(reading ? [{ sheet, reading }] : [])],
  }))

const sureness = ({ confidence, reason, field }: ColumnReading): { key: MessageKey; level: string } => {
  if (field === null) return { key: 'import.keptExtra', level: 'none' }
  if (reason === 'planner') return { key: 'import.saidSo', level: 'sure' }
  if (confidence >= 0.95) return { key: 'import.sure', level: 'sure' }
  return confidence >= 0.8 ? { key: 'import.likely', level: 'likely' } : { key: 'import.guessed', level: 'guessed' }
}

/** Blank cells below a filled one: the question is whether they mean the same. */
const leavesBlank = (rows: readonly RawRow[], column: number): boolean =>
  cellText(rows[0]?.cells[column]) !== '' && rows.some((row) => cellText(row.cells[column]) === '')

/** The rows of a page with what their blank cells mean, as far as the page itself says. */
const meantIn = (rows: readonly RawRow[], { columns, headerRow }: SheetReading): ReadonlyMap<number, RawRow> => {
  const headerIndex = rows.findIndex(({ number }) => number === headerRow)
  const filler = new BlockFiller({ rows }, { headerIndex, columns })
  const meant = new Map<number, RawRow>()
  for (const row of rows.slice(headerIndex + 1)) {
    const filled = filler.filled(row)
    if (filled !== row) meant.set(row.number, filled)
  }
  return meant
}

const ColumnHead = ({ sheet, reading, column, below }: {
  readonly sheet: string; readonly reading: SheetReading; readonly column: number
  /** The first rows below the headings. */
  readonly below: readonly RawRow[]
}): ReactElement | null => {
  const words = useTranslate()
  const { t } = words
  const one = reading.columns[column]
  if (!one || reading.role === 'kept' || reading.role === 'empty') return null
  const { key, level } = sureness(one)
  const fields = fieldsOfRole[reading.role]
  const known = one.field !== null && !fields.includes(one.field) ? [one.field] : []
  const data = [
    { value: '', label: t('import.fieldExtra') },
    ...[...fields, ...known].map((field) => ({ value: field, label: fieldName(words, field) })),
  ]
  const heading = one.heading || t('import.unnamedColumn')
  return (
    <div className={classes.column} data-level={level}>
      <span className={classes.sureness} title={t('import.fieldOf', { column: one.column, heading })}> {t(key)}</span>
      <NativeSelect
        size="xs" value={one.field ?? ''} data={data} aria-label={t('import.fieldOf', { column: column + 1, heading })}
        onChange={(event) => say(sheet, withColumn(reading, column, event.currentTarget.value || null, below))}
      />
      {one.field !== markField && (one.repeats !== undefined || leavesBlank(below, column)) && (
        <Checkbox
          size="xs" mt={4} label={t('import.asAbove')} title={t('import.asAboveHint')} checked={one.repeats === true}
          aria-label={t('import.asAboveOf', { column: column + 1, heading })}
          onChange={(event) => say(sheet, withRepeats(reading, column, event.currentTarget.checked))}
        />
      )}
    </div>
  )
}

/** Rows that do not say what they are, on a sheet that nobody recognised, are applications until told otherwise. */
const firstReadingAs = (
  role: SheetReading['role'], reading: SheetReading, header: RawRow | undefined, content: SheetContent,
): SheetReading => {
  const next = readingAs(role, reading.kind, header, content)
  const saysKind = reading.kind !== null || next.columns.some((column) => column.field === 'kind')
  return role !== 'items' || saysKind ? next : readingAs(role, 'application', header, content)
}

const RoleFields = ({ sheet, reading, rows, items }: {
  readonly sheet: string; readonly reading: SheetReading; readonly rows: readonly RawRow[]; readonly items: readonly Item[]
}): ReactElement => {
  const { t } = useTranslate()
  const content = (): SheetContent => ({ rows, names: namesOfItems(items) })
  const rowAt = (number: number | null): RawRow | undefined => rows.find((row) => row.number === number)
  const header = rowAt(reading.headerRow) ?? likelyHeaderRow(rows)
  const roles = sheetRoles.filter((role) => role !== 'empty' || reading.role === 'empty')
  const isTable = reading.role !== 'kept' && reading.role !== 'empty'
  return (
    <>
      <NativeSelect
        size="xs" label={t('import.roleLabel')} value={reading.role} data={roles.map((role) => ({ value: role, label: t(roleKeys[role]) }))}
        onChange={(event) => {
          const role = sheetRoles.find((one) => one === event.currentTarget.value)
          if (role) say(sheet, firstReadingAs(role, reading, header, content()))
        }}
      />
      {reading.role === 'items' && (
        <NativeSelect
          size="xs" label={t('import.kindLabel')} value={reading.kind ?? ''}
          data={[{ value: '', label: t('import.kindEach') }, ...itemKinds.map((kind) => ({ value: kind, label: t(kindKeys[kind]) }))]}
          onChange={(event) => say(sheet, { ...reading, kind: itemKinds.find((kind) => kind === event.currentTarget.value) ?? null })}
        />
      )}
      {reading.role === 'dependencies' && !reading.preset && !reading.columns.some(({ field }) => field === 'type') && (
        <NativeSelect
          size="xs" label={t('import.typeLabel')} value={reading.type ?? 'uses'}
          data={dependencyTypes.map((type) => ({ value: type, label: t(dependencyTypeKeys[type]) }))}
          onChange={(event) => say(sheet, { ...reading, type: dependencyTypes.find((type) => type === event.currentTarget.value) ?? 'uses' })}
        />
      )}
      {isTable && (
        <HeaderRowField row={reading.headerRow} rows={rows} choose={(row) => say(sheet, readingAs(reading.role, reading.kind, row, content()))} />
      )}
    </>
  )
}

/** What is still missing before rows can be taken from the sheet. */
const lackOf = ({ role, columns }: SheetReading): MessageKey | null => {
  const has = (field: string): boolean => columns.some((column) => column.field === field)
  if (role === 'items' && !has('name') && !has('id')) return 'import.needsName'
  const ends = ['from', 'to', markField].filter(has).length
  return role === 'dependencies' && ends < 2 ? 'import.needsEnds' : null
}

const Notes = ({ understood, sheet, reading }: {
  readonly understood: Understood; readonly sheet: string; readonly reading: SheetReading
}): ReactElement => {
  const { t } = useTranslate()
  const lack = lackOf(reading)
  const isOpen = reading.role === 'kept' && understood.imported.sheets.some((one) => one.name === sheet && one.rows > 1 && !one.isHousekeeping)
  const isSaid = understood.corrections.mappings.some((one) => one.sheet === sheet)
  const isRecalled = understood.opened.recalled.includes(sheet) && understood.opened.readings.some((one) => one.reading === reading)
  return (
    <p className={classes.notes} role="status">
      {understood.rereading && <><Loader size={14} /> {t('import.rereading')}</>}
      {!understood.rereading && lack && <strong>{t(lack)}</strong>}
      {!understood.rereading && !lack && t(isRecalled ? 'import.recalled' : isOpen ? 'import.keptHint' : 'import.mappingHint')}
      {isSaid && (
        <Button size="compact-xs" variant="default" onClick={() => say(sheet, null)}>
          {t(isRecalled ? 'import.forget' : 'import.resetMapping')}
        </Button>
      )}
    </p>
  )
}

/** By cell, the worst that was noticed about it. */
const marksOf = (findings: readonly Finding[], sheet: string): ReadonlyMap<string, FindingSeverity> => {
  const marks = new Map<string, FindingSeverity>()
  for (const one of orderedFindings(findings)) {
    if (one.sheet === sheet && one.cell !== undefined && !marks.has(one.cell)) marks.set(one.cell, one.severity)
  }
  return marks
}

/** How one sheet is read: its role, the row of its headings and what each column holds, above the rows themselves. */
export const MappingPanel = ({ understood, sheet, row }: {
  readonly understood: Understood
  readonly sheet: string
  /** The row to begin with, as Excel counts; null: the first. */
  readonly row: number | null
}): ReactElement => {
  const { t } = useTranslate()
  const pages = usePages(understood.jobId, sheet, row)
  const reading = readingIn(understood, sheet)
  const { findings, document: { estate } } = understood.imported
  const marks = useMemo(() => marksOf(findings, sheet), [findings, sheet])
  if (!pages || !reading) return <div className={classes.panel} />
  const { first, shown: { rows } } = pages
  const below = first.filter((one) => one.number > (reading.headerRow ?? 0) && one.cells.some((cell) => cellText(cell) !== '') && !isTotalRow(one))
  const columns = [...rows, ...first].reduce((most, row) => Math.max(most, row.cells.length), 0)
  return (
    <section className={classes.panel} aria-label={sheet}>
      <div className={classes.fields}><RoleFields sheet={sheet} reading={reading} rows={first} items={estate.items} /><Pager {...pages} /></div>
      <Notes understood={understood} sheet={sheet} reading={reading} />
      <RowsTable
        label={t('import.rowsPreview', { sheet })} rows={rows} columns={columns} headerRow={reading.headerRow} marks={marks} foundRow={row}
        meant={meantIn(rows, reading)} renderHead={(column) => <ColumnHead sheet={sheet} reading={reading} column={column} below={below} />}
      />
    </section>
  )
}
