import type { Dependency } from '@core/estate/dependency'
import type { Item } from '@core/estate/item'

/** An application called after its id, unless the fields say otherwise. */
export const anItem = (id: string, fields: Partial<Omit<Item, 'id'>> = {}): Item => ({
  id,
  name: id,
  kind: 'application',
  ...fields,
})

export const aServer = (id: string, fields: Partial<Omit<Item, 'id'>> = {}): Item =>
  anItem(id, { kind: 'server', ...fields })

export const aPlatform = (id: string, fields: Partial<Omit<Item, 'id'>> = {}): Item =>
  anItem(id, { kind: 'platform', ...fields })

/** A soft call that may become a bridge, unless the fields say otherwise. Its id is `from>to`. */
export const aDependency = (from: string, to: string, fields: Partial<Omit<Dependency, 'from' | 'to'>> = {}): Dependency => ({
  id: `${from}>${to}`,
  from,
  to,
  type: 'uses',
  strength: 'soft',
  order: 'any',
  ...fields,
})

/** `from` runs on `to`, and cannot be apart from it. */
export const aHardDependency = (from: string, to: string, fields: Partial<Omit<Dependency, 'from' | 'to'>> = {}): Dependency =>
  aDependency(from, to, { type: 'runs-on', strength: 'hard', order: 'together', ...fields })

/** `from` needs `to` to go first. */
export const anOrderedDependency = (from: string, to: string, fields: Partial<Omit<Dependency, 'from' | 'to'>> = {}): Dependency =>
  aDependency(from, to, { order: 'provider-first', ...fields })
