import { fieldType } from '@core/estate/find/item-fields'
import type { MessageKey } from '@core/messages/translator'
import type { ConditionTest, ItemCondition } from '@core/plan/view'

/** Every item has a number of them. */
const isCount = (field: string): boolean => field === 'violations' || field === 'hardViolations'

const always: readonly ConditionTest[] = ['blank', 'filled']

/** The tests that make sense for a field, the commonest first. */
export const testsOf = (field: string): readonly ConditionTest[] => {
  if (field === 'filter') return ['is', 'is-not']
  if (isCount(field)) return ['at-least', 'at-most', 'is', 'is-not']
  switch (fieldType(field)) {
    case 'any': return ['contains', 'is-not']
    case 'choice': return ['is', 'is-not', ...always]
    case 'yes-no': return ['is', 'is-not', ...always]
    case 'number': return ['is', 'is-not', 'at-least', 'at-most', 'after', 'before', ...always]
    case 'day': return ['before', 'after', 'at-least', 'at-most', 'is', ...always]
    case 'text': return field.startsWith('extra:')
      ? ['contains', 'is', 'is-not', 'at-least', 'at-most', 'before', 'after', ...always]
      : ['contains', 'is', 'is-not', ...always]
  }
}

const testKeys: Readonly<Record<ConditionTest, MessageKey>> = {
  contains: 'find.testContains',
  is: 'find.testIs',
  'is-not': 'find.testIsNot',
  blank: 'find.testBlank',
  filled: 'find.testFilled',
  'at-least': 'find.testAtLeast',
  'at-most': 'find.testAtMost',
  before: 'find.testBefore',
  after: 'find.testAfter',
}

/** How a test is said of a field: a day is on or after, where a number is at least. */
export const testKey = (field: string, test: ConditionTest): MessageKey => {
  if (field === 'any' && test === 'is-not') return 'find.testContainsNot'
  if (field === 'filter') return test === 'is-not' ? 'find.testPassesNot' : 'find.testPasses'
  if (fieldType(field) === 'number' && test === 'after') return 'find.testMore'
  if (fieldType(field) === 'number' && test === 'before') return 'find.testLess'
  if (fieldType(field) === 'day' && test === 'at-least') return 'find.testOnOrAfter'
  if (fieldType(field) === 'day' && test === 'at-most') return 'find.testOnOrBefore'
  return testKeys[test]
}

export const takesNoValue = (test: ConditionTest): boolean => always.includes(test)

/** The condition on another field: its test and values are kept where they still make sense. */
export const withField = (condition: ItemCondition, field: string): ItemCondition => {
  const tests = testsOf(field)
  const test = tests.includes(condition.test) ? condition.test : (tests[0] ?? 'contains')
  return { field, test, values: fieldType(field) === fieldType(condition.field) && fieldType(field) === 'any' ? condition.values : [] }
}

export const withTest = (condition: ItemCondition, test: ConditionTest): ItemCondition =>
  ({ ...condition, test, values: takesNoValue(test) ? [] : condition.values })

export const newCondition: ItemCondition = { field: 'kind', test: 'is', values: [] }
