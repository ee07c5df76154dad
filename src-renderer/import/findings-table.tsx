import { SegmentedControl, TextInput } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { findingSentence } from '@core/workbook/finding-sentence'
import type { Finding, FindingSeverity } from '@core/workbook/finding'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { useTranslate } from '../i18n/use-translate'
import { orderedFindings } from './ordered-findings'
import classes from './import-preview.module.css'

const marks = {
  error: { icon: IconAlertOctagon, key: 'import.severityError' },
  warning: { icon: IconAlertTriangle, key: 'import.severityWarning' },
  note: { icon: IconInfoCircle, key: 'import.severityNote' },
} as const satisfies Record<FindingSeverity, { icon: unknown; key: MessageKey }>

const useFiltered = (imported: ImportedWorkbook, severity: string, text: string): readonly Finding[] => {
  const { t } = useTranslate()
  const ordered = useMemo(() => orderedFindings(imported.findings), [imported])
  return useMemo(() => {
    const wanted = text.trim().toLowerCase()
    const ofSeverity = ordered.filter((finding) => severity === 'all' || finding.severity === severity)
    if (!wanted) return ofSeverity
    return ofSeverity.filter((finding) =>
      `${finding.sheet} ${finding.cell ?? ''} ${findingSentence(t, finding)}`.toLowerCase().includes(wanted))
  }, [ordered, severity, text, t])
}

const Place = ({ finding }: { readonly finding: Finding }): ReactElement => {
  const { t } = useTranslate()
  const inside = finding.cell ?? (finding.row === undefined ? '' : t('import.placeRow', { row: finding.row }))
  return <>{finding.sheet || t('import.workbook')}{inside && <strong> {inside}</strong>}</>
}

const FindingRow = ({ finding }: { readonly finding: Finding }): ReactElement => {
  const { t } = useTranslate()
  const { icon: Icon, key } = marks[finding.severity]
  return (
    <>
      <span role="cell" className={classes.severity} data-severity={finding.severity}>
        <Icon size={16} aria-hidden /> {t(key)}
      </span>
      <span role="cell" className={classes.place}><Place finding={finding} /></span>
      <span role="cell">{findingSentence(t, finding)}</span>
    </>
  )
}

const Rows = ({ findings }: { readonly findings: readonly Finding[] }): ReactElement => {
  const { t } = useTranslate()
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- we build without React's compiler
  const rows = useVirtualizer({
    count: findings.length, getScrollElement: () => scroller.current, estimateSize: () => 32, overscan: 8,
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
              <FindingRow finding={finding} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Everything that was noticed, the worst first, with its sheet, row and cell. Only visible rows are rendered. */
export const FindingsTable = ({ imported }: { readonly imported: ImportedWorkbook }): ReactElement => {
  const { t } = useTranslate()
  const [severity, setSeverity] = useState('all')
  const [text, setText] = useState('')
  const shown = useFiltered(imported, severity, text)
  const { errors, warnings, notes } = imported.counts
  if (imported.findings.length === 0) return <p className={classes.none}>{t('import.findingsNone')}</p>
  return (
    <section className={classes.findingsPart} aria-label={t('import.findings')}>
      <div className={classes.findingsHead}>
        <h3>{t('import.findings')}</h3>
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
          size="xs" value={text} onChange={(event) => setText(event.currentTarget.value)}
          placeholder={t('import.findingsFilter')} aria-label={t('import.findingsFilter')}
        />
      </div>
      <Rows findings={shown} />
    </section>
  )
}
