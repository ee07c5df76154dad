import type { ExtraField, IsoDate } from '../estate/item'

export const ruleTypes = ['together', 'apart', 'before', 'pin', 'window', 'capacity', 'critical-limit'] as const
export type RuleType = (typeof ruleTypes)[number]

/** A date, or a wave number. */
export type Moment = IsoDate | number

/**
 * A planner's constraint (DESIGN 2, 5). What each type reads:
 * - together, apart: `itemIds`
 * - before: `itemIds` in order; each in an earlier wave than the next by at least `lag` waves (default 1; 0: not later)
 * - pin: `itemIds` in wave number `wave`
 * - window: `itemIds` not before `earliest`, not after `latest`
 * - capacity: in wave number `wave` (absent: every wave) at most `limit` person-days of the items in scope
 * - critical-limit: at most `limit` groups of criticality 4 of one organisation in one wave
 */
export type Rule = {
  readonly id: string
  readonly type: RuleType
  readonly itemIds: readonly string[]
  readonly wave?: number
  readonly earliest?: Moment
  readonly latest?: Moment
  readonly lag?: number
  readonly limit?: number
  readonly organisation?: string
  readonly site?: string
  readonly serviceArea?: string
  readonly supplier?: string
  readonly team?: string
  readonly reason?: string
  readonly extra?: readonly ExtraField[]
}

/** Dates, both included, in which nothing in scope may cut over. Without a scope it holds for everything. */
export type FreezeWindow = {
  readonly id: string
  readonly name?: string
  readonly start: IsoDate
  readonly end: IsoDate
  readonly organisation?: string
  readonly site?: string
  readonly serviceArea?: string
  readonly extra?: readonly ExtraField[]
}
