import { translator, type Language } from '../../messages/translator'
import type { SheetModel, WrittenCell } from '../workbook-model'
import type { PlanDifference } from './changes-between'
import { derivedBanner } from './derived-sheets'

const kindKeys = { added: 'workbook.changeAdded', removed: 'workbook.changeRemoved', changed: 'workbook.changeChanged' } as const
const tableKeys = {
  item: 'workbook.rowItem', dependency: 'workbook.rowDependency', wave: 'workbook.rowWave', rule: 'workbook.rowRule',
  freeze: 'workbook.rowFreeze',
} as const

/** What has changed since a state that is named, field by field. */
export const changesSheet = (differences: readonly PlanDifference[], since: string, language: Language): SheetModel => {
  const t = translator(language)
  const rows = differences.map((one): readonly WrittenCell[] => [
    t(kindKeys[one.kind]), t(tableKeys[one.table]), one.id, one.name, one.field ?? null, one.before ?? null, one.after ?? null,
  ])
  const texts = (['changeKind', 'changeWhat', 'changeId', 'changeName', 'changeField'] as const).map((key, index) =>
    ({ heading: t(`workbook.${key}`), width: [11, 15, 24, 34, 24][index] ?? 16, type: 'text' as const }))
  return {
    name: t('workbook.changes'),
    columns: [
      ...texts,
      { heading: t('workbook.changeBefore'), width: 34, type: 'any' }, { heading: t('workbook.changeAfter'), width: 34, type: 'any' },
    ],
    rows,
    banner: derivedBanner(t, t('workbook.changesSince', { since }), rows.length === 0 ? t('workbook.changesNone') : undefined),
  }
}
