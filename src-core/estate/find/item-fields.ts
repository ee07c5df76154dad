import type { ItemFilter } from '../../plan/view'
import type { CellValue, Item } from '../item'

/** What can be asked of a field: choices are fixed values, days are ISO text, `any` is all of an item's text. */
export type FieldType = 'any' | 'text' | 'choice' | 'number' | 'day' | 'yes-no'

type OwnField = Exclude<keyof Item, 'extra' | 'sources'>

const ownFields: Readonly<Record<OwnField, FieldType>> = {
  name: 'text',
  id: 'text',
  kind: 'choice',
  organisation: 'text',
  site: 'text',
  serviceArea: 'text',
  environment: 'text',
  owner: 'text',
  team: 'text',
  supplier: 'text',
  criticality: 'number',
  disposition: 'choice',
  consolidateInto: 'text',
  phaseOutReason: 'text',
  endOfSupport: 'day',
  effort: 'number',
  cost: 'number',
  users: 'number',
  count: 'number',
  sensitivity: 'choice',
  sharedService: 'yes-no',
  status: 'text',
  notes: 'text',
}

const fields: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['any', 'any'], ['filter', 'choice'], ['wave', 'number'], ['group', 'text'], ['violations', 'number'], ['hardViolations', 'number'], ...Object.entries(ownFields),
])

/** Every field that every estate has, in the order in which they are offered. */
export const fieldNames: readonly string[] = [...fields.keys()]

const extraPrefix = 'extra:'

export const extraField = (heading: string): string => `${extraPrefix}${heading}`

/** The heading of a field that stands for a column of the planner's own; null for any other. */
export const headingOf = (field: string): string | null =>
  field.startsWith(extraPrefix) ? field.slice(extraPrefix.length) : null

/** A column of the planner's own is text, though numbers and days in it can be compared. */
export const fieldType = (field: string): FieldType => fields.get(field) ?? 'text'

/** Where an item is in the plan; a field is null where it is in no group or no wave. */
export type ItemPlace = { readonly group: string | null; readonly wave: number | null; readonly waveName: string | null }

/** How many violations an item is part of, and how many of them are hard. */
export type ViolationCount = { readonly total: number; readonly hard: number }

/** What a search knows beyond the items themselves. */
export type FindWorld = {
  readonly placeOf: (itemId: string) => ItemPlace
  /** A fixed value in the words on screen (`server`, `Tjener`); found by either. */
  readonly wordOf: (field: string, value: string) => string
  /** Where plans are judged; without it nothing has a violation. */
  readonly violationsOf?: (itemId: string) => ViolationCount
  /** A filter of the plan by its name. */
  readonly filterNamed?: (name: string) => ItemFilter | undefined
}

const isOwn = (field: string): field is OwnField => Object.hasOwn(ownFields, field)

/** What the field holds; undefined where it is blank. Fields of no item, such as of a newer program, are blank. */
export const fieldValue = (item: Item, field: string, world: FindWorld): CellValue | undefined => {
  if (isOwn(field)) return item[field]
  if (field === 'wave') return world.placeOf(item.id).wave ?? undefined
  if (field === 'group') return world.placeOf(item.id).group ?? undefined
  if (field === 'violations') return world.violationsOf?.(item.id).total
  if (field === 'hardViolations') return world.violationsOf?.(item.id).hard
  const heading = headingOf(field)
  return heading === null ? undefined : item.extra?.find(([name]) => name === heading)?.[1]
}

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no')

/** A value as it is written in a condition. */
export const valueText = (value: CellValue): string => (typeof value === 'boolean' ? yesOrNo(value) : String(value))

/** Everything that can be read in a field: its value, and its word on screen or the name of the wave. */
export const fieldTexts = (item: Item, field: string, world: FindWorld): readonly string[] => {
  const value = fieldValue(item, field, world)
  if (value === undefined) return []
  const text = valueText(value)
  const type = fieldType(field)
  if (field === 'wave') return [text, world.placeOf(item.id).waveName ?? text]
  return type === 'choice' || type === 'yes-no' ? [text, world.wordOf(field, text)] : [text]
}

export const ownFieldNames: readonly string[] = Object.keys(ownFields)
