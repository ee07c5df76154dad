import type { Item } from '../../estate/item'

/** Where an item belongs, as rules and freeze windows name it. Compared without case and outer spaces. */
export type Scope = {
  readonly organisation?: string
  readonly site?: string
  readonly serviceArea?: string
  readonly supplier?: string
  readonly team?: string
}

const scopeFields = ['organisation', 'site', 'serviceArea', 'supplier', 'team'] as const

export const plainText = (text: string | undefined): string => (text ?? '').trim().toLowerCase()

/** A key that is the same for items that no scope can tell apart. */
export const scopeKey = (item: Item): string => scopeFields.map((field) => plainText(item[field])).join('\u0000')

/** True when every field that the scope names is the item's; a scope that names none holds for everything. */
export const isInScope = (scope: Scope, candidate: Scope): boolean =>
  scopeFields.every((field) => plainText(scope[field]) === '' || plainText(scope[field]) === plainText(candidate[field]))
