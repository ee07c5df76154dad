/** Numbers from 0 up to, and without, 1; the same for the same seed everywhere (mulberry32, T. Ettinger, public domain). */
export type Random = () => number

export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Between the two, small ones as likely as large ones. */
export const drawn = (random: Random, [least, most]: readonly [number, number]): number => least * (most / least) ** random()

/** 0 to n - 1 in random order. */
export const shuffled = (n: number, random: Random): Int32Array => {
  const order = Int32Array.from({ length: n }, (_, index) => index)
  for (let last = n - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
