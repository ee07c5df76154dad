import type { Item } from '@core/estate/item'
import type { MessageKey } from '@core/messages/translator'
import type { ComparedImport } from '@core/workbook/compare-import'
import { fieldKeys } from '@core/workbook/field-keys'
import type { SheetRole } from '@core/workbook/imported-workbook'
import type { FieldValue, ImportRow, ImportRowKind, PlanPart } from '@core/workbook/import-row'
import type { Translation } from '../i18n/use-translate'
import { freezeSentence, ruleSentence, ruleTypeKeys } from '../inventory/rule-sentence'
import { waveDates } from '../waves/lane-names'
import { dependencyTypeKeys, dispositionKeys, kindKeys, orderKeys, sensitivityKeys, strengthKeys, waveName } from '../i18n/words'

export const rowKindKeys: Readonly<Record<ImportRowKind, MessageKey>> = {
  'new-item': 'import.rowNewItem',
  renamed: 'import.rowRenamed',
  changed: 'import.rowChanged',
  filled: 'import.rowFilled',
  cleared: 'import.rowCleared',
  'gone-item': 'import.rowGoneItem',
  'new-dependency': 'import.rowNewDependency',
  'changed-dependency': 'import.rowChangedDependency',
  'gone-dependency': 'import.rowGoneDependency',
  'plan-part': 'import.rowPlanPart',
  'changed-wave': 'import.rowChangedWave',
  'new-wave': 'import.rowNewWave',
  'new-rule': 'import.rowNewRule',
  'new-freeze-window': 'import.rowNewFreezeWindow',
}

const partRoles: Readonly<Record<PlanPart, SheetRole>> = { waves: 'waves', rules: 'rules', freezeWindows: 'freeze-windows' }

/** What a sheet was taken for. */
export const roleKeys: Readonly<Record<SheetRole, MessageKey>> = {
  items: 'import.roleItems',
  dependencies: 'import.roleDependencies',
  waves: 'import.roleWaves',
  rules: 'import.roleRules',
  'freeze-windows': 'import.roleFreezeWindows',
  kept: 'import.roleKept',
  empty: 'import.roleEmpty',
}

const valueKeys: ReadonlyMap<string, Readonly<Record<string, MessageKey>>> = new Map<string, Readonly<Record<string, MessageKey>>>([
  ['kind', kindKeys], ['disposition', dispositionKeys], ['sensitivity', sensitivityKeys], ['type', dependencyTypeKeys],
  ['strength', strengthKeys], ['order', orderKeys],
])

/** The field as people call it; an extra field by its heading. */
export const fieldName = ({ t }: Translation, field: string): string => {
  const key = fieldKeys.get(field)
  return key ? t(key) : field.replace(/^extra:/, '')
}

/** A value as the field is shown everywhere; empty for none. */
export const fieldText = (words: Translation, field: string, value: FieldValue, nameOf: (itemId: string) => string): string => {
  const { t, formatNumber, formatDate } = words
  if (value === undefined) return ''
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return formatNumber(value, 2)
  if (field === 'endOfSupport' || field === 'start' || field === 'end') return formatDate(value)
  if (field === 'consolidateInto') return nameOf(value)
  const key = valueKeys.get(field)?.[value]
  return key ? t(key) : value
}

/** How a row of changes reads: what it is about, what of it, and both values. */
export type ChangeText = { readonly about: string; readonly id: string; readonly what: string; readonly before: string; readonly after: string }

/** Names of items of the plan and of the import, by their ids in the plan. */
export const namesOf = ({ open, imported, idOf }: ComparedImport): ReadonlyMap<string, string> => {
  const names = new Map(imported.document.estate.items.map((item) => [idOf(item.id), item.name]))
  for (const item of open.estate.items) names.set(item.id, item.name)
  return names
}

const summary = (words: Translation, item: Item): string =>
  [words.t(kindKeys[item.kind]), item.organisation, item.supplier, item.owner].filter(Boolean).join(' · ')

/** The sentence parts of one change; `names` from `namesOf`. */
export const changeText = (words: Translation, row: ImportRow, names: ReadonlyMap<string, string>): ChangeText => {
  const { t } = words
  const nameOf = (id: string): string => names.get(id) ?? id
  if ('dependency' in row) {
    const { from, to, type, strength } = row.dependency
    const about = t('import.needs', { from: nameOf(from), to: nameOf(to) })
    const links = `${t(dependencyTypeKeys[type])}, ${t(strengthKeys[strength])}`
    if (row.kind === 'new-dependency') return { about, id: '', what: t('import.whatNewDependency'), before: '', after: links }
    if (row.kind === 'gone-dependency') return { about, id: '', what: t('import.whatGoneDependency'), before: links, after: '' }
    return { about, id: '', ...fieldChange(words, row as Difference, nameOf) }
  }
  if (row.kind === 'plan-part') {
    return { about: t(roleKeys[partRoles[row.part]]), id: '', what: t('import.whatPlanPart'), before: '', after: words.formatNumber(row.count) }
  }
  const isNew = { id: '', what: t('import.whatPlanPart'), before: '' }
  if (row.kind === 'new-wave') return { about: waveName(t, row.wave), ...isNew, after: waveDates(t, words.formatDate, row.wave) }
  if (row.kind === 'new-rule') return { about: t(ruleTypeKeys[row.rule.type]), ...isNew, after: ruleSentence(words, row.rule, nameOf) }
  if (row.kind === 'new-freeze-window') return { about: row.freezeWindow.name ?? t('import.roleFreezeWindows'), ...isNew, after: freezeSentence(words, row.freezeWindow) }
  if (row.kind === 'changed-wave') return { about: waveName(t, row.wave), id: '', ...fieldChange(words, row, nameOf) }
  const { name, id } = row.item
  if (row.kind === 'new-item') return { about: name, id, what: t('import.whatNewItem'), before: '', after: summary(words, row.item) }
  if (row.kind === 'gone-item') return { about: name, id, what: t('import.whatGoneItem'), before: summary(words, row.item), after: '' }
  return { about: name, id, ...fieldChange(words, row, nameOf) }
}

type Difference = { readonly field: string; readonly before: FieldValue; readonly after: FieldValue }

const fieldChange = (
  words: Translation, { field, before, after }: Difference, nameOf: (id: string) => string,
): Pick<ChangeText, 'what' | 'before' | 'after'> => ({
  what: fieldName(words, field), before: fieldText(words, field, before, nameOf), after: fieldText(words, field, after, nameOf),
})
