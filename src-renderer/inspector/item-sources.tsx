import type { ReactElement } from 'react'
import type { Estate } from '@core/estate/estate'
import type { Item } from '@core/estate/item'
import { describes, sourceOfField, type CellSource, type Sourced } from '@core/estate/source'
import { cellName } from '@core/workbook/raw-workbook'
import { useTranslate } from '../i18n/use-translate'
import type { Translation } from '../i18n/use-translate'
import { fieldName } from '../import/change-words'
import { usePlanDocument } from '../stores/plan-store'
import { Section } from './section'
import classes from './inspector.module.css'

const cellOf = ({ row, column }: CellSource): string => cellName(row, column)

/** Says of a field which cell of which workbook its value was read from; undefined where nobody knows. */
export const useSourceOf = (row: Sourced): ((field: string) => string | undefined) => {
  const { t } = useTranslate()
  const { estate } = usePlanDocument()
  return (field) => {
    const source = sourceOfField(estate, row, field)
    return source ? t('import.sourceCell', { file: source.fileName, sheet: source.sheet, cell: cellOf(source) }) : undefined
  }
}

type FieldSource = { readonly field: string; readonly source: CellSource }

/** The filled fields that any import had a column for, each with the cell that its value is from. */
const fieldSources = (estate: Estate, item: Item): readonly FieldSource[] => {
  const fields = new Set(item.sources?.flatMap(([index, sheet]) => estate.imports[index]?.sheets?.[sheet]?.columns.map(([field]) => field) ?? []))
  const filled = new Set([...Object.keys(item), ...(item.extra ?? []).map(([heading]) => `extra:${heading}`)])
  return [...fields].filter((field) => filled.has(field)).flatMap((field) => {
    const source = sourceOfField(estate, item, field)
    return source ? [{ field, source }] : []
  })
}

const Cells = ({ rows, words }: { readonly rows: readonly FieldSource[]; readonly words: Translation }): ReactElement => (
  <dl className={classes.lines}>
    {rows.map(({ field, source }) => (
      <div key={field}>
        <dt>{fieldName(words, field)}</dt>
        <dd>{cellOf(source)}</dd>
      </div>
    ))}
  </dl>
)

/** The rows of workbooks that an item was read from, the newest first, and the cell of each field. */
export const Sources = ({ item }: { readonly item: Item }): ReactElement | null => {
  const words = useTranslate()
  const { t, formatDate } = words
  const { estate } = usePlanDocument()
  const rows = item.sources?.filter(describes) ?? []
  if (rows.length === 0) return null
  const cells = fieldSources(estate, item)
  return (
    <Section title={t('import.sources')}>
      {rows.toReversed().flatMap(([index, sheetIndex, row]) => {
        const record = estate.imports[index]
        const sheet = record?.sheets?.[sheetIndex]?.name
        if (!record || sheet === undefined) return []
        const own = cells.filter(({ source }) => source.fileName === record.fileName && source.sheet === sheet && source.row === row && source.day === record.day)
        return [(
          <details key={`${index} ${sheetIndex} ${row}`} className={classes.sources}>
            <summary>{t('import.sourceRow', { file: record.fileName, sheet, row })} <small>{t('import.sourceDay', { day: formatDate(record.day) })}</small></summary>
            {own.length > 0 ? <Cells rows={own} words={words} /> : <p className={classes.quiet}>{t('import.sourceNone')}</p>}
          </details>
        )]
      })}
    </Section>
  )
}
