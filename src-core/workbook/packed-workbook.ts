import type { Dependency } from '../estate/dependency'
import type { Estate } from '../estate/estate'
import type { Item } from '../estate/item'
import type { RowSource } from '../estate/source'
import type { ImportedWorkbook } from './imported-workbook'
import type { OpenedWorkbook, RowsPage } from './opened-workbook'

/**
 * A workbook as one text. What was understood goes from the thread through the main process into the page, and each of
 * them would copy a region's 100,000 objects one by one; a text is copied as it is, and made into objects once, at the end.
 */
export type PackedWorkbook = string
export type PackedImport = string
export type PackedRows = string

/** All but the ends and the row, which few say in another way than the others: one for all rows that say the same. */
type Rest = Omit<Dependency, 'id' | 'from' | 'to' | 'sources'>

type PackedDependencies = {
  readonly rests: readonly Rest[]
  /** Five numbers a row: the places of both ends among the items, and of the rest among `rests`; its sheet and row in the workbook. */
  readonly rows: readonly number[]
  /** The ids that are not simply made of the ends, by row. */
  readonly ids: readonly (readonly [row: number, id: string])[]
}

/** A way through what rows say, step by step, to the place of what says the same. To write each row as a key takes longer than to pack it. */
type Way = { readonly next: Map<unknown, Way>; place: number }

const newWay = (): Way => ({ next: new Map(), place: -1 })

const onward = (way: Way, step: unknown): Way => {
  const known = way.next.get(step)
  if (known) return known
  const made = newWay()
  way.next.set(step, made)
  return made
}

const ownKeys: ReadonlySet<string> = new Set(['id', 'from', 'to', 'sources'])
const asText = Symbol('text of an object')

/** Where the way of a dependency's rest ends: a name, its value, the next name. */
const wayOfRest = (start: Way, dependency: Dependency): Way => {
  let way = start
  for (const name in dependency) {
    if (ownKeys.has(name)) continue
    const value: unknown = dependency[name as keyof Dependency]
    way = onward(way, name)
    way = typeof value === 'object' ? onward(onward(way, asText), JSON.stringify(value)) : onward(way, value)
  }
  return way
}

const restOf = ({ id: _id, from: _from, to: _to, sources: _sources, ...rest }: Dependency): Rest => rest

const nowhere: RowSource = [0, 0, 0]

const isIdOfEnds = ({ id, from, to }: Dependency): boolean =>
  id.length === from.length + 1 + to.length && id.startsWith(from) && id[from.length] === '>' && id.endsWith(to)

const packDependencies = ({ items, dependencies }: Estate): PackedDependencies => {
  const places = new Map(items.map((item, place) => [item.id, place]))
  const start = newWay()
  const rests: Rest[] = []
  const rows: number[] = []
  const ids: (readonly [number, string])[] = []
  dependencies.forEach((dependency, row) => {
    const way = wayOfRest(start, dependency)
    if (way.place < 0) way.place = rests.push(restOf(dependency)) - 1
    const { id, from, to, sources } = dependency
    const [, sheet, number] = sources?.[0] ?? nowhere
    rows.push(places.get(from) ?? missing(from), places.get(to) ?? missing(to), way.place, sheet, number)
    if (!isIdOfEnds(dependency)) ids.push([row, id])
  })
  return { rests, rows, ids }
}

const missing = (id: string): never => {
  throw new Error(`A dependency of an item that is not there: ${id}`)
}

const unpackDependencies = ({ rests, rows, ids }: PackedDependencies, items: Estate['items']): readonly Dependency[] => {
  const idByRow = new Map(ids)
  const dependencies: Dependency[] = []
  for (let at = 0; at < rows.length; at += 5) {
    const from = items[rows[at] ?? -1]?.id
    const to = items[rows[at + 1] ?? -1]?.id
    const rest = rests[rows[at + 2] ?? -1]
    if (from === undefined || to === undefined || !rest) throw new Error('A packed dependency without its ends')
    const id = idByRow.get(at / 5) ?? `${from}>${to}`
    const [sheet, number] = [rows[at + 3] ?? 0, rows[at + 4] ?? 0]
    dependencies.push(number > 0 ? { id, from, to, ...rest, sources: [[0, sheet, number]] } : { id, from, to, ...rest })
  }
  return dependencies
}

/** What rows that are filled in the same way have in common: their fields in order, and the headings of other columns. */
type Shape = { readonly keys: readonly string[]; readonly extra: readonly string[] | null }

type PackedItems = {
  readonly shapes: readonly Shape[]
  /** The place of its shape, then the values: those of the fields, then those of the other columns. */
  readonly rows: readonly (readonly unknown[])[]
}

const others = Symbol('other columns')

const shapeOf = ({ extra, ...fields }: Item): Shape =>
  ({ keys: Object.keys(fields).filter((key) => fields[key as keyof typeof fields] !== undefined), extra: extra?.map(([heading]) => heading) ?? null })

const packItems = (items: readonly Item[]): PackedItems => {
  const start = newWay()
  const shapes: Shape[] = []
  const rows = items.map((item) => {
    let way = start
    const row: unknown[] = [0]
    for (const key in item) {
      const value: unknown = item[key as keyof Item]
      if (key === 'extra' || value === undefined) continue
      way = onward(way, key)
      row.push(value)
    }
    if (item.extra) {
      way = onward(way, others)
      for (const [heading, value] of item.extra) {
        way = onward(way, heading)
        row.push(value)
      }
    }
    if (way.place < 0) way.place = shapes.push(shapeOf(item)) - 1
    row[0] = way.place
    return row
  })
  return { shapes, rows }
}

const unpackItems = ({ shapes, rows }: PackedItems): readonly Item[] =>
  rows.map((row) => {
    const shape = shapes[row[0] as number]
    if (!shape) throw new Error('A packed item without its fields')
    const { keys, extra } = shape
    const item: Record<string, unknown> = {}
    for (let at = 0; at < keys.length; at++) item[keys[at] as string] = row[at + 1]
    if (extra) item['extra'] = extra.map((heading, at) => [heading, row[keys.length + 1 + at]])
    return item as unknown as Item
  })

type PackedEstate = Omit<Estate, 'items' | 'dependencies'> & { readonly items: PackedItems; readonly dependencies: PackedDependencies }

type PackedParts = Omit<ImportedWorkbook, 'document'> & {
  readonly document: Omit<ImportedWorkbook['document'], 'estate'> & { readonly estate: PackedEstate }
}

const packedParts = (imported: ImportedWorkbook): PackedParts => {
  const { document } = imported
  const { estate } = document
  return { ...imported, document: { ...document, estate: { ...estate, items: packItems(estate.items), dependencies: packDependencies(estate) } } }
}

const unpackedParts = (packed: PackedParts): ImportedWorkbook => {
  const { document } = packed
  const { estate } = document
  const items = unpackItems(estate.items)
  return { ...packed, document: { ...document, estate: { ...estate, items, dependencies: unpackDependencies(estate.dependencies, items) } } }
}

export const packImport = (imported: ImportedWorkbook): PackedImport => JSON.stringify(packedParts(imported))

/** Of what `packImport` made, and of nothing else. */
export const unpackImport = (text: PackedImport): ImportedWorkbook => unpackedParts(JSON.parse(text) as PackedParts)

export const packWorkbook = (opened: OpenedWorkbook): PackedWorkbook =>
  JSON.stringify({ ...opened, imported: packedParts(opened.imported) })

/** Of what `packWorkbook` made, and of nothing else. */
export const unpackWorkbook = (text: PackedWorkbook): OpenedWorkbook => {
  const packed = JSON.parse(text) as Omit<OpenedWorkbook, 'imported'> & { readonly imported: PackedParts }
  return { ...packed, imported: unpackedParts(packed.imported) }
}

export const packRows = (page: RowsPage): PackedRows => JSON.stringify(page)

/** Of what `packRows` made, and of nothing else. */
export const unpackRows = (text: PackedRows): RowsPage => JSON.parse(text) as RowsPage
