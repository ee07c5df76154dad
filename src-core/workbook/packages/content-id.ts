/** FNV-1a over UTF-16 units, 32 bits, from a seed. */
const hash32 = (text: string, seed: number): number => {
  let hash = seed
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** Twelve digits that are the same for the same text: a name, not a proof; the log's SHA-256 is that. */
export const contentId = (text: string): string =>
  [0x811c9dc5, 0x9747b28c].map((seed) => hash32(text, seed).toString(16).padStart(8, '0')).join('').slice(0, 12)
