/** Where fresh ids come from; passed in, so that tests and merges can repeat a run (DESIGN 8). */
export type NewId = (prefix: string) => string

/** Counts: g1, g2, ... For one run over one plan, where nothing else makes ids. */
export const countingIds = (): NewId => {
  let last = 0
  return (prefix) => `${prefix}${++last}`
}
