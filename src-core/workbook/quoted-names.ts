import type { Translate } from '../messages/translator'

/** So many are named; the rest is a number. */
const shownNames = 5
const longestName = 80

/** Names as one parameter of a finding: the first of them, a line each, as they hold commas themselves. */
export const someNames = (names: readonly string[]): string =>
  names.slice(0, shownNames).map((name) => name.replace(/\s+/gu, ' ')).join('\n')

/** What `someNames` made, as it stands in a sentence. `count`: of all of them. */
export const quotedNames = (t: Translate, names: string, count: number): string => {
  const shown = names.split('\n')
  const quoted = shown.map((name) => t('findings.quotedName', { name: name.length > longestName ? `${name.slice(0, longestName)}…` : name }))
  return quoted.join(', ') + (count > shown.length ? ', …' : '')
}
