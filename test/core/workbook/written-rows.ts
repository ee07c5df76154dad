import type { ImportRow } from '@core/workbook/import-row'

const aboutOf = (row: ImportRow): string | number => {
  if ('dependency' in row) return row.dependency.id
  if ('item' in row) return row.item.id
  switch (row.kind) {
    case 'plan-part': return row.part
    case 'changed-wave': return row.wave.id
    case 'new-wave': return row.wave.number
    case 'new-rule': return row.rule.type
    case 'new-freeze-window': return row.freezeWindow.start
  }
}

/** `kind key: before -> after`, with a mark where it is not suggested. */
export const writtenRows = (rows: readonly ImportRow[]): readonly string[] =>
  rows.map((row) => {
    const change = 'field' in row ? ` ${row.field}: ${String(row.before ?? '')} -> ${String(row.after ?? '')}` : ''
    return `${row.suggested ? '' : '(not) '}${row.kind} ${aboutOf(row)}${change}`
  })
