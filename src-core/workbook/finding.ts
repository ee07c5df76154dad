/** What an import noticed. `error`: the sheet contradicts itself; `warning`: we kept it but read less; `note`: good to know. */
export type FindingSeverity = 'error' | 'warning' | 'note'

export const findingTypes = [
  'no-items', 'no-data-rows', 'missing-heading', 'unknown-sheet', 'repeated-heading', 'second-heading-row',
  'duplicate-id', 'duplicate-name', 'missing-name', 'nothing-to-name', 'unknown-kind', 'missing-kind', 'unknown-value',
  'unreadable-number', 'unreadable-date', 'ambiguous-number', 'ambiguous-date', 'year-only', 'formula', 'formula-without-value',
  'dangling-reference', 'ambiguous-reference', 'missing-end', 'self-dependency', 'repeated-dependency',
  'items-made-from-dependencies', 'unknown-record-type', 'effort-missing',
  'not-movable', 'differing-waves', 'wave-made', 'duplicate-wave', 'missing-wave-number', 'missing-date', 'reversed-dates',
  'unknown-rule', 'incomplete-rule', 'cycle-grouped', 'more-of-the-same',
  'housekeeping-sheets', 'not-planned-kind', 'rows-passed-over', 'keys-filled-down', 'repeated-item', 'end-of-support-known',
  'preset-unusable', 'sheet-by-content', 'column-by-content', 'supplier-package', 'package-without-key', 'kinds-unsaid', 'names-unsaid',
  'only-ids', 'items-only-named', 'total-row', 'negative-number', 'other-currency', 'hidden-sheet', 'ambiguous-link', 'names-nothing',
  'section-row', 'remark-row', 'bare-row', 'apart-row', 'said-above', 'maybe-blocks', 'block-ended', 'turned-sheet', 'several-tables', 'matrix', 'link-kept', 'ends-unlisted', 'month-first', 'placeholder-date',
  'criticality-scale', 'criticality-unread', 'year-first', 'other-unit', 'converted-number', 'column-unit', 'swapped-dates', 'far-date',
  'in-question', 'sensitivity-assumed', 'rows-of-known', 'said-otherwise',
] as const
export type FindingType = (typeof findingTypes)[number]

/** One thing that the import noticed, with its place as a spreadsheet names it. */
export type Finding = {
  readonly type: FindingType
  readonly severity: FindingSeverity
  /** Empty when it concerns the whole workbook. */
  readonly sheet: string
  /** Counts from 1. */
  readonly row?: number
  /** A1 notation: `C7`. */
  readonly cell?: string
  readonly params: Readonly<Record<string, string | number>>
}
