import type { Item } from '@core/estate/item'
import { headingOf, type FindWorld, type ViolationCount } from '@core/estate/find/item-fields'
import { planFindWorld } from '@core/estate/find/plan-find-world'
import { searchText } from '@core/estate/find/search-text'
import type { MessageKey, Translate } from '@core/messages/translator'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { dispositionKeys, kindKeys, sensitivityKeys, waveName } from '../i18n/words'

const choiceKeys: ReadonlyMap<string, Readonly<Record<string, MessageKey>>> = new Map<string, Readonly<Record<string, MessageKey>>>([
  ['kind', kindKeys],
  ['disposition', dispositionKeys],
  ['sensitivity', sensitivityKeys],
  ['sharedService', { yes: 'common.yes', no: 'common.no' }],
])

const fieldKeys: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['any', 'find.anyField'],
  ['filter', 'find.filterOfPlan'],
  ['wave', 'common.fieldWave'],
  ['group', 'common.fieldGroup'],
  ['violations', 'inventory.violationsShort'],
  ['hardViolations', 'find.hardViolations'],
  ['name', 'common.fieldName'],
  ['id', 'common.fieldId'],
  ['kind', 'common.fieldKind'],
  ['organisation', 'common.fieldOrganisation'],
  ['site', 'common.fieldSite'],
  ['serviceArea', 'common.fieldServiceArea'],
  ['environment', 'common.fieldEnvironment'],
  ['owner', 'common.fieldOwner'],
  ['team', 'common.fieldTeam'],
  ['supplier', 'common.fieldSupplier'],
  ['criticality', 'common.fieldCriticality'],
  ['disposition', 'common.fieldDisposition'],
  ['consolidateInto', 'common.fieldConsolidateInto'],
  ['phaseOutReason', 'common.fieldPhaseOutReason'],
  ['endOfSupport', 'common.fieldEndOfSupport'],
  ['effort', 'common.fieldEffort'],
  ['cost', 'common.fieldCost'],
  ['users', 'common.fieldUsers'],
  ['count', 'common.fieldCount'],
  ['sensitivity', 'common.fieldSensitivity'],
  ['sharedService', 'common.fieldSharedService'],
  ['status', 'common.fieldStatus'],
  ['notes', 'common.fieldNotes'],
])

/** What a field is called on screen; a column of the planner's own by its heading. */
export const fieldLabel = (t: Translate, field: string): string => {
  const key = fieldKeys.get(field)
  return key ? t(key) : (headingOf(field) ?? field)
}

/** The fixed values of a field, in order; undefined where it has none. */
export const choicesOf = (field: string): readonly string[] | undefined => {
  const keys = choiceKeys.get(field)
  return keys && Object.keys(keys)
}

/** A value in the words on screen. */
export const valueLabel = (t: Translate, field: string, value: string): string => {
  const keys = choiceKeys.get(field)
  const key = keys && Object.hasOwn(keys, value) ? keys[value] : undefined
  return key ? t(key) : value
}

/** One for each language, so that what is remembered by it is remembered. */
const wordsByTranslate = new WeakMap<Translate, FindWorld['wordOf']>()

const wordsOf = (t: Translate): FindWorld['wordOf'] => {
  const known = wordsByTranslate.get(t)
  if (known) return known
  const made: FindWorld['wordOf'] = (field, value) => valueLabel(t, field, value)
  wordsByTranslate.set(t, made)
  return made
}

const worlds = new WeakMap<PlanDocument, { readonly t: Translate; readonly world: FindWorld }>()

const none: ViolationCount = { total: 0, hard: 0 }

/** The plan is judged when somebody first asks. */
const violationsIn = (document: PlanDocument): ((itemId: string) => ViolationCount) => (itemId) => {
  const violations = evaluate(document).violationsByItemId.get(itemId)
  return violations ? { total: violations.length, hard: violations.filter(({ severity }) => severity === 'hard').length } : none
}

/** What a search over the plan knows, in the words of a language. The same for the same plan every time. */
export const findWorldOf = (t: Translate, document: PlanDocument): FindWorld => {
  const known = worlds.get(document)
  if (known?.t === t) return known.world
  const waveText = (number: number, name: string | undefined): string => waveName(t, { id: '', number, status: 'planned', ...(name === undefined ? {} : { name }) })
  const world: FindWorld = { ...planFindWorld(document, wordsOf(t), waveText), violationsOf: violationsIn(document) }
  worlds.set(document, { t, world })
  return world
}

/**
 * Prepares the text of items for searching, from `start` on until `now` reaches `until`: where to go on. The whole of
 * 15,000 items at once would be felt.
 */
export const prepareText = (items: readonly Item[], world: FindWorld, start: number, until: number, now: () => number): number => {
  let place = start
  while (place < items.length) {
    const item = items[place++]
    if (item) searchText(item, world)
    if (place % 32 === 0 && now() >= until) break
  }
  return place
}
