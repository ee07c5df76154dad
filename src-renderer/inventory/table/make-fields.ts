import type { CellValue, ExtraField } from '@core/estate/item'
import type { FoldedMap } from '@core/workbook/fold'
import type { Field } from './field'
import { refused, took } from './field'
import { plainDay, plainNumber, readAmount, readChoice, readDay, readText } from './read-values'
import type { Choice, Read } from './read-values'
import type { Translation } from '../../i18n/use-translate'

type Base = { readonly id: string; readonly heading: string; readonly width: number }

/** Makes columns of one kind of row out of what its fields hold. `write` says what setting the field means. */
export type FieldMaker<Row, Write> = ReturnType<typeof fieldMaker<Row, Write>>

const readAs = <Value, Write>(read: Read<Value>, write: (value: Value | undefined) => Write) =>
  read.ok ? { ok: true as const, write: write(read.value), ...(read.isDoubtful ? { isDoubtful: true } : {}) } : read

type TextOptions = { readonly isMultiline?: boolean; readonly suggestions?: () => readonly string[] }

export const fieldMaker = <Row, Write>(words: Translation, write: (field: string, value: unknown) => Write) => ({
  text: (base: Base, get: (row: Row) => string | undefined, { isMultiline = false, suggestions }: TextOptions = {}): Field<Row, Write> => ({
    ...base, type: 'text', isMultiline,
    text: (row) => get(row) ?? '',
    sortKey: get,
    read: (text) => readAs(readText(words, text, isMultiline), (value) => write(base.id, value)),
    ...(suggestions ? { choices: suggestions } : {}),
  }),

  number: (base: Base, get: (row: Row) => number | undefined, isWhole = false): Field<Row, Write> => ({
    ...base, type: 'number',
    text: (row) => { const value = get(row); return value === undefined ? '' : words.formatNumber(value, 2) },
    plain: (row) => plainNumber(words, get(row)),
    sortKey: get,
    value: get,
    amount: get,
    read: (text) => readAs(readAmount(words, text, isWhole), (value) => write(base.id, value)),
  }),

  day: (base: Base, get: (row: Row) => string | undefined): Field<Row, Write> => ({
    ...base, type: 'day',
    text: (row) => { const day = get(row); return day === undefined ? '' : words.formatDate(day) },
    plain: (row) => plainDay(words, get(row)),
    sortKey: get,
    read: (text) => readAs(readDay(words, text), (value) => write(base.id, value)),
  }),

  choice: <Value extends string | number | boolean>(
    base: Base, get: (row: Row) => Value | undefined, choices: Choices<Value>, needed?: string,
  ): Field<Row, Write> => choiceField(words, write, base, get, choices, needed),
})

type Choices<Value> = { readonly values: readonly Choice<Value>[]; readonly byWord: Pick<FoldedMap<Value>, 'get'> }

/** `needed`: what is said where the field cannot be blank. */
const choiceField = <Row, Write, Value extends string | number | boolean>(
  words: Translation, write: (field: string, value: unknown) => Write, base: Base, get: (row: Row) => Value | undefined,
  { values, byWord }: Choices<Value>, needed: string | undefined,
): Field<Row, Write> => {
  const places = new Map(values.map(({ value }, place) => [value, place]))
  const labels = new Map(values.map(({ value, label }) => [value, label]))
  return {
    ...base, type: 'choice', isStrict: true,
    text: (row) => { const value = get(row); return value === undefined ? '' : labels.get(value) ?? String(value) },
    sortKey: (row) => { const value = get(row); return value === undefined ? undefined : places.get(value) },
    choices: () => values.map(({ label }) => label),
    read: (text) => {
      const read = readChoice(words, text, values, byWord)
      if (read.ok && read.value === undefined && needed !== undefined) return refused(needed)
      return readAs(read, (value) => write(base.id, value))
    },
  }
}

const asCell = (words: Translation, text: string, isNumeric: boolean): Read<CellValue> => {
  if (!isNumeric || text.trim() === '') return readText(words, text, true)
  const bare = /^[−–-]/.test(text.trim()) ? text.trim().slice(1) : text
  const number = readAmount(words, bare)
  if (!number.ok || number.value === undefined) return readText(words, text, true)
  return { ok: true, value: bare === text ? number.value : -number.value }
}

/** Without separators for thousands: most numbers in columns of one's own are numbers of something, not amounts. */
const cellText = (words: Translation, value: CellValue | undefined): string => {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return words.t(value ? 'common.yes' : 'common.no')
  return typeof value === 'number' ? plainNumber(words, value) : value
}

export const extraFieldId = (heading: string): string => `extra:${heading}`

/** The extra fields with one of them set, or taken out where the value is undefined. */
export const withExtra = (
  extra: readonly ExtraField[] | undefined, heading: string, value: CellValue | undefined,
): readonly ExtraField[] | undefined => {
  const others = (extra ?? []).filter(([name]) => name !== heading)
  if (value === undefined) return others.length === 0 ? undefined : others
  const isThere = others.length !== (extra ?? []).length
  return isThere ? (extra ?? []).map((pair) => (pair[0] === heading ? [heading, value] : pair)) : [...others, [heading, value]]
}

type WithExtra = { readonly extra?: readonly ExtraField[] }

const headingsByRows = new WeakMap<readonly WithExtra[], ReadonlyMap<string, boolean>>()

/** Every heading of an extra field in these rows, and whether it holds nothing but numbers; in order of appearance. */
export const extraHeadings = (rows: readonly WithExtra[]): ReadonlyMap<string, boolean> => {
  const known = headingsByRows.get(rows)
  if (known) return known
  const isNumeric = new Map<string, boolean>()
  for (const row of rows) {
    for (const [heading, value] of row.extra ?? []) {
      isNumeric.set(heading, typeof value === 'number' && isNumeric.get(heading) !== false)
    }
  }
  headingsByRows.set(rows, isNumeric)
  return isNumeric
}

/** One column for each extra field of the rows; it takes whatever is written. */
export const extraFieldsOf = <Row extends WithExtra, Write>(
  rows: readonly Row[], words: Translation, write: (heading: string, value: CellValue | undefined) => Write,
): readonly Field<Row, Write>[] =>
  [...extraHeadings(rows)].map(([heading, isNumeric]): Field<Row, Write> => {
    const get = (row: Row): CellValue | undefined => row.extra?.find(([name]) => name === heading)?.[1]
    const number = (row: Row): number | undefined => { const value = get(row); return typeof value === 'number' ? value : undefined }
    return {
      id: extraFieldId(heading), heading, width: 120, type: isNumeric ? 'number' : 'text', isMultiline: !isNumeric,
      text: (row) => cellText(words, get(row)),
      sortKey: (row) => { const value = get(row); return typeof value === 'boolean' ? cellText(words, value) : value },
      ...(isNumeric ? { value: number, amount: number } : {}),
      read: (text) => {
        const read = asCell(words, text, isNumeric)
        return read.ok ? took(write(heading, read.value)) : read
      },
    }
  })
