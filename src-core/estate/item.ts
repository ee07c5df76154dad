import type { RowSource } from './source'

/** One planned thing, as the inventory describes it (DESIGN 2 and 5). An absent field was blank in every source. */

export const itemKinds = ['application', 'server', 'platform', 'device-class', 'database', 'network', 'service'] as const
export type ItemKind = (typeof itemKinds)[number]

export const dispositions = [
  'retain', 'retire', 'rehost', 'relocate', 'replatform', 'repurchase', 'refactor', 'consolidate',
] as const
export type Disposition = (typeof dispositions)[number]

export const sensitivities = ['open', 'internal', 'confidential'] as const
export type Sensitivity = (typeof sensitivities)[number]

/** 1 is the least, 4 means that patients are in danger when it stops. */
export type Criticality = 1 | 2 | 3 | 4

/** A calendar day, `YYYY-MM-DD`. Compares correctly as text. */
export type IsoDate = string

/** What a cell held, once dates have become ISO text. */
export type CellValue = string | number | boolean

/** A column that we did not understand, kept with its heading. A list of pairs, so that no heading can be a key. */
export type ExtraField = readonly [heading: string, value: CellValue]

export type Item = {
  /** Trimmed, case-sensitive, unique in the estate. */
  readonly id: string
  readonly name: string
  readonly kind: ItemKind
  readonly organisation?: string
  readonly site?: string
  readonly serviceArea?: string
  readonly environment?: string
  readonly owner?: string
  readonly team?: string
  readonly supplier?: string
  readonly criticality?: Criticality
  readonly disposition?: Disposition
  /** The id of the item that this one becomes part of; meaningful with disposition `consolidate`. */
  readonly consolidateInto?: string
  readonly phaseOutReason?: string
  readonly endOfSupport?: IsoDate
  /** Person-days. Absent counts as 1 wherever effort is added up (see `effortOf`). */
  readonly effort?: number
  readonly cost?: number
  readonly users?: number
  /** How many devices a device class stands for. */
  readonly count?: number
  readonly sensitivity?: Sensitivity
  readonly sharedService?: boolean
  readonly status?: string
  readonly notes?: string
  readonly extra?: readonly ExtraField[]
  /** Where it was read, the newest import last. */
  readonly sources?: readonly RowSource[]
}

/** Person-days of one item; a missing effort counts 1 (DESIGN 5, point 7). */
export const effortOf = (item: Item): number => item.effort ?? 1

/** Platforms are left and retained items stay: neither has a move group or a wave (DESIGN 5, point 4). */
export const isMovable = (item: Item): boolean => item.kind !== 'platform' && item.disposition !== 'retain'
