import type { ConditionTest, ItemCondition, ItemFilter } from '../../plan/view'
import type { CellValue, Item } from '../item'
import { foldText, foldedWords } from './fold-text'
import { fieldTexts, fieldType, fieldValue, type FindWorld } from './item-fields'
import { hasWords } from './search-text'

/** Passes or does not. */
export type ItemTest = (item: Item) => boolean

const needsNoValue: readonly ConditionTest[] = ['blank', 'filled']

const isWritten = (value: string): boolean => value.trim() !== ''

/** Whether a condition can be asked yet: one without a value is still being written. */
export const isComplete = ({ test, values }: ItemCondition): boolean => needsNoValue.includes(test) || values.some(isWritten)

/** A filter that everything passes. */
export const isEmptyFilter = (filter: ItemFilter): boolean => !filter.conditions.some(isComplete)

/** A number, or a day, that can be told from another which is more; null for other text. */
const comparable = (value: CellValue): number | string | null => {
  if (typeof value === 'number') return value
  const text = String(value).trim()
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return text.slice(0, 10)
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null
}

/** Below, at or above zero as the first is less, the same or more; null where the two cannot be compared. */
const difference = (left: CellValue, right: CellValue): number | null => {
  const a = comparable(left)
  const b = comparable(right)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return null
}

const holds: Readonly<Record<'at-least' | 'at-most' | 'before' | 'after', (difference: number) => boolean>> = {
  'at-least': (by) => by >= 0,
  'at-most': (by) => by <= 0,
  before: (by) => by < 0,
  after: (by) => by > 0,
}

const compares = (field: string, test: keyof typeof holds, values: readonly string[], world: FindWorld): ItemTest =>
  (item) => {
    const value = fieldValue(item, field, world)
    if (value === undefined) return false
    return values.some((wanted) => {
      const by = difference(value, wanted)
      return by !== null && holds[test](by)
    })
  }

const isOneOf = (field: string, values: readonly string[], world: FindWorld): ItemTest => {
  const folded = new Set(values.map((value) => foldText(value.trim())))
  const isNumber = fieldType(field) === 'number'
  return (item) => {
    if (fieldTexts(item, field, world).some((text) => folded.has(foldText(text.trim())))) return true
    const value = isNumber ? fieldValue(item, field, world) : undefined
    return value !== undefined && values.some((wanted) => difference(value, wanted) === 0)
  }
}

const containsOneOf = (field: string, values: readonly string[], world: FindWorld): ItemTest => {
  if (field === 'any') {
    const wanted = values.map(foldedWords)
    return (item) => wanted.some((words) => hasWords(item, words, world))
  }
  const parts = values.map((value) => foldText(value.trim()))
  return (item) => fieldTexts(item, field, world).some((text) => {
    const folded = foldText(text)
    return parts.some((part) => folded.includes(part))
  })
}

const isBlank = (item: Item, field: string, world: FindWorld): boolean => {
  if (field === 'any') return false
  const value = fieldValue(item, field, world)
  return value === undefined || String(value).trim() === ''
}

/** Items that pass a filter of the plan; one that is not there, or that asks for itself, is passed by nothing. */
const passesFilter = (names: readonly string[], world: FindWorld): ItemTest => {
  const tests = names.flatMap((name) => {
    const filter = world.filterNamed?.(name)
    if (!filter) return []
    return [compileFilter(filter, { ...world, filterNamed: (other) => (other === name ? undefined : world.filterNamed?.(other)) })]
  })
  return (item) => tests.some((passes) => passes(item))
}

const compileCondition = ({ field, test, values: written }: ItemCondition, world: FindWorld): ItemTest => {
  const values = written.filter(isWritten)
  if (field === 'filter' && (test === 'is' || test === 'is-not')) {
    const passes = passesFilter(values, world)
    return test === 'is-not' ? (item) => !passes(item) : passes
  }
  switch (test) {
    case 'contains': return containsOneOf(field, values, world)
    case 'is': return field === 'any' ? containsOneOf(field, values, world) : isOneOf(field, values, world)
    case 'is-not': {
      const is = field === 'any' ? containsOneOf(field, values, world) : isOneOf(field, values, world)
      return (item) => !is(item)
    }
    case 'blank': return (item) => isBlank(item, field, world)
    case 'filled': return (item) => !isBlank(item, field, world)
    default: return compares(field, test, values, world)
  }
}

/**
 * A filter as one test. Text is compared without case and accents; `is not` is passed by a blank field; comparisons are
 * passed by no blank field and by nothing that is not a number or a day. Conditions that are not complete are left out;
 * without any, everything passes.
 */
export const compileFilter = (filter: ItemFilter, world: FindWorld): ItemTest => {
  const tests = filter.conditions.filter(isComplete).map((condition) => compileCondition(condition, world))
  if (tests.length === 0) return () => true
  if (filter.match === 'any') return (item) => tests.some((passes) => passes(item))
  return (item) => tests.every((passes) => passes(item))
}
