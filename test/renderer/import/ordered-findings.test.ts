import { describe, expect, it } from 'vitest'
import type { Finding, FindingSeverity } from '@core/workbook/finding'
import { orderedFindings } from '@renderer/import/ordered-findings'

const finding = (severity: FindingSeverity, row: number): Finding => ({ type: 'duplicate-id', severity, sheet: 'Items', row, params: {} })

describe('the order of findings', () => {
  it('is the worst first, and within a severity that of the workbook', () => {
    const ordered = orderedFindings([finding('note', 2), finding('error', 9), finding('warning', 3), finding('error', 4)])
    expect(ordered.map(({ severity, row }) => [severity, row])).toEqual([['error', 9], ['error', 4], ['warning', 3], ['note', 2]])
  })
})
