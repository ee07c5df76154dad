import { FoldedMap } from './fold'

const words = (list: string, meaning: 'none' | 'unsaid'): readonly (readonly [string, 'none' | 'unsaid'])[] =>
  list.split(';').map((word) => [word, meaning])

/** `none`: there is none; `unsaid`: there may be some, but the word is no name, and as one it would join all that share it. */
const meaningByWord = new FoldedMap<'none' | 'unsaid'>([
  ...words('None;Ledig;Ledige;Vacant;Ingen;Inga;Ingenting;Nil;NA;N/A;I/A;Ikke relevant;Not applicable;Nei;Nej;No', 'none'),
  ...words(
    'Unknown;Ukjent;Okänd;Ukendt;TBD;TBA;Vet ikke;Avklares;Ikke avklart;Mangler;Missing;Diverse;Div;Various;Several;Flere;Flera;Multiple;Misc;' +
    'Miscellaneous;Annet;Andre;Andet;Övrigt;Other;Others;Alle;Alla;All;Felles;Shared', 'unsaid'),
])

/** What a text says that stands where items are named and is no name; undefined for a name. Signs alone (`-`, `?`) say none. */
export const noName = (text: string): 'none' | 'unsaid' | undefined =>
  (/[\p{L}\p{N}]/u.test(text) ? meaningByWord.get(text) : text.includes('?') ? 'unsaid' : 'none')
