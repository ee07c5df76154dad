import type { IsoDate, Item } from '@core/estate/item'
import type { FoldedMap } from '@core/workbook/fold'
import { fold } from '@core/workbook/fold'
import { readDate } from '@core/workbook/read-date'
import { numberBySign, readNumber } from '@core/workbook/read-number'
import type { Wave } from '@core/plan/wave'
import type { Translation } from '../../i18n/use-translate'
import { waveName } from '../../i18n/words'

/** A value, or a sentence that says why there is none. Blank text is undefined: the field is cleared. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value | undefined; readonly isDoubtful?: boolean }
  | { readonly ok: false; readonly problem: string }

const blank = { ok: true, value: undefined } as const
const problem = (sentence: string): { readonly ok: false; readonly problem: string } => ({ ok: false, problem: sentence })

/** The most that a cell of a workbook can hold. */
const longest = 32_767

export const readText = ({ t }: Translation, text: string, isMultiline = false): Read<string> => {
  const value = isMultiline ? text.replace(/\r\n?/g, '\n').trim() : text.replace(/\s*[\r\n\t]+\s*/g, ' ').trim()
  if (value.length > longest) return problem(t('table.tooLong', { count: longest }))
  return value === '' ? blank : { ok: true, value }
}

/** `1,234` is 1234 in English and 1.234 in Norwegian; `1.234` is either to a Norwegian, so it is asked. */
const resolveDoubt = ({ language, t }: Translation, text: string, value: number): Read<number> => {
  if (text.includes(',')) return { ok: true, value: language === 'nb' ? (numberBySign(text, ',') ?? value) : value }
  return language === 'nb' ? problem(t('table.ambiguousNumber', { text })) : { ok: true, value: numberBySign(text, '.') ?? value }
}

/** A number of 0 or more, with the separators of the language. `isWhole`: without decimals. */
export const readAmount = (words: Translation, text: string, isWhole = false): Read<number> => {
  const { t } = words
  const trimmed = text.trim()
  if (trimmed === '') return blank
  const reading = readNumber(trimmed)
  if (!reading) return problem(t('table.notNumber', { text: trimmed }))
  const read = reading.doubt ? resolveDoubt(words, trimmed, reading.value) : { ok: true as const, value: reading.value }
  if (!read.ok || read.value === undefined) return read
  if (read.value < 0) return problem(t('table.notNumber', { text: trimmed }))
  return isWhole && !Number.isInteger(read.value) ? problem(t('table.notWhole', { text: trimmed })) : read
}

/** A day in any form that an import takes, the day before the month; of a mere year the last day. */
export const readDay = ({ t }: Translation, text: string): Read<IsoDate> => {
  const trimmed = text.trim()
  if (trimmed === '') return blank
  const reading = readDate(trimmed, 'end')
  if (!reading) return problem(t('table.notDay', { text: trimmed }))
  return { ok: true, value: reading.date, isDoubtful: reading.doubt === 'ambiguous-date' }
}

export type Choice<Value> = { readonly value: Value; readonly label: string }

const valuesByLabel = new WeakMap<readonly Choice<unknown>[], ReadonlyMap<string, unknown>>()

/** Labels as they are compared, once for all cells of a paste. */
const byLabel = <Value>(choices: readonly Choice<Value>[]): ReadonlyMap<string, Value> => {
  const known = valuesByLabel.get(choices)
  if (known) return known as ReadonlyMap<string, Value>
  const made = new Map(choices.map(({ value, label }) => [fold(label), value]))
  valuesByLabel.set(choices, made)
  return made
}

/** One of a few values, by its label here or by any spelling that an import takes. */
export const readChoice = <Value>(
  { t }: Translation, text: string, choices: readonly Choice<Value>[], byWord: Pick<FoldedMap<Value>, 'get'>,
): Read<Value> => {
  const trimmed = text.trim()
  if (trimmed === '') return blank
  const value = byLabel(choices).get(fold(trimmed)) ?? byWord.get(trimmed)
  if (value !== undefined) return { ok: true, value }
  return problem(t('table.notChoice', { text: trimmed, choices: choices.map(({ label }) => label).join(', ') }))
}

/** Finds items as a person names them: by Id, or by a name that only one has. */
export type ItemNames = {
  readonly find: (text: string) => Item | 'none' | 'several'
  /** The name where that is enough, otherwise the Id. */
  readonly nameFor: (item: Item) => string
}

const namesByItems = new WeakMap<readonly Item[], ItemNames>()

export const itemNames = (items: readonly Item[]): ItemNames => {
  const known = namesByItems.get(items)
  if (known) return known
  let byId: Map<string, Item> | undefined
  let byName: Map<string, Item | 'several'> | undefined
  const ids = (): ReadonlyMap<string, Item> => (byId ??= new Map(items.map((item) => [item.id, item])))
  const names = (): ReadonlyMap<string, Item | 'several'> => {
    if (byName) return byName
    byName = new Map()
    for (const item of items) byName.set(item.name.toLowerCase(), byName.has(item.name.toLowerCase()) ? 'several' : item)
    return byName
  }
  const made: ItemNames = {
    find: (text) => ids().get(text) ?? names().get(text.toLowerCase()) ?? 'none',
    nameFor: (item) => (names().get(item.name.toLowerCase()) === item && !ids().has(item.name) ? item.name : item.id),
  }
  namesByItems.set(items, made)
  return made
}

export const readItem = ({ t }: Translation, text: string, names: ItemNames): Read<Item> => {
  const trimmed = text.trim()
  if (trimmed === '') return blank
  const found = names.find(trimmed)
  if (found === 'none') return problem(t('table.noItem', { text: trimmed }))
  return found === 'several' ? problem(t('table.severalItems', { text: trimmed })) : { ok: true, value: found }
}

/** `3`, `Wave 3`, `Bølge 3`, the wave's name, or all of it; null is unplanned. */
export const readWave = ({ t }: Translation, text: string, waves: readonly Wave[]): Read<Wave | null> => {
  const trimmed = text.trim()
  if (trimmed === '' || fold(trimmed) === fold(t('common.unplanned'))) return { ok: true, value: null }
  const number = Number(/^(?:wave|bølge|våg)?\s*(\d+)(?:\s*[:·].*)?$/i.exec(trimmed)?.[1] ?? Number.NaN)
  const wave = waves.find((one) => one.number === number)
    ?? waves.find((one) => [one.name ?? '', waveName(t, one)].some((name) => name !== '' && fold(name) === fold(trimmed)))
  return wave ? { ok: true, value: wave } : problem(t('table.noWave', { text: trimmed }))
}

/** As it is copied and edited: without separators for thousands, with the language's decimal sign. */
export const plainNumber = ({ language }: Translation, value: number | undefined): string =>
  value === undefined ? '' : language === 'nb' ? String(value).replace('.', ',') : String(value)

/** `31.12.2027`, or in English `2027-12-31`, which every spreadsheet takes for that day. */
export const plainDay = ({ language }: Translation, day: IsoDate | undefined): string => {
  if (day === undefined) return ''
  return language === 'nb' ? day.split('-').reverse().join('.') : day
}
