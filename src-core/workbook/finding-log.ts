import { cellName } from './raw-workbook'
import type { Finding, FindingSeverity, FindingType } from './finding'

const errors: readonly FindingType[] = [
  'no-items', 'missing-heading', 'duplicate-id', 'nothing-to-name', 'dangling-reference', 'ambiguous-reference', 'missing-end',
  'duplicate-wave', 'missing-wave-number', 'missing-date', 'unknown-rule', 'unknown-record-type', 'ends-unlisted',
]
const warnings: readonly FindingType[] = [
  'duplicate-name', 'missing-name', 'unknown-kind', 'missing-kind', 'unknown-value', 'unreadable-number', 'unreadable-date', 'placeholder-date',
  'formula-without-value', 'self-dependency', 'not-movable', 'differing-waves', 'reversed-dates', 'repeated-heading', 'incomplete-rule', 'preset-unusable',
  'sheet-by-content', 'turned-sheet', 'supplier-package', 'package-without-key', 'kinds-unsaid', 'negative-number', 'other-currency', 'ambiguous-link',
  'criticality-unread', 'other-unit', 'swapped-dates', 'far-date', 'sensitivity-assumed', 'said-otherwise',
]

export const severityOf = (type: FindingType): FindingSeverity =>
  errors.includes(type) ? 'error' : warnings.includes(type) ? 'warning' : 'note'

/** Where in the workbook: `column` counts from 0. */
export type Place = { readonly sheet: string; readonly row?: number; readonly column?: number }

/** More of one type on one sheet than this are counted, not listed: nobody reads the ten thousandth. */
const listedPerSheet = 1_000

/** Collects findings in the order in which they are made. */
export class FindingLog {
  readonly #findings: Finding[] = []
  readonly #counts = new Map<string, { type: FindingType; sheet: string; count: number }>()

  add(type: FindingType, place: Place, params: Finding['params'] = {}): void {
    const key = `${type} ${place.sheet}`
    const entry = this.#counts.get(key) ?? { type, sheet: place.sheet, count: 0 }
    entry.count += 1
    this.#counts.set(key, entry)
    if (entry.count > listedPerSheet) return
    this.#findings.push({
      type,
      severity: severityOf(type),
      sheet: place.sheet,
      ...(place.row !== undefined && { row: place.row }),
      ...(place.row !== undefined && place.column !== undefined && { cell: cellName(place.row, place.column) }),
      params,
    })
  }

  /** All, those that were only counted as one finding for each type and sheet, at the end. */
  list(): readonly Finding[] {
    const rest = [...this.#counts.values()].filter((entry) => entry.count > listedPerSheet)
    return [
      ...this.#findings,
      ...rest.map(({ type, sheet, count }): Finding => ({
        type: 'more-of-the-same', severity: severityOf(type), sheet, params: { count: count - listedPerSheet, of: type },
      })),
    ]
  }
}
