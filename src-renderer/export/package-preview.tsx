import { Button } from '@mantine/core'
import { IconLock, IconPencil } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import { itemHeadings } from '@core/workbook/headings'
import { isIndispensable, type RedactionProfile } from '@core/workbook/packages/redaction'
import { supplierPackage, type PackageTable, type SupplierPackage } from '@core/workbook/packages/supplier-package'
import type { ColumnModel, WrittenCell } from '@core/workbook/workbook-model'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { setExchange } from './exchange-state'
import chip from '../ui/chip.module.css'
import page from '../ui/page.module.css'
import classes from './exchange-view.module.css'

const shownRows = 6
/** A browser shows no more at once; nobody reads on here. */
const mostRows = 1000

const useCellText = (): ((cell: WrittenCell | undefined) => string) => {
  const { formatDate, formatNumber, t } = useTranslate()
  return (cell) => {
    if (cell === null || cell === undefined) return ''
    if (typeof cell === 'number') return formatNumber(cell, 2)
    if (typeof cell === 'boolean') return t(cell ? 'common.yes' : 'common.no')
    return typeof cell === 'string' ? cell : formatDate(cell.date)
  }
}

/** The English heading of a field of items, by which a profile names it. */
const useEnglish = (): ((heading: string) => string | undefined) => {
  const { language } = useTranslate()
  return (heading) => Object.values(itemHeadings).find((words) => words[language] === heading)?.en
}

const Heading = ({ column, isItems, profile }: { readonly column: ColumnModel; readonly isItems: boolean; readonly profile: RedactionProfile }): ReactElement => {
  const { t } = useTranslate()
  const english = useEnglish()(column.heading)
  if (column.input) {
    return <th scope="col" data-input title={t('export.toFillIn')}><IconPencil size={13} aria-label={t('export.toFillIn')} /> {column.heading}</th>
  }
  const canStay = isItems && english !== undefined && !isIndispensable(english)
  return (
    <th scope="col">
      {column.heading}
      {canStay && (
        <button
          type="button" className={classes.keep} aria-label={t('export.keepBack', { field: column.heading })} title={t('export.keepBack', { field: column.heading })}
          onClick={() => setExchange({ withheld: [...profile.withheld, english] })}
        >
          <IconLock size={13} aria-hidden />
        </button>
      )}
    </th>
  )
}

const Withheld = ({ table, profile }: { readonly table: PackageTable; readonly profile: RedactionProfile }): ReactElement | null => {
  const { t } = useTranslate()
  const english = useEnglish()
  if (table.withheld.length === 0) return null
  return (
    <p className={chip.chips}>
      <IconLock size={15} aria-hidden /> {t('export.stays')}:{' '}
      {table.withheld.map((heading) => {
        const name = english(heading)
        const isChoice = table.table === 'items' && name !== undefined && profile.withheld.includes(name)
        return isChoice ? (
          <button
            key={heading} type="button" className={chip.chip} aria-label={t('export.letGo', { field: heading })}
            onClick={() => setExchange({ withheld: profile.withheld.filter((one) => one !== name) })}
          >
            {heading} ×
          </button>
        ) : <span key={heading} className={chip.chip}>{heading}</span>
      })}
    </p>
  )
}

const PreviewTable = ({ table, profile }: { readonly table: PackageTable; readonly profile: RedactionProfile }): ReactElement => {
  const { t } = useTranslate()
  const text = useCellText()
  const [isOpen, setIsOpen] = useState(false)
  const { columns, rows, name } = table.sheet
  const shown = rows.slice(0, isOpen ? mostRows : shownRows)
  const more = rows.length - shown.length
  return (
    <section className={classes.sheet} aria-label={name}>
      <h3>{name} <span className={page.quiet}>{t('export.sheetRows', { count: rows.length })}</span></h3>
      <div className={classes.sheetBox} tabIndex={0} role="region" aria-label={name}>
        <table className={classes.cells}>
          <thead>
            <tr>{columns.map((column, index) => <Heading key={index} column={column} isItems={table.table === 'items'} profile={profile} />)}</tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={index}>
                {columns.map((column, at) => <td key={at} data-input={column.input ? true : undefined}>{text(row[at])}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && (isOpen
        ? <p className={page.quiet}>{t('export.moreRows', { count: more })}</p>
        : <Button variant="subtle" size="compact-sm" onClick={() => setIsOpen(true)}>{t('common.showMore', { count: more })}</Button>)}
      <Withheld table={table} profile={profile} />
    </section>
  )
}

const Facts = ({ sent }: { readonly sent: SupplierPackage }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const facts = [[t('export.previewItems'), sent.items], [t('export.previewNamed'), sent.named], [t('export.previewRedacted'), sent.redacted]] as const
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([name, count]) => <div key={name}><dd>{formatNumber(count)}</dd><dt>{name}</dt></div>)}
      </dl>
      {sent.reduced > 0 && <p className={page.quiet}>{t('export.previewReduced', { count: sent.reduced })}</p>}
    </>
  )
}

/** Exactly what leaves for one supplier: every sheet and column, the first rows, and what stays at home. */
export const PackagePreview = ({ supplier, profile }: { readonly supplier: string; readonly profile: RedactionProfile }): ReactElement => {
  const { t, language } = useTranslate()
  const document = usePlanDocument()
  const { level, withheld } = profile
  const sent = useMemo(() => supplierPackage(document, { supplier, language, profile: { level, withheld } }), [document, supplier, language, level, withheld])
  return (
    <div className={classes.preview} data-preview={supplier}>
      <h2>{t('export.preview', { supplier })}</h2>
      <Facts sent={sent} />
      {sent.tables.map((table) => <PreviewTable key={`${supplier} ${table.sheet.name}`} table={table} profile={profile} />)}
    </div>
  )
}
