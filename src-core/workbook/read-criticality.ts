import type { Criticality } from '../estate/item'
import { cellText } from './cell-text'
import { criticalityScale, type CriticalityScale } from './criticality-scale'
import type { FindingLog } from './finding-log'
import type { RowReader, TableColumns } from './row-reader'

/** So many texts make plain how a column was read. */
const listed = 8

const levelsTold = ({ told }: CriticalityScale): string => {
  const sorted = [...told].sort(([oneText, one], [otherText, other]) => other - one || (oneText < otherText ? -1 : 1))
  return sorted.slice(0, listed).map(([text, level]) => `${text} = ${level}`).join('; ') + (sorted.length > listed ? '; …' : '')
}

const tell = (table: TableColumns, scale: CriticalityScale, log: FindingLog): void => {
  const place = table.headingPlace('criticality')
  const heading = table.heading('criticality')
  if (scale.told.length > 0) log.add('criticality-scale', place, { heading, levels: levelsTold(scale) })
  if (scale.untold.length > 0) {
    const texts = scale.untold.slice(0, listed).sort((a, b) => (a < b ? -1 : 1)).join('; ') + (scale.untold.length > listed ? '; …' : '')
    log.add('criticality-unread', place, { heading, texts })
  }
}

const scales = new WeakMap<TableColumns, CriticalityScale>()

/** Of the whole column, found out at its first cell, and said there where it is not plain. */
const scaleOf = (table: TableColumns, log: FindingLog): CriticalityScale => {
  const known = scales.get(table)
  if (known) return known
  const scale = criticalityScale(table.textsOf('criticality'), table.heading('criticality'))
  scales.set(table, scale)
  tell(table, scale, log)
  return scale
}

/** How critical a row is, 1 to 4, by the scale of its column; what that does not say is kept as it is written. */
export const readCriticality = (reader: RowReader): Criticality | undefined => {
  const text = cellText(reader.cell('criticality'))
  if (text === '') return undefined
  const reading = scaleOf(reader.table, reader.log).read(text)
  if (reading === 'unknown') reader.unread('criticality', 'unknown-value')
  else if (reading === 'other-scale') reader.keep('criticality')
  else {
    reader.checkAsked('criticality')
    return reading
  }
  return undefined
}
