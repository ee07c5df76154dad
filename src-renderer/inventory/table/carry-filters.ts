import { fieldNames, fieldType, fieldValue, headingOf, valueText, type FindWorld } from '@core/estate/find/item-fields'
import type { Item } from '@core/estate/item'
import type { ConditionTest, ItemCondition } from '@core/plan/view'
import type { Translation } from '../../i18n/use-translate'
import { boundOf, filterTest, isFiltering } from './column-filter'
import type { ColumnFilter } from './column-filter'
import type { Field } from './field'
import { violationConditions } from './carry-violations'

/** What the columns of the table ask, as conditions of the filter of the window; `left` are columns that it does not know. */
export type CarriedFilters = { readonly conditions: readonly ItemCondition[]; readonly left: readonly string[] }

type ItemColumn<Write> = Field<Item, Write>

/** Values of the field by what its column shows of them; '' stands for blank and has none. */
const valuesByText = <Write>(field: ItemColumn<Write>, items: readonly Item[], world: FindWorld): ReadonlyMap<string, readonly string[]> => {
  const byText = new Map<string, Set<string>>()
  for (const item of items) {
    const text = field.text(item)
    const values = byText.get(text) ?? new Set()
    byText.set(text, values)
    const value = fieldValue(item, field.id, world)
    if (value !== undefined) values.add(valueText(value))
  }
  return new Map([...byText].map(([text, values]) => [text, [...values]]))
}

type Asked = { readonly field: string; readonly values: ReadonlyMap<string, readonly string[]> }

const valuesOfTexts = ({ values }: Asked, texts: readonly string[]): readonly string[] => [...new Set(texts.flatMap((text) => values.get(text) ?? []))]

/** What is unplanned has no wave, but a group; what can have no wave has neither. */
const unplannedOnly = (field: string, texts: readonly string[]): readonly ItemCondition[] =>
  field === 'wave' && !texts.includes('') ? [{ field: 'group', test: 'filled', values: [] }] : []

/** That the column shows one of these texts. Blank among others is said by what it does not show. */
const isOneOf = (asked: Asked, texts: readonly string[]): readonly ItemCondition[] => {
  const { field, values } = asked
  if (texts.length === 0) return [{ field, test: 'blank', values: [] }, { field, test: 'filled', values: [] }]
  const isBlank = (text: string): boolean => (values.get(text) ?? []).length === 0
  if (!texts.some(isBlank)) return [{ field, test: 'is', values: valuesOfTexts(asked, texts) }]
  if (texts.every(isBlank)) return [{ field, test: 'blank', values: [] }, ...unplannedOnly(field, texts)]
  const others = valuesOfTexts(asked, [...values.keys()].filter((text) => !texts.includes(text)))
  return [...(others.length === 0 ? [] : [{ field, test: 'is-not' as const, values: others }]), ...unplannedOnly(field, texts)]
}

const comparisons: Readonly<Record<string, ConditionTest>> = { '>': 'after', '>=': 'at-least', '<': 'before', '<=': 'at-most' }

/** `> 10` and `5..10`, where the column compares; null for other text. */
const compared = (field: string, type: string, text: string, words: Translation): readonly ItemCondition[] | null => {
  const bound = (part: string | undefined): string | null => {
    const found = boundOf(part ?? '', type, words)
    return found === null ? null : String(found)
  }
  const range = /^(.+?)\s*\.\.\s*(.+)$/.exec(text)
  const [least, most] = [range && bound(range[1]), range && bound(range[2])]
  if (least !== null && most !== null) return [{ field, test: 'at-least', values: [least] }, { field, test: 'at-most', values: [most] }]
  const operator = /^(>=|<=|>|<)\s*(.+)$/.exec(text)
  const [test, value] = [comparisons[operator?.[1] ?? ''], operator && bound(operator[2])]
  return test && value !== null ? [{ field, test, values: [value] }] : null
}

const ofText = (asked: Asked, column: { readonly type: string }, typed: string, words: Translation): readonly ItemCondition[] => {
  const text = typed.trim()
  const { field, values } = asked
  if (text === '') return []
  const type = fieldType(field)
  const comparison = type === 'number' || type === 'day' ? compared(field, column.type === 'choice' ? 'number' : column.type, text, words) : null
  if (comparison) return comparison
  const exact = /^(=|<>|!=)\s*(.*)$/s.exec(text)
  const lower = (exact?.[2] ?? text).toLowerCase()
  if (exact && lower === '') return [{ field, test: exact[1] === '=' ? 'blank' : 'filled', values: [] }]
  if (exact) {
    const shown = [...values.keys()].filter((one) => one.toLowerCase() === lower)
    return [{ field, test: exact[1] === '=' ? 'is' : 'is-not', values: shown.length > 0 ? valuesOfTexts(asked, shown) : [exact[2] ?? ''] }]
  }
  const parts = lower.split(/\s+/)
  if (type === 'text') return parts.map((part) => ({ field, test: 'contains', values: [part] }))
  return isOneOf(asked, [...values.keys()].filter((one) => one !== '' && parts.every((part) => one.toLowerCase().includes(part))))
}

const isKnown = (field: string): boolean => fieldNames.includes(field) || headingOf(field) !== null

/**
 * The filters of the columns as conditions that mean the same everywhere in the window, in the words of no language: what a
 * column shows is looked up among the items.
 */
export const carryFilters = <Write>(
  filters: Readonly<Record<string, ColumnFilter>>, fields: ReadonlyMap<string, ItemColumn<Write>>, items: readonly Item[], world: FindWorld, words: Translation,
): CarriedFilters => {
  const conditions: ItemCondition[] = []
  const left: string[] = []
  for (const [id, filter] of Object.entries(filters)) {
    const field = fields.get(id)
    if (!isFiltering(filter)) continue
    if (field && id === 'violations') {
      const passes = filterTest(field, filter, words)
      const found = passes && violationConditions(passes, items, world)
      if (found) conditions.push(...found)
      else left.push(id)
    } else if (!field || !isKnown(id)) left.push(id)
    else {
      const asked: Asked = { field: id, values: valuesByText(field, items, world) }
      conditions.push(...(filter.values === null ? [] : isOneOf(asked, filter.values)), ...ofText(asked, field, filter.text, words))
    }
  }
  return { conditions, left }
}
