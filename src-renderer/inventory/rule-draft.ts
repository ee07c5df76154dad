import type { MessageKey } from '@core/messages/translator'
import { isIsoDay } from '@core/plan/dates'
import type { FreezeWindow, Moment, Rule, RuleType } from '@core/plan/rule'

/** What a form holds while a rule is written: text as it was typed. */
export type RuleDraft = {
  readonly type: RuleType
  readonly itemIds: readonly string[]
  readonly wave: string
  readonly earliest: string
  readonly latest: string
  readonly lag: string
  readonly limit: string
  readonly organisation: string
  readonly site: string
  readonly serviceArea: string
  readonly supplier: string
  readonly team: string
  readonly reason: string
}

export const emptyRuleDraft: RuleDraft = {
  type: 'together', itemIds: [], wave: '', earliest: '', latest: '', lag: '1', limit: '', organisation: '', site: '', serviceArea: '',
  supplier: '', team: '', reason: '',
}

const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value))

export const ruleToDraft = (rule: Rule): RuleDraft => ({
  type: rule.type,
  itemIds: rule.itemIds,
  wave: text(rule.wave),
  earliest: text(rule.earliest),
  latest: text(rule.latest),
  lag: text(rule.lag ?? 1),
  limit: text(rule.limit),
  organisation: text(rule.organisation),
  site: text(rule.site),
  serviceArea: text(rule.serviceArea),
  supplier: text(rule.supplier),
  team: text(rule.team),
  reason: text(rule.reason),
})

const numberOf = (value: string): number | undefined => {
  const trimmed = value.trim().replace(',', '.')
  if (trimmed === '') return undefined
  const number = Number(trimmed)
  return Number.isFinite(number) && number >= 0 ? number : undefined
}

const wholeOf = (value: string): number | undefined => {
  const number = numberOf(value)
  return number !== undefined && Number.isInteger(number) ? number : undefined
}

const momentOf = (value: string): Moment | undefined => {
  const trimmed = value.trim()
  return isIsoDay(trimmed) ? trimmed : wholeOf(trimmed)
}

export type DraftResult<Made> =
  | { readonly ok: true; readonly made: Made }
  | { readonly ok: false; readonly message: MessageKey }

const isMissing = (draft: RuleDraft): MessageKey | null => {
  const { type, itemIds } = draft
  if (['together', 'apart', 'before'].includes(type) && itemIds.length < 2) return 'inventory.needsItems'
  if (['pin', 'window'].includes(type) && itemIds.length < 1) return 'inventory.needsItem'
  if (type === 'pin' && wholeOf(draft.wave) === undefined) return 'inventory.needsWave'
  if (type === 'capacity' && draft.wave.trim() && wholeOf(draft.wave) === undefined) return 'inventory.needsWave'
  if (type === 'window') return isMomentMissing(draft) ? 'inventory.needsMoment' : null
  if (['capacity', 'critical-limit'].includes(type) && numberOf(draft.limit) === undefined) return 'inventory.needsLimit'
  if (type === 'before' && wholeOf(draft.lag) === undefined) return 'inventory.needsLimit'
  return null
}

const isMomentMissing = ({ earliest, latest }: RuleDraft): boolean => {
  const given = [earliest, latest].filter((value) => value.trim() !== '')
  return given.length === 0 || given.some((value) => momentOf(value) === undefined)
}

const words = (value: string): string | undefined => value.trim() || undefined

/** The fields that the type reads, and no other: what was typed for another type does not stay behind. */
const fieldsOf = (draft: RuleDraft): Partial<Rule> => {
  switch (draft.type) {
    case 'together':
    case 'apart': return {}
    case 'before': return { lag: wholeOf(draft.lag) }
    case 'pin': return { wave: wholeOf(draft.wave) }
    case 'window': return { earliest: momentOf(draft.earliest), latest: momentOf(draft.latest) }
    case 'capacity':
      return {
        wave: wholeOf(draft.wave), limit: numberOf(draft.limit), organisation: words(draft.organisation), site: words(draft.site),
        serviceArea: words(draft.serviceArea), supplier: words(draft.supplier), team: words(draft.team),
      }
    case 'critical-limit': return { limit: numberOf(draft.limit) }
  }
}

const withoutBlanks = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields

/** The rule that was written, or what is still missing. */
export const draftToRule = (draft: RuleDraft): DraftResult<Omit<Rule, 'id'>> => {
  const message = isMissing(draft)
  if (message) return { ok: false, message }
  const itemIds = ['capacity', 'critical-limit'].includes(draft.type) ? [] : draft.itemIds
  return { ok: true, made: withoutBlanks({ type: draft.type, itemIds, ...fieldsOf(draft), reason: words(draft.reason) }) }
}

export type FreezeDraft = Readonly<Record<'name' | 'start' | 'end' | 'organisation' | 'site' | 'serviceArea', string>>

export const emptyFreezeDraft: FreezeDraft = { name: '', start: '', end: '', organisation: '', site: '', serviceArea: '' }

export const freezeToDraft = (freeze: FreezeWindow): FreezeDraft => ({
  name: text(freeze.name),
  start: freeze.start,
  end: freeze.end,
  organisation: text(freeze.organisation),
  site: text(freeze.site),
  serviceArea: text(freeze.serviceArea),
})

/** The freeze window that was written, or what is still missing. */
export const draftToFreeze = (draft: FreezeDraft): DraftResult<Omit<FreezeWindow, 'id'>> => {
  if (!isIsoDay(draft.start) || !isIsoDay(draft.end) || draft.end < draft.start) return { ok: false, message: 'inventory.needsDates' }
  const { organisation, site, serviceArea } = draft
  return {
    ok: true,
    made: withoutBlanks({
      name: words(draft.name), start: draft.start, end: draft.end, organisation: words(organisation), site: words(site), serviceArea: words(serviceArea),
    }),
  }
}
