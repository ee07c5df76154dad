import { countingIds } from '@core/ids'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { packRows, packWorkbook } from '@core/workbook/packed-workbook'
import type { ColumnModel, SheetModel, WorkbookModel } from '@core/workbook/workbook-model'
import { readWorkbook } from './read-workbook'
import { writeWorkbook } from './write-workbook'

/** Some hundred rows make code warm; more would keep a planner's own file waiting who is quick to choose it. */
const rows = 400

const column = (heading: string, type: ColumnModel['type'] = 'text'): ColumnModel => ({ heading, width: 12, type })

const items: SheetModel = {
  name: 'Servers',
  columns: [column('Id'), column('Name'), column('Organisation'), column('Environment'), column('Effort', 'decimal'), column('End of support', 'date'), column('Notes')],
  rows: Array.from({ length: rows }, (_, row) =>
    [`S-${row}`, `Server ${row}`, `Trust ${row % 9}`, 'Prod', row % 7, { date: '2029-12-31' }, row % 3 === 0 ? 'æ & ø' : null]),
}

const dependencies: SheetModel = {
  name: 'Dependencies', columns: [column('From'), column('To'), column('Type')],
  rows: Array.from({ length: rows }, (_, row) => [`S-${row}`, `S-${(row * 7 + 1) % rows}`, 'Uses']),
}

const model: WorkbookModel = { title: 'Practice', sheets: [items, dependencies] }

/**
 * Writes a small workbook and reads it again, for nothing but the speed of what comes after: code that has run before runs
 * several times as fast. Gives the number of items that it read.
 */
export const practise = async (): Promise<number> => {
  const read = readWorkbook(await writeWorkbook(model), 'practice.xlsx', { firstRows: { count: rows / 2, show: packRows } })
  if (!read.ok) return 0
  const imported = interpretWorkbook(read.value, { today: '2026-01-01', newId: countingIds() })
  packWorkbook({ imported, readings: [], recalled: [], decisions: [] })
  return imported.counts.items
}
