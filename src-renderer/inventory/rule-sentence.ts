import type { IsoDate } from '@core/estate/item'
import type { MessageKey, Translate } from '@core/messages/translator'
import type { FreezeWindow, Moment, Rule, RuleType } from '@core/plan/rule'

export const ruleTypeKeys: Readonly<Record<RuleType, MessageKey>> = {
  together: 'inventory.ruleTogether',
  apart: 'inventory.ruleApart',
  before: 'inventory.ruleBefore',
  pin: 'inventory.rulePin',
  window: 'inventory.ruleWindow',
  capacity: 'inventory.ruleCapacity',
  'critical-limit': 'inventory.ruleCriticalLimit',
}

/** What a rule of each type asks for, in a sentence. */
export const ruleHelpKeys: Readonly<Record<RuleType, MessageKey>> = {
  together: 'inventory.ruleTogetherHelp',
  apart: 'inventory.ruleApartHelp',
  before: 'inventory.ruleBeforeHelp',
  pin: 'inventory.rulePinHelp',
  window: 'inventory.ruleWindowHelp',
  capacity: 'inventory.ruleCapacityHelp',
  'critical-limit': 'inventory.ruleCriticalLimitHelp',
}

type Words = { readonly t: Translate; readonly formatDate: (day: IsoDate) => string }
type Scope = Pick<Rule, 'organisation' | 'site' | 'serviceArea' | 'supplier' | 'team'>

const shownNames = 3

type NameOf = (itemId: string) => string

const namesOf = (t: Translate, itemIds: readonly string[], nameOf: NameOf): string => {
  const names = itemIds.map(nameOf)
  if (names.length <= shownNames + 1) return names.join(', ')
  return t('inventory.andMore', { first: names.slice(0, shownNames).join(', '), count: names.length - shownNames })
}

const momentText = ({ t, formatDate }: Words, moment: Moment | undefined): string => {
  if (moment === undefined) return t('inventory.anyTime')
  return typeof moment === 'number' ? t('inventory.waveNumber', { wave: moment }) : formatDate(moment)
}

const scopeText = ({ organisation, site, serviceArea, supplier, team }: Scope): string =>
  [organisation, site, serviceArea, supplier, team].filter(Boolean).join(', ')

/** What a rule demands, as one sentence without a full stop. */
export const ruleSentence = (words: Words, rule: Rule, nameOf: NameOf): string => {
  const { t } = words
  const items = namesOf(t, rule.itemIds, nameOf)
  switch (rule.type) {
    case 'together': return t('inventory.ruleTogetherSays', { items })
    case 'apart': return t('inventory.ruleApartSays', { items })
    case 'before':
      return rule.lag === 0 ? t('inventory.ruleBeforeSaysNone', { items }) : t('inventory.ruleBeforeSays', { items, count: rule.lag ?? 1 })
    case 'pin': return t('inventory.rulePinSays', { items, wave: rule.wave ?? '?' })
    case 'window':
      return t('inventory.ruleWindowSays', { items, earliest: momentText(words, rule.earliest), latest: momentText(words, rule.latest) })
    case 'capacity': {
      const scope = scopeText(rule)
      return t('inventory.ruleCapacitySays', {
        limit: rule.limit ?? 0,
        wave: rule.wave === undefined ? t('inventory.everyWave') : t('inventory.waveNumber', { wave: rule.wave }),
        scope: scope && t('inventory.scopeSays', { scope }),
      })
    }
    case 'critical-limit': return t('inventory.ruleCriticalSays', { limit: rule.limit ?? 1 })
  }
}

/** What a freeze window forbids, and for whom. */
export const freezeSentence = ({ t, formatDate }: Words, freeze: FreezeWindow): string =>
  t('inventory.freezeSays', {
    start: formatDate(freeze.start),
    end: formatDate(freeze.end),
    scope: scopeText(freeze) || t('inventory.scopeEverything'),
  })
