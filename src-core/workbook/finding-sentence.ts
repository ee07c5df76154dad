import type { MessageKey, Translate } from '../messages/translator'
import { fieldKeys } from './field-keys'
import type { Finding, FindingType } from './finding'
import type { TableRole } from './headings'
import { quotedNames } from './quoted-names'

const keys: Readonly<Record<Exclude<FindingType, 'no-items'>, MessageKey>> = {
  'no-data-rows': 'findings.noDataRows',
  'missing-heading': 'findings.missingHeading',
  'unknown-sheet': 'findings.unknownSheet',
  'repeated-heading': 'findings.repeatedHeading',
  'second-heading-row': 'findings.secondHeadingRow',
  'duplicate-id': 'findings.duplicateId',
  'duplicate-name': 'findings.duplicateName',
  'missing-name': 'findings.missingName',
  'nothing-to-name': 'findings.nothingToName',
  'unknown-kind': 'findings.unknownKind',
  'missing-kind': 'findings.missingKind',
  'unknown-value': 'findings.unknownValue',
  'unreadable-number': 'findings.unreadableNumber',
  'unreadable-date': 'findings.unreadableDate',
  'ambiguous-number': 'findings.ambiguousNumber',
  'ambiguous-date': 'findings.ambiguousDate',
  'month-first': 'findings.monthFirst',
  'placeholder-date': 'findings.placeholderDate',
  'year-only': 'findings.yearOnly',
  formula: 'findings.formula',
  'formula-without-value': 'findings.formulaWithoutValue',
  'dangling-reference': 'findings.danglingReference',
  'ambiguous-reference': 'findings.ambiguousReference',
  'missing-end': 'findings.missingEnd',
  'self-dependency': 'findings.selfDependency',
  'repeated-dependency': 'findings.repeatedDependency',
  'items-made-from-dependencies': 'findings.itemsMade',
  'unknown-record-type': 'findings.unknownRecordType',
  'effort-missing': 'findings.effortMissing',
  'not-movable': 'findings.notMovable',
  'differing-waves': 'findings.differingWaves',
  'wave-made': 'findings.waveMade',
  'duplicate-wave': 'findings.duplicateWave',
  'missing-wave-number': 'findings.missingWaveNumber',
  'missing-date': 'findings.missingDate',
  'reversed-dates': 'findings.reversedDates',
  'unknown-rule': 'findings.unknownRule',
  'incomplete-rule': 'findings.incompleteRule',
  'cycle-grouped': 'findings.cycleGrouped',
  'more-of-the-same': 'findings.moreOfTheSame',
  'housekeeping-sheets': 'findings.housekeepingSheets',
  'not-planned-kind': 'findings.notPlannedKind',
  'rows-passed-over': 'findings.rowsPassedOver',
  'keys-filled-down': 'findings.keysFilledDown',
  'repeated-item': 'findings.repeatedItem',
  'end-of-support-known': 'findings.endOfSupportKnown',
  'preset-unusable': 'findings.presetUnusable',
  'sheet-by-content': 'findings.sheetByContent',
  'column-by-content': 'findings.columnByContent',
  'supplier-package': 'findings.supplierPackage',
  'package-without-key': 'findings.packageWithoutKey',
  'kinds-unsaid': 'findings.kindsUnsaid',
  'names-unsaid': 'findings.namesUnsaid',
  'items-only-named': 'findings.itemsOnlyNamed',
  'only-ids': 'findings.onlyIds',
  'total-row': 'findings.totalRow',
  matrix: 'findings.matrixRows',
  'link-kept': 'findings.linkKept',
  'several-tables': 'findings.severalTables',
  'section-row': 'findings.sectionRow',
  'remark-row': 'findings.remarkRow',
  'bare-row': 'findings.bareRow',
  'apart-row': 'findings.apartRow',
  'said-above': 'findings.saidAbove',
  'maybe-blocks': 'findings.maybeBlocks',
  'block-ended': 'findings.blockEnded',
  'turned-sheet': 'findings.turnedSheet',
  'negative-number': 'findings.negativeNumber',
  'other-currency': 'findings.otherCurrency',
  'hidden-sheet': 'findings.hiddenSheet',
  'ambiguous-link': 'findings.ambiguousLink',
  'names-nothing': 'findings.namesNothing',
  'ends-unlisted': 'findings.endsUnlisted',
  'criticality-scale': 'findings.criticalityScale',
  'criticality-unread': 'findings.criticalityUnread',
  'year-first': 'findings.yearFirst',
  'other-unit': 'findings.otherUnit',
  'converted-number': 'findings.convertedNumber',
  'column-unit': 'findings.columnUnit',
  'swapped-dates': 'findings.swappedDates',
  'far-date': 'findings.farDate',
  'in-question': 'findings.inQuestion',
  'sensitivity-assumed': 'findings.sensitivityAssumed',
  'rows-of-known': 'findings.rowsOfKnown',
  'said-otherwise': 'findings.saidOtherwise',
}

const roleKeys: Readonly<Record<TableRole, MessageKey>> = {
  items: 'findings.roleItems',
  dependencies: 'findings.roleDependencies',
  waves: 'findings.roleWaves',
  rules: 'findings.roleRules',
  'freeze-windows': 'findings.roleFreezeWindows',
}

const refusalKey = (reason: string | number | undefined): MessageKey => {
  switch (reason) {
    case 'no-rows': return 'findings.noItemsRows'
    case 'none-taken': return 'findings.noItemsTaken'
    case 'no-sheets': return 'findings.noItemsAtAll'
    default: return 'findings.noItemsSheet'
  }
}

const fieldWord = (t: Translate, field: string): string => {
  const key = fieldKeys.get(field)
  return key ? t(key) : field
}

const mostQuoted = 200

/** What stands in a cell may be a page long: its beginning is enough to know it by. */
const quotable = (params: Finding['params']): Finding['params'] =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && value.length > mostQuoted ? `${value.slice(0, mostQuoted)}…` : value]))

const quoted = (t: Translate, { params }: Finding, names: string, count: string): string =>
  quotedNames(t, String(params[names] ?? ''), Number(params[count] ?? 0))

/** What was noticed, as one sentence. The place (sheet and cell) is not part of it. */
export const findingSentence = (t: Translate, finding: Finding): string => {
  const params = quotable(finding.params)
  switch (finding.type) {
    case 'no-items': return t(refusalKey(params['reason']), { ...params, sheet: finding.sheet })
    case 'sheet-by-content': return t(params['headed'] === 1 ? 'findings.sheetByHeadings' : keys[finding.type], { role: t(roleKeys[params['role'] as TableRole]) })
    case 'missing-heading': return t(keys[finding.type], { role: t(roleKeys[params['role'] as TableRole]) })
    case 'said-above':
    case 'column-by-content': return t(keys[finding.type], { ...params, field: fieldWord(t, String(params['field'])) })
    case 'matrix': return t(params['needs'] === 'columns' ? 'findings.matrixColumns' : keys[finding.type], params)
    case 'section-row': return params['field'] === undefined ? t(keys[finding.type], params)
      : t('findings.sectionRowSays', { ...params, field: fieldWord(t, String(params['field'])) })
    case 'hidden-sheet': return t(params['kept'] === 1 ? 'findings.hiddenSheetKept' : keys[finding.type])
    case 'column-unit': return t(params['isDays'] === 1 ? 'findings.columnUnitDays' : keys[finding.type], params)
    case 'other-currency': return t(params['currency'] === '' ? 'findings.otherCurrencyAlone' : keys[finding.type], params)
    case 'rows-passed-over': return t(params['blank'] === 1 ? 'findings.rowsPassedOverBlank' : keys[finding.type], params)
    case 'items-only-named':
    case 'cycle-grouped': return t(keys[finding.type], { ...params, names: quoted(t, finding, 'names', 'count') })
    case 'ends-unlisted': return t(keys[finding.type], { ...params, names: quoted(t, finding, 'names', 'of'), sheets: quoted(t, finding, 'sheets', 'listed') })
    case 'rows-of-known': return t(keys[finding.type], { ...params, sheets: quoted(t, finding, 'sheets', 'of') })
    case 'unknown-sheet': return t(keys[finding.type], { count: params['rows'] ?? 0 })
    default: return t(keys[finding.type], params)
  }
}
