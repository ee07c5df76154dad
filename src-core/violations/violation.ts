export const violationTypes = [
  'hard-dependency', 'together', 'apart', 'before', 'order', 'pin', 'window', 'freeze', 'capacity', 'max-items', 'retired-early',
  'latency', 'budget', 'end-of-support', 'critical-first', 'test-after-production', 'critical-limit',
] as const
export type ViolationType = (typeof violationTypes)[number]

export type Severity = 'hard' | 'warning'

/** A broken constraint with everything that its sentence and its fixes need; ids refer to the evaluated plan. */
export type Violation = {
  /** The same problem has the same id in every evaluation: type and what takes part. */
  readonly id: string
  readonly type: ViolationType
  readonly severity: Severity
  readonly itemIds: readonly string[]
  readonly groupIds: readonly string[]
  readonly waveIds: readonly string[]
  readonly dependencyId?: string
  readonly ruleId?: string
  readonly freezeWindowId?: string
  /** Figures and dates for the sentence: load, limit, day, wave number, latency. */
  readonly params: Readonly<Record<string, string | number>>
}

/** What a warning counts beside the price of bridges: a year of an ordinary one. */
export const warningCost = 365
