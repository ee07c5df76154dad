/** The place among the waves that a wave gets when it is dropped before or after another one; null where it stays. */
export const indexAfterDrop = (from: number, over: number, side: string | null): number | null => {
  const gap = side === 'after' ? over + 1 : over
  const index = gap > from ? gap - 1 : gap
  return index === from ? null : index
}
