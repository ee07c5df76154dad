import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
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
import classes from './import-preview.module.css'

const marks = {
  error: { icon: IconAlertOctagon, key: 'import.severityError' },
  warning: { icon: IconAlertTriangle, key: 'import.severityWarning' },
  note: { icon: IconInfoCircle, key: 'import.severityNote' },
} as const satisfies Record<FindingSeverity, { icon: unknown; key: MessageKey }>

type Settled = ReadonlySet<string>

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

const Place = ({ finding }: { readonly finding: Finding }): ReactElement => {
  const { t } = useTranslate()
  const inside = finding.cell ?? (finding.row === undefined ? '' : t('import.placeRow', { row: finding.row }))
  return <>{finding.sheet || t('import.workbook')}{inside && <strong> {inside}</strong>}</>
}

type RowActions = { readonly settle: (finding: Finding) => void; readonly showSheet: (sheet: string) => void }

const FindingRow = ({ finding, settle, showSheet }: RowActions & { readonly finding: Finding }): ReactElement => {
  const { t } = useTranslate()
  const { icon: Icon, key } = marks[finding.severity]
  return (
    <>
      <span role="cell" className={classes.severity} data-severity={finding.severity}>
        <Icon size={16} aria-hidden /> {t(key)}
      </span>
      <span role="cell" className={classes.place}><Place finding={finding} /></span>
      <span role="cell">{findingSentence(t, finding)}</span>
      <span role="cell" className={classes.actions}>
        <FindingActions finding={finding} settle={() => settle(finding)} showSheet={showSheet} />
      </span>
    </>
  )
}

const Rows = ({ findings, ...actions }: RowActions & { readonly findings: readonly Finding[] }): ReactElement => {
  const { t } = useTranslate()
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- we build without React's compiler
  const rows = useVirtualizer({
    count: findings.length, getScrollElement: () => scroller.current, estimateSize: () => 34, overscan: 8,
  })
  return (
    <div className={classes.findings} ref={scroller} tabIndex={0} role="table" aria-label={t('import.findings')} aria-rowcount={findings.length}>
      {findings.length === 0 && <p className={classes.none}>{t('import.findingsNoneShown')}</p>}
      <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((row) => {
          const finding = findings[row.index]
          if (!finding) return null
          return (
            <div
              key={row.key} ref={rows.measureElement} data-index={row.index} role="row" aria-rowindex={row.index + 1}
              className={classes.finding} style={{ transform: `translateY(${row.start}px)` }}
            >
              <FindingRow finding={finding} {...actions} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const Filters = ({ imported, severity, setSeverity, text, setText }: {
  readonly imported: ImportedWorkbook
  readonly severity: string
  readonly setSeverity: (severity: string) => void
  readonly text: string
  readonly setText: (text: string) => void
}): ReactElement => {
  const { t } = useTranslate()
  const { errors, warnings, notes } = imported.counts
  return (
    <>
      <SegmentedControl
        size="xs" value={severity} onChange={setSeverity} aria-label={t('import.severity')}
        data={[
          { value: 'all', label: t('common.all') },
          { value: 'error', label: t('import.errors', { count: errors }) },
          { value: 'warning', label: t('import.warnings', { count: warnings }) },
          { value: 'note', label: t('import.notes', { count: notes }) },
        ]}
      />
      <TextInput
        size="xs" className={classes.filter} value={text} onChange={(event) => setText(event.currentTarget.value)}
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
export const FindingsTable = ({ understood, showSheet }: {
  readonly understood: Understood
  readonly showSheet: (sheet: string) => void
}): ReactElement => {
  const { t } = useTranslate()
  const { imported } = understood
  const [severity, setSeverity] = useState('all')
  const [text, setText] = useState('')
  const [settled, setSettled] = useState<Settled>(new Set())
  const shown = useFiltered(imported, severity, text, settled)
  return (
    <section className={classes.findingsPart} aria-label={t('import.findings')}>
      <div className={classes.findingsHead}>
        <Filters imported={imported} severity={severity} setSeverity={setSeverity} text={text} setText={setText} />
        <Corrected understood={understood} />
        {settled.size > 0 && (
          <span className={classes.corrected}>
            {t('import.settled', { count: settled.size })}
            <Button size="compact-xs" variant="default" onClick={() => setSettled(new Set())}>{t('import.showSettled')}</Button>
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
        : <Rows findings={shown} settle={(finding) => setSettled((known) => new Set([...known, keyOf(finding)]))} showSheet={showSheet} />}
    </section>
  )
}
