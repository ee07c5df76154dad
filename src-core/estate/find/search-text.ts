import type { Item } from '../item'
import { foldText } from './fold-text'
import { extraField, fieldTexts, ownFieldNames, valueText, type FindWorld, type ItemPlace } from './item-fields'

/** Between two fields, so that no word is found across them. */
const between = '\n'

type Texts = WeakMap<Item, string>

const textsByWords = new WeakMap<FindWorld['wordOf'], Texts>()

const textsOf = (world: FindWorld): Texts => {
  const known = textsByWords.get(world.wordOf)
  if (known) return known
  const made: Texts = new WeakMap()
  textsByWords.set(world.wordOf, made)
  return made
}

const makeText = (item: Item, world: FindWorld): string => {
  const parts = ownFieldNames.flatMap((field) => fieldTexts(item, field, world))
  for (const [, value] of item.extra ?? []) parts.push(valueText(value))
  return foldText(parts.join(between))
}

/**
 * All the folded text of an item's own fields. Remembered for the item as long as it lives and for the words of one
 * language: 15,000 of them are made once, and searching is then only looking through them.
 */
export const searchText = (item: Item, world: FindWorld): string => {
  const texts = textsOf(world)
  const known = texts.get(item)
  if (known !== undefined) return known
  const made = makeText(item, world)
  texts.set(item, made)
  return made
}

const placeTexts = new WeakMap<ItemPlace, string>()

/** The folded names of an item's group and wave. */
const placeText = (place: ItemPlace): string => {
  const known = placeTexts.get(place)
  if (known !== undefined) return known
  const made = foldText([place.group, place.waveName].filter((text) => text !== null).join(between))
  placeTexts.set(place, made)
  return made
}

/** Every word is somewhere in the item's fields, or in the name of its group or wave. `words` are folded. */
export const hasWords = (item: Item, words: readonly string[], world: FindWorld): boolean => {
  const text = searchText(item, world)
  return words.every((word) => text.includes(word) || placeText(world.placeOf(item.id)).includes(word))
}

const shownFirst = ['name', 'id', 'group', 'wave']

/** The field that a folded word was found in, the name before all others; null where it is in none. */
export const fieldWithWord = (item: Item, word: string, world: FindWorld): string | null => {
  const others = ownFieldNames.filter((field) => !shownFirst.includes(field))
  const extra = (item.extra ?? []).map(([heading]) => extraField(heading))
  const fields = [...shownFirst, ...others, ...extra]
  return fields.find((field) => fieldTexts(item, field, world).some((text) => foldText(text).includes(word))) ?? null
}
