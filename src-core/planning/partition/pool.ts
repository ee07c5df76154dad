export type PartitionControl = {
  readonly seed: number
  /** Rounds of improvement after the first partitions; `shouldStop` may end them earlier. */
  readonly rounds: number
  readonly shouldStop: () => boolean
}

export type Partition = { readonly parts: Int32Array; readonly cut: number; readonly isBalanced: boolean }

/** Within the limits first, then the lesser cut. */
export const isBetter = (a: Partition, b: Partition): boolean =>
  a.isBalanced === b.isBalanced ? a.cut < b.cut : a.isBalanced

/** Takes a partition into the pool in place of the worst, unless it is worse still or there already. */
export const replaceWorst = (pool: Partition[], found: Partition): void => {
  if (pool.some((other) => other.cut === found.cut && other.isBalanced === found.isBalanced)) return
  const worst = pool.reduce((at, partition, index) => (isBetter(pool[at] as Partition, partition) ? index : at), 0)
  if (isBetter(found, pool[worst] as Partition)) pool[worst] = found
}
