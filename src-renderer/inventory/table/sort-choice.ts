import type { TableSort } from './table-lines'

/** What a click on a heading makes of the sorts: ascending, descending, none. `isAlso` keeps the others before it. */
export const sortedBy = (sorts: readonly TableSort[], field: string, isAlso: boolean): readonly TableSort[] => {
  const now = sorts.find((sort) => sort.field === field)
  const next: TableSort | null = !now ? { field, descending: false } : now.descending ? null : { field, descending: true }
  if (!isAlso) return next ? [next] : []
  if (!now) return [...sorts, { field, descending: false }]
  return sorts.flatMap((sort) => (sort === now ? (next ? [next] : []) : [sort]))
}
