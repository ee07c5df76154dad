import type { ColumnReading } from '../sheet-reading'

/** A column of who needs as one of what is needed, and the other way round. */
export const turned = (column: ColumnReading): ColumnReading =>
  (column.field === 'from' ? { ...column, field: 'to' } : column.field === 'to' ? { ...column, field: 'from' } : column)
