import { cellText } from './cell-text'
import { BlockFiller } from './fill-down'
import type { FindingLog } from './finding-log'
import { fieldByHeading } from './headings'
import type { RawRow } from './raw-workbook'
import { columnOfHeading } from './record-filter'
import { repeatsHeadings, type TableColumns } from './row-reader'

type Records = { readonly unknown: readonly RawRow[]; readonly passedOver: readonly RawRow[] }

const sortRecords = (tables: readonly TableColumns[], first: TableColumns): Records => {
  const filters = tables.map((table) => table.records)
  const filler = new BlockFiller(first.sheet, first.layout)
  const unknown: RawRow[] = []
  const passedOver: RawRow[] = []
  for (const [index, written] of first.sheet.rows.slice(first.layout.headerIndex + 1).entries()) {
    if (written.cells.every((cell) => cellText(cell) === '')) continue
    if (index === 0 && repeatsHeadings(written, first, fieldByHeading[first.layout.role])) continue
    const row = filler.filled(written)
    const ofKind = filters.filter((filter) => filter.isOfKind(row))
    if (ofKind.length === 0) unknown.push(written)
    else if (ofKind.every((filter) => filter.isPassedOver(row))) passedOver.push(written)
  }
  return { unknown, passedOver }
}

/** A code that nobody knows is an error in the file; a kind of thing that is not planned is merely not ours. */
const reportUnknown = (rows: readonly RawRow[], table: TableColumns, log: FindingLog): void => {
  const only = table.layout.preset?.only
  if (!only || rows.length === 0) return
  const { sheet } = table
  const column = columnOfHeading(table.layout, only.heading)
  if (table.layout.columns[column]?.field === 'kind') {
    const kinds = new Map<string, number>()
    for (const row of rows) kinds.set(cellText(row.cells[column]), (kinds.get(cellText(row.cells[column])) ?? 0) + 1)
    for (const [text, count] of kinds) log.add('not-planned-kind', { sheet: sheet.name }, { text, count })
    return
  }
  for (const row of rows) {
    log.add('unknown-record-type', { sheet: sheet.name, row: row.number, column }, { text: cellText(row.cells[column]) })
  }
}

/** Rows of a known export that are no records of ours, with findings: they are kept apart. */
export const reportUnknownRecords = (tables: readonly TableColumns[], log: FindingLog): readonly RawRow[] => {
  const first = tables[0]
  if (!first || !(first.layout.preset?.only ?? first.layout.preset?.passOver)) return []
  const { unknown, passedOver } = sortRecords(tables, first)
  reportUnknown(unknown, first, log)
  const passOver = first.layout.preset?.passOver
  if (passOver && passedOver.length > 0) {
    const heading = first.layout.columns[columnOfHeading(first.layout, passOver.heading)]?.heading ?? ''
    log.add('rows-passed-over', { sheet: first.sheet.name }, {
      count: passedOver.length, heading, text: passOver.values.join(', '), blank: passOver.values.includes('') ? 1 : 0,
    })
  }
  return [...unknown, ...passedOver].sort((a, b) => a.number - b.number)
}
