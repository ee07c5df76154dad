/**
 * The order of texts in a language, learned once and kept: comparing as people sort costs a thousand times more than
 * comparing numbers, and most texts stay when a plan changes.
 */
export class TextOrder {
  readonly #compare: (a: string, b: string) => number
  #texts: readonly string[] = []
  #rankByText: ReadonlyMap<string, number> = new Map()

  constructor(compare: (a: string, b: string) => number) {
    this.#compare = compare
  }

  /** A rank for each of these texts at least; equal only for the same text. */
  ranksOf(texts: Iterable<string>): ReadonlyMap<string, number> {
    const unknown = new Set<string>()
    for (const text of texts) if (!this.#rankByText.has(text)) unknown.add(text)
    if (unknown.size > 0) this.#learn([...unknown].sort(this.#compare))
    return this.#rankByText
  }

  /** Each new text is looked for by halves among the known ones. */
  #learn(sorted: readonly string[]): void {
    const merged: string[] = []
    let taken = 0
    for (const text of sorted) {
      const place = this.#placeOf(text, taken)
      while (taken < place) merged.push(this.#texts[taken++] ?? '')
      merged.push(text)
    }
    while (taken < this.#texts.length) merged.push(this.#texts[taken++] ?? '')
    this.#texts = merged
    this.#rankByText = new Map(merged.map((text, rank) => [text, rank]))
  }

  #placeOf(text: string, from: number): number {
    let low = from
    let high = this.#texts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#compare(this.#texts[middle] ?? '', text) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

const orders = new WeakMap<Intl.Collator, Map<string, TextOrder>>()

/** The same order for the same language and subject every time, such as a column. */
export const textOrder = (collator: Intl.Collator, subject: string): TextOrder => {
  const ofLanguage = orders.get(collator) ?? new Map<string, TextOrder>()
  orders.set(collator, ofLanguage)
  const order = ofLanguage.get(subject) ?? new TextOrder(collator.compare)
  ofLanguage.set(subject, order)
  return order
}
