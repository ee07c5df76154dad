import { seededRandom as seededNumbers } from '@core/planning/random'

/** Numbers that are the same for the same seed everywhere. */
export const seededRandom = (seed: number) => {
  const next = seededNumbers(seed)
  return {
    /** 0 <= x < 1 */
    next,
    /** A whole number from 0 up to, and without, `limit`. */
    below: (limit: number): number => Math.floor(next() * limit),
  }
}
