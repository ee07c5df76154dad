import type { Language } from '../messages/translator'

/**
 * How a thing is written: `en` and `nb` are what the export writes; all are understood. `also` holds Swedish, Danish and
 * synonyms, `;` between them.
 */
export type Words = { readonly en: string; readonly nb: string; readonly also?: string }

export type WordTable<Meaning extends string> = Readonly<Record<Meaning, Words>>

/** Every spelling of a table with its meaning. */
export const spellings = <Meaning extends string>(table: WordTable<Meaning>): readonly (readonly [string, Meaning])[] =>
  (Object.entries(table) as [Meaning, Words][]).flatMap(([meaning, words]) =>
    [meaning, words.en, words.nb, ...(words.also?.split(';') ?? [])].map((word) => [word, meaning] as const),
  )

export const wordOf = (words: Words, language: Language): string => words[language]
