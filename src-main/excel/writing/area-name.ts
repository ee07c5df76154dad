import { columnName } from '@core/workbook/raw-workbook'
import type { Area } from '@core/workbook/workbook-model'

/** `B2:D7`. */
export const areaName = ({ top, left, bottom, right }: Area): string =>
  `${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}`
