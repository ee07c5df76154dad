/** A letter too many, too few or another; or two letters that have changed places. */
export type SpellingSlip = 'spelling' | 'swapped'

/** Shorter words are told apart by less: `libxt` and `libxv` are two. */
const leastLetters = 7

/**
 * The slip of the pen that makes one name the other: in one word, and that of some length, without figures, and within it.
 * The first letter and the last tell brothers apart (`web-a`, `web-b`; `talk`, `talkd`), and what has figures is a code
 * (`trhel6s`, `trhel6w`) of which every sign counts. null: none, or more than one.
 */
export const slipBetween = (left: readonly string[], right: readonly string[]): SpellingSlip | null => {
  if (left.length !== right.length) return null
  const places = left.flatMap((word, place) => (word === right[place] ? [] : [place]))
  const [one, other] = [left[places[0] ?? -1], right[places[0] ?? -1]]
  if (places.length !== 1 || one === undefined || other === undefined) return null
  if (Math.min(one.length, other.length) < leastLetters || !isWord(one) || !isWord(other)) return null
  return slipWithin(one, other)
}

const isWord = (text: string): boolean => /^\p{L}+$/u.test(text)

const slipWithin = (one: string, other: string): SpellingSlip | null => {
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  if (start === 0 || end === 0) return null
  const [mine, theirs] = [one.slice(start, one.length - end), other.slice(start, other.length - end)]
  if (mine.length <= 1 && theirs.length <= 1) return 'spelling'
  return mine.length === 2 && theirs === `${mine[1]}${mine[0]}` ? 'swapped' : null
}
