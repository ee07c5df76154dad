import type { Dependency } from '../estate/dependency'
import type { Estate } from '../estate/estate'
import type { ImportedWorkbook } from './imported-workbook'
import type { OpenedWorkbook } from './opened-workbook'

/**
 * A workbook as one text. What was understood goes from the thread through the main process into the page, and each of
 * them would copy a region's 100,000 objects one by one; a text is copied as it is, and made into objects once, at the end.
 */
export type PackedWorkbook = string
export type PackedImport = string

/** All but the ends, which few rows say in another way than the others: one for all rows that say the same. */
type Rest = Omit<Dependency, 'id' | 'from' | 'to'>

type PackedDependencies = {
  readonly rests: readonly Rest[]
  /** Three numbers a row: the places of both ends among the items, and of the rest among `rests`. */
  readonly rows: readonly number[]
  /** The ids that are not simply made of the ends, by row. */
  readonly ids: readonly (readonly [row: number, id: string])[]
}

const packDependencies = ({ items, dependencies }: Estate): PackedDependencies => {
  const places = new Map(items.map((item, place) => [item.id, place]))
  const restPlaces = new Map<string, number>()
  const rests: Rest[] = []
  const rows: number[] = []
  const ids: (readonly [number, string])[] = []
  dependencies.forEach(({ id, from, to, ...rest }, row) => {
    const text = JSON.stringify(rest)
    const known = restPlaces.get(text) ?? rests.push(rest) - 1
    restPlaces.set(text, known)
    rows.push(places.get(from) ?? missing(from), places.get(to) ?? missing(to), known)
    if (id !== `${from}>${to}`) ids.push([row, id])
  })
  return { rests, rows, ids }
}

const missing = (id: string): never => {
  throw new Error(`A dependency of an item that is not there: ${id}`)
}

const unpackDependencies = ({ rests, rows, ids }: PackedDependencies, items: Estate['items']): readonly Dependency[] => {
  const idByRow = new Map(ids)
  const dependencies: Dependency[] = []
  for (let at = 0; at < rows.length; at += 3) {
    const from = items[rows[at] ?? -1]?.id
    const to = items[rows[at + 1] ?? -1]?.id
    const rest = rests[rows[at + 2] ?? -1]
    if (from === undefined || to === undefined || !rest) throw new Error('A packed dependency without its ends')
    dependencies.push({ id: idByRow.get(at / 3) ?? `${from}>${to}`, from, to, ...rest })
  }
  return dependencies
}

type PackedParts = Omit<ImportedWorkbook, 'document'> & {
  readonly document: Omit<ImportedWorkbook['document'], 'estate'> & { readonly estate: Omit<Estate, 'dependencies'> & { readonly dependencies: PackedDependencies } }
}

const packedParts = (imported: ImportedWorkbook): PackedParts => {
  const { document } = imported
  return { ...imported, document: { ...document, estate: { ...document.estate, dependencies: packDependencies(document.estate) } } }
}

const unpackedParts = (packed: PackedParts): ImportedWorkbook => {
  const { document } = packed
  const { estate } = document
  return { ...packed, document: { ...document, estate: { ...estate, dependencies: unpackDependencies(estate.dependencies, estate.items) } } }
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
