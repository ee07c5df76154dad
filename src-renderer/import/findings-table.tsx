import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { findingSentence } from '@core/workbook/finding-sentence'
import type { Finding, FindingSeverity } from '@core/workbook/finding'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { useTranslate } from '../i18n/use-translate'
import { exportFindings } from './export-findings'
import { FindingActions } from './finding-actions'
import type { Understood } from './import-store'
import { correct } from './open-workbook'
import { orderedFindings } from './ordered-findings'
import list from '../ui/rows.module.css'
import button from '../ui/text-button.module.css'
import { useVirtualList, VirtualRows } from './virtual-rows'
import classes from './import-preview.module.css'

const marks = {
  error: { icon: IconAlertOctagon, key: 'import.severityError' },
  warning: { icon: IconAlertTriangle, key: 'import.severityWarning' },
  note: { icon: IconInfoCircle, key: 'import.severityNote' },
} as const satisfies Record<FindingSeverity, { icon: unknown; key: MessageKey }>

type Settled = ReadonlySet<string>

/** What is shown of the findings, and which were taken as they are: for as long as the workbook is looked at. */
export type FindingsView = { readonly severity: string; readonly text: string; readonly settled: Settled }
export const allFindings: FindingsView = { severity: 'all', text: '', settled: new Set() }

/** The same thing noticed about the same cell, also after the workbook was read again. */
const keyOf = ({ type, sheet, row, cell, params }: Finding): string => JSON.stringify([type, sheet, row, cell, params])

const useFiltered = (imported: ImportedWorkbook, severity: string, text: string, settled: Settled): readonly Finding[] => {
  const { t } = useTranslate()
  const ordered = useMemo(() => orderedFindings(imported.findings), [imported])
  return useMemo(() => {
    const wanted = text.trim().toLowerCase()
    const open = settled.size === 0 ? ordered : ordered.filter((finding) => !settled.has(keyOf(finding)))
    const ofSeverity = open.filter((finding) => severity === 'all' || finding.severity === severity)
    if (!wanted) return ofSeverity
    return ofSeverity.filter((finding) =>
      `${finding.sheet} ${finding.cell ?? ''} ${findingSentence(t, finding)}`.toLowerCase().includes(wanted))
  }, [ordered, severity, text, settled, t])
}

/** Where a finding is looked at. `row` as Excel counts; null: the beginning of the sheet. */
export type SheetPlace = { readonly sheet: string | null; readonly row: number | null }

const Place = ({ finding, show }: { readonly finding: Finding; readonly show: (place: SheetPlace) => void }): ReactElement => {
  const { t } = useTranslate()
  const { sheet, row } = finding
  const inside = finding.cell ?? (row === undefined ? '' : t('import.placeRow', { row }))
  if (sheet === '') return <>{t('import.workbook')}</>
  return (
    <button type="button" className={button.text} title={t('import.showPlace')} onClick={() => show({ sheet, row: row ?? null })}>
      {sheet}{inside && <strong> {inside}</strong>}
    </button>
  )
}

type RowActions = { readonly settle: (finding: Finding) => void; readonly show: (place: SheetPlace) => void }

const FindingRow = ({ finding, settle, show }: RowActions & { readonly finding: Finding }): ReactElement => {
  const { t } = useTranslate()
  const { icon: Icon, key } = marks[finding.severity]
  return (
    <>
      <span role="cell" className={classes.severity} data-severity={finding.severity}>
        <Icon size={16} aria-hidden /> {t(key)}
      </span>
      <span role="cell" className={classes.place}><Place finding={finding} show={show} /></span>
      <span role="cell">{findingSentence(t, finding)}</span>
      <span role="cell" className={classes.actions}>
        <FindingActions finding={finding} settle={() => settle(finding)} show={show} />
      </span>
    </>
  )
}

const Rows = ({ findings, ...actions }: RowActions & { readonly findings: readonly Finding[] }): ReactElement => {
  const { t } = useTranslate()
  const { scroller, virtual } = useVirtualList(findings.length, () => 34)
  return (
    <div className={list.box} ref={scroller} tabIndex={0} role="table" aria-label={t('import.findings')} aria-rowcount={findings.length}>
      {findings.length === 0 && <p className={classes.none}>{t('import.findingsNoneShown')}</p>}
      <VirtualRows virtual={virtual} rows={findings}>
        {(finding, item) => (
          <div
            key={item.key} ref={virtual.measureElement} data-index={item.index} role="row" aria-rowindex={item.index + 1}
            className={`${list.line} ${classes.finding}`} style={{ transform: `translateY(${item.start}px)` }}
          >
            <FindingRow finding={finding} {...actions} />
          </div>
        )}
      </VirtualRows>
    </div>
  )
}

const Filters = ({ imported, view, setView }: {
  readonly imported: ImportedWorkbook
  readonly view: FindingsView
  readonly setView: (view: FindingsView) => void
}): ReactElement => {
  const { t } = useTranslate()
  const { errors, warnings, notes } = imported.counts
  return (
    <>
      <SegmentedControl
        size="xs" value={view.severity} onChange={(severity) => setView({ ...view, severity })} aria-label={t('import.severity')}
        data={[
          { value: 'all', label: t('common.all') },
          { value: 'error', label: t('import.errors', { count: errors }) },
          { value: 'warning', label: t('import.warnings', { count: warnings }) },
          { value: 'note', label: t('import.notes', { count: notes }) },
        ]}
      />
      <TextInput
        size="xs" className={classes.filter} value={view.text} onChange={(event) => setView({ ...view, text: event.currentTarget.value })}
        placeholder={t('import.findingsFilter')} aria-label={t('import.findingsFilter')}
      />
    </>
  )
}

/** Cells and rows that are read otherwise than they are written, and the way back. */
const Corrected = ({ understood }: { readonly understood: Understood }): ReactElement | null => {
  const { t } = useTranslate()
  const count = understood.corrections.cells.length + understood.corrections.leftOut.length
  if (count === 0) return null
  return (
    <span className={classes.corrected}>
      {t('import.corrected', { count })}
      <Button size="compact-xs" variant="default" onClick={() => correct((known) => ({ ...known, cells: [], leftOut: [] }))}>{t('import.undoCorrections')}</Button>
    </span>
  )
}

/** Everything that was noticed, the worst first, with its sheet, row and cell, and a way on. Only visible rows are rendered. */
export const FindingsTable = ({ understood, view, setView, show }: {
  readonly understood: Understood
  readonly view: FindingsView
  readonly setView: (view: FindingsView) => void
  readonly show: RowActions['show']
}): ReactElement => {
  const { t } = useTranslate()
  const { imported } = understood
  const { severity, text, settled } = view
  const shown = useFiltered(imported, severity, text, settled)
  return (
    <section className={classes.findingsPart} aria-label={t('import.findings')}>
      <div className={classes.findingsHead}>
        <Filters imported={imported} view={view} setView={setView} />
        <Corrected understood={understood} />
        {settled.size > 0 && (
          <span className={classes.corrected}>
            {t('import.settled', { count: settled.size })}
            <Button size="compact-xs" variant="default" onClick={() => setView({ ...view, settled: new Set() })}>{t('import.showSettled')}</Button>
          </span>
        )}
        <Button
          size="compact-sm" variant="default" disabled={shown.length === 0} title={t('import.exportFindingsLong')}
          onClick={() => void exportFindings(imported.fileName, shown)}
        >
          {t('import.exportFindings')}
        </Button>
      </div>
      {imported.findings.length === 0
        ? <p className={classes.none}>{t('import.findingsNone')}</p>
        : <Rows findings={shown} settle={(finding) => setView({ ...view, settled: new Set([...settled, keyOf(finding)]) })} show={show} />}
    </section>
  )
}
