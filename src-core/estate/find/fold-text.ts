const replacements: readonly (readonly [RegExp, string])[] = [
  [/æ/g, 'ae'], [/ø/g, 'o'], [/ß/g, 'ss'], [/þ/g, 'th'], [/ð/g, 'd'], [/đ/g, 'd'], [/ł/g, 'l'], [/œ/g, 'oe'],
]

const isPlain = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

const foldFully = (text: string): string => {
  const bare = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  return replacements.reduce((result, [from, to]) => result.replace(from, to), bare)
}

/**
 * Text as it is searched: without case and accents, æ as ae, ø as o, å as a, spaces and punctuation kept. Somebody
 * without a Norwegian keyboard finds `Sørlandet` by `sorlandet`.
 */
export const foldText = (text: string): string => (isPlain(text) ? text.toLowerCase() : foldFully(text))

/** The folded words of what was typed; all of them are looked for. */
export const foldedWords = (query: string): readonly string[] => foldText(query).split(/\s+/).filter(Boolean)
