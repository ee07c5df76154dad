import { numberText, type NumberText, type Unit } from './number-text'
import { isRawDate, type RawCell } from './raw-workbook'

export type NumberReading = { readonly value: number; readonly doubt?: 'ambiguous-number' }

/** A number with what it counts, where the cell says so. `isScaled`: it was written in thousands or millions. */
export type QuantityReading = NumberReading & { readonly unit?: Unit; readonly isScaled?: true }

/** Which sign stands before the decimals. */
export type DecimalSign = ',' | '.'

/** How the numbers of a column are written, and whether real decimals show it, or only thousands. */
export type SignEvidence = { readonly sign: DecimalSign; readonly by: 'decimals' | 'thousands' }

/** What is known of a number beside its cell. `whole`: it has no decimals; `money`: never three of them. */
export type NumberContext = { readonly whole?: boolean; readonly money?: boolean; readonly column?: SignEvidence | null }

const currencies: readonly (readonly [RegExp, string])[] = [
  [/€|eur/i, 'EUR'], [/\$|usd/i, 'USD'], [/£|gbp/i, 'GBP'], [/sek\b/i, 'SEK'], [/dkk/i, 'DKK'], [/nok/i, 'NOK'], [/kr\b/i, 'kr'],
]

/** The currency that a cell or heading of money names; null where it names none. */
export const currencyOf = (cell: RawCell): string | null =>
  (typeof cell === 'string' ? (currencies.find(([sign]) => sign.test(cell))?.[1] ?? null) : null)

const other = (sign: DecimalSign): DecimalSign => (sign === ',' ? '.' : ',')
const inThousands = { ',': /^[1-9]\d{0,2}(?:,\d{3})+$/, '.': /^[1-9]\d{0,2}(?:\.\d{3})+$/ } as const

/** How one figure is written. `either`: one sign with three digits behind it, which is both. */
type Writing =
  | { readonly type: 'plain' }
  | { readonly type: 'decimals' | 'thousands' | 'either' | 'both'; readonly sign: DecimalSign }

const writingOf = ({ figure, isWhole }: NumberText): Writing | null => {
  const [commas, points] = [figure.split(',').length - 1, figure.split('.').length - 1]
  if (commas === 0 && points === 0) return { type: 'plain' }
  if (commas > 0 && points > 0) {
    const sign = figure.lastIndexOf(',') > figure.lastIndexOf('.') ? ',' : '.'
    const [before = '', decimals = ''] = figure.split(sign)
    return !isWhole && inThousands[other(sign)].test(before) && figure.split(sign).length === 2 && decimals !== '' ? { type: 'both', sign } : null
  }
  const sign = commas > 0 ? ',' : '.'
  const isThousands = inThousands[sign].test(figure)
  if (isThousands && (isWhole || commas + points > 1)) return { type: 'thousands', sign }
  if (commas + points > 1 || isWhole) return null
  return { type: isThousands ? 'either' : 'decimals', sign }
}

/** What a text shows of how the numbers of its column are written; null where it shows nothing. */
export const signEvidenceOf = (cell: RawCell): SignEvidence | null => {
  const text = typeof cell === 'string' ? numberText(cell) : null
  const writing = text && writingOf(text)
  if (!writing || writing.type === 'plain' || writing.type === 'either') return null
  return writing.type === 'thousands' ? { sign: other(writing.sign), by: 'thousands' } : { sign: writing.sign, by: 'decimals' }
}

type Meant = { readonly as: 'decimals' | 'thousands'; readonly isSure: boolean }

/**
 * One sign with three digits behind it. Where the column has another sign for decimals, these are thousands; where it has
 * this one, and shows it by decimals, they are decimals. Otherwise what is likelier: a comma and all of money and of
 * whole numbers for thousands, a point for decimals.
 */
const meantBy = (sign: DecimalSign, { whole = false, money = false, column = null }: NumberContext): Meant => {
  if (column && column.sign !== sign) return { as: 'thousands', isSure: true }
  if (whole) return { as: 'thousands', isSure: false }
  // The sign that is left over from the thousands of others may stand before thousands all the same.
  if (column) return { as: 'decimals', isSure: column.by === 'decimals' }
  return { as: sign === ',' || money ? 'thousands' : 'decimals', isSure: false }
}

/** `sign` before the decimals. */
const valueOf = ({ figure, factor }: NumberText, sign: DecimalSign): number | null => {
  const value = Number(figure.replaceAll(other(sign), '').replace(sign, '.'))
  // 1.2 million is not 1199999.9999.
  return Number.isFinite(value) ? Number((value * factor).toPrecision(15)) : null
}

const readText = (text: NumberText, context: NumberContext): NumberReading | null => {
  const writing = writingOf(text)
  if (!writing) return null
  const made = (sign: DecimalSign, isSure = true): NumberReading | null => {
    const value = valueOf(text, sign)
    return value === null ? null : { value, ...((!isSure || text.isAbout) && { doubt: 'ambiguous-number' as const }) }
  }
  switch (writing.type) {
    case 'plain': return made('.')
    case 'decimals': case 'both': return made(writing.sign)
    case 'thousands': return made(other(writing.sign))
    case 'either': {
      const { as, isSure } = meantBy(writing.sign, context)
      return made(as === 'decimals' ? writing.sign : other(writing.sign), isSure)
    }
  }
}

/**
 * A number with its unit, or text such as `1 234,5`, `1.234,50`, `1,234.50`, `kr 1 200,-`, `1,2 mill`, `(1 250)`,
 * `12 days`, `ca. 40`. null: not one number, such as `10-20` or `>100`.
 */
export const readQuantity = (cell: RawCell, context: NumberContext = {}): QuantityReading | null => {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell } : null
  if (typeof cell !== 'string' || isRawDate(cell)) return null
  const text = numberText(cell)
  const reading = text && readText(text, context)
  return reading && { ...reading, ...(text.unit && { unit: text.unit }), ...(Math.abs(text.factor) !== 1 && { isScaled: true as const }) }
}

/** What is not converted when nobody asks in which unit. */
const plainUnits: ReadonlySet<Unit | undefined> = new Set([undefined, 'money', 'days', 'milliseconds', 'pieces'])

/**
 * The same without units, for whom knows what is counted. One comma with three digits after it is taken for thousands, one
 * point for decimals unless `whole`, and both are in doubt. null: not a number, or one in a unit that would need converting.
 */
export const readNumber = (cell: RawCell, whole = false): NumberReading | null => {
  if (typeof cell === 'string' && numberText(cell)?.isAbout) return null
  const reading = readQuantity(cell, { whole })
  if (!reading || !plainUnits.has(reading.unit)) return null
  return { value: reading.value, ...(reading.doubt && { doubt: reading.doubt }) }
}

/** A number with one sign in it that is in doubt, where somebody knows what its decimal sign is; null: not a number. */
export const numberBySign = (text: string, sign: DecimalSign): number | null => {
  const found = numberText(text)
  return found && valueOf(found, sign)
}
