/** Same keys as the English area; the words may differ. */
export type Translated<Area> = { readonly [Key in keyof Area]: string }

type WithoutPlural<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key

/** `area.name` for every sentence of a catalogue; plural forms are asked for by their base. */
export type KeyOf<Catalogue> = {
  [Area in keyof Catalogue & string]: `${Area}.${WithoutPlural<keyof Catalogue[Area] & string>}`
}[keyof Catalogue & string]
