import type { DependencyType } from '../estate/dependency'
import type { ItemKind } from '../estate/item'

/** A column of a sheet of items that names other items, which are made where no sheet lists them. */
export type LinkField = {
  readonly kind: ItemKind
  readonly type: DependencyType
  /** The named item depends on the row's, and not the other way round. */
  readonly reverse?: true
}

const links = {
  /** Applications that run on this server. */
  application: { kind: 'application', type: 'runs-on', reverse: true },
  /** Servers that this runs on. */
  server: { kind: 'server', type: 'runs-on' },
  /** What this runs on and leaves behind: a host, a cluster, a product. */
  host: { kind: 'platform', type: 'runs-on' },
  cluster: { kind: 'platform', type: 'runs-on' },
  platform: { kind: 'platform', type: 'runs-on' },
  /** The cluster that this host is part of. */
  partOf: { kind: 'platform', type: 'contains', reverse: true },
  database: { kind: 'database', type: 'uses' },
  network: { kind: 'network', type: 'uses' },
  dependsOn: { kind: 'application', type: 'uses' },
} as const satisfies Record<string, LinkField>

export const linkFields = Object.keys(links) as (keyof typeof links)[]

export const linkByField: ReadonlyMap<string, LinkField> = new Map(Object.entries(links))
