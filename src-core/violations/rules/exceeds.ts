/** More than allowed, sums of decimals being what they are in binary. */
export const exceeds = (sum: number, limit: number): boolean => sum > limit + 1e-6 * Math.max(1, Math.abs(limit))
