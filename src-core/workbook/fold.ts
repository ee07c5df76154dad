const replacements: readonly (readonly [RegExp, string])[] = [
  [/æ/g, 'ae'], [/ø/g, 'o'], [/ß/g, 'ss'], [/þ/g, 'th'], [/ð/g, 'd'],
]

/**
 * A heading, sheet name or fixed value as it is compared: without case, accents, spaces and punctuation.
 * `Service-område *` and `SERVICEOMRADE` are the same.
 */
export const fold = (text: string): string => {
  const bare = text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '')
  return replacements.reduce((result, [from, to]) => result.replace(from, to), bare).replace(/[^\p{L}\p{N}]/gu, '')
}

/** Of signs alone, such as a tick, nothing is left to compare; punctuation alone means nothing. */
const keyOf = (text: string): string => fold(text) || text.replace(/[^\p{S}]/gu, '')

/** A table from many spellings to one meaning, asked with text as it is written. The first meaning given keeps a spelling. */
export class FoldedMap<Meaning> {
  readonly #meanings = new Map<string, Meaning>()
  /** The same few texts come in thousands of cells: folding is slower than looking up. */
  readonly #asked = new Map<string, Meaning | undefined>()

  constructor(entries: Iterable<readonly [spelling: string, meaning: Meaning]>) {
    for (const [spelling, meaning] of entries) {
      const key = keyOf(spelling)
      if (key !== '' && !this.#meanings.has(key)) this.#meanings.set(key, meaning)
    }
  }

  get(text: string): Meaning | undefined {
    if (this.#asked.has(text)) return this.#asked.get(text)
    const meaning = this.#meanings.get(keyOf(text))
    if (this.#asked.size < 10_000) this.#asked.set(text, meaning)
    return meaning
  }
}
