import { fold } from './fold'

/** What a figure in a cell counts, where a word beside it says so. */
export type Unit = 'money' | 'days' | 'hours' | 'weeks' | 'months' | 'years' | 'milliseconds' | 'seconds' | 'pieces'

/** A text taken apart: `figure` holds digits, commas and points only; what it stands for is `factor` times that. */
export type NumberText = {
  readonly figure: string
  readonly factor: number
  readonly unit?: Unit
  /** `1.250,-`: nothing stands behind the decimal sign. */
  readonly isWhole: boolean
  /** `ca. 40`. */
  readonly isAbout: boolean
}

type Meaning = { readonly unit?: Unit; readonly factor?: number }

const meanings: readonly (readonly [words: string, Meaning])[] = [
  ['kr;kroner;kronor;nok;sek;dkk;eur;euro;usd;gbp', { unit: 'money' }],
  ['tkr;tnok;tsek;tdkk;knok;ksek;kdkk;keur;kusd;kkr', { unit: 'money', factor: 1e3 }],
  ['mkr;mnok;msek;mdkk;meur;musd;mnkr;millkr', { unit: 'money', factor: 1e6 }],
  ['k;tusen;tusind;thousand', { factor: 1e3 }],
  ['mill;million;millioner;miljon;miljoner;millions;mio;mn;mln;milj', { factor: 1e6 }],
  ['mrd;milliard;milliarder;miljard;miljarder;billion;bn', { factor: 1e9 }],
  ['d;day;days;dag;dager;dagar;dage;dagsverk;dagsverke;dv;persondag;persondager;persondagar;persondage;persondays;arbeidsdag;arbeidsdager;arbetsdagar;arbejdsdage;pd', { unit: 'days' }],
  ['t;h;hr;hrs;hour;hours;time;timer;timar;timme;timmar;tim;timeverk;manhours', { unit: 'hours' }],
  ['uke;uker;ukeverk;vecka;veckor;uge;uger;week;weeks;wk;wks', { unit: 'weeks' }],
  ['mnd;mnder;maned;maneder;manad;manader;manedsverk;month;months;mdr;mths', { unit: 'months' }],
  ['ar;arsverk;arsvaerk;year;years;yrs;fte', { unit: 'years' }],
  ['ms;millisekund;millisekunder;milliseconds', { unit: 'milliseconds' }],
  ['s;sek;sec;sekund;sekunder;second;seconds', { unit: 'seconds' }],
  ['stk;st;styk;pcs;pc;brukere;bruker;users;user;brugere;anvandare;enheter;enheder;devices;ansatte;personer', { unit: 'pieces' }],
]
const meaningByWord: ReadonlyMap<string, Meaning> = new Map(meanings.flatMap(([words, meaning]) => words.split(';').map((word) => [word, meaning] as const)))

const about = /^(?:ca\.?|cirka|circa|omtrent|rundt|omkring|about|approx\.?|approximately|~|≈)\s*/i
const noDecimals = /\s*[.,:][-–—]$/
const unitBehind = /^(.*[\d.,'’–—-])\s*(\p{L}+|[€$£])\.?$/u
const unitBefore = /^(\p{L}+|[€$£])\.?\s*([-−–]?\s*[\d.,].*)$/u
const grouped = /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/

const meaningOf = (word: string): Meaning | undefined => {
  if (/^[€$£]$/.test(word)) return { unit: 'money' }
  // A small m may be months, minutes or metres.
  return word === 'M' ? { factor: 1e6 } : meaningByWord.get(fold(word))
}

type Peeled = { readonly rest: string; readonly factor: number; readonly unit?: Unit; readonly isWhole: boolean }

/** Takes away words and signs from both ends, as long as each is known and they agree; null where one is not. */
const peeled = (text: string): Peeled | null => {
  let [rest, factor, isWhole]: [string, number, boolean] = [text, 1, false]
  let unit: Unit | undefined
  for (;;) {
    const [behind, before] = [unitBehind.exec(rest), unitBefore.exec(rest)]
    const word = behind?.[2] ?? before?.[1]
    if (word === undefined) {
      if (!noDecimals.test(rest)) return { rest, factor, isWhole, ...(unit && { unit }) }
      isWhole = true
      rest = rest.replace(noDecimals, '')
      continue
    }
    const meaning = meaningOf(word)
    if (!meaning || (meaning.unit && unit && meaning.unit !== unit) || (meaning.factor !== undefined && factor !== 1)) return null
    factor *= meaning.factor ?? 1
    unit = meaning.unit ?? unit
    rest = (behind?.[1] ?? before?.[2] ?? '').trim()
  }
}

/** No number with its words is longer. */
const longest = 60

/** A text that holds one number, taken apart; null for any other. */
export const numberText = (text: string): NumberText | null => {
  const trimmed = text.trim()
  // Nearly all are, in a text file.
  if (/^\d+$/.test(trimmed)) return { figure: trimmed, factor: 1, isWhole: false, isAbout: false }
  if (trimmed.length > longest || !/\d/.test(trimmed)) return null
  const isAbout = about.test(trimmed)
  const bracketed = /^\((.+)\)$/.exec(trimmed)
  const found = peeled(bracketed ? (bracketed[1] ?? '').trim() : trimmed.replace(about, ''))
  const [, sign = '', body = ''] = /^([+\-−–‒]?)\s*(.*)$/.exec(found?.rest ?? '') ?? []
  // A space or apostrophe anywhere else stands between two numbers.
  const figure = grouped.test(body) ? body.replace(/[\s'’]/g, '') : body
  if (!found || !/^[\d.,]+$/.test(figure) || (bracketed && sign !== '')) return null
  const isNegative = bracketed !== null || (sign !== '' && sign !== '+')
  return { figure, factor: isNegative ? -found.factor : found.factor, ...(found.unit && { unit: found.unit }), isWhole: found.isWhole, isAbout }
}

const unitHeadings: readonly (readonly [RegExp, Unit])[] = [
  [/dag|day|d\.?v\.?\b/i, 'days'],
  [/\b(?:timer|timar|timmar|hours?|hrs?|timeverk)\b|\([th]\)/i, 'hours'],
  [/\b(?:uker|ukeverk|veckor|uger|weeks?)\b/i, 'weeks'],
  [/\b(?:mnd|månede?r?|månade?r?|månedsverk|months?|mdr)\b/i, 'months'],
  [/\b(?:årsverk|years?|fte)\b|(?<!\p{L})årsverk/iu, 'years'],
]
const factorHeadings: readonly (readonly [RegExp, number])[] = [
  [/\b(?:[tk](?:kr|nok|sek|dkk|eur|usd)|1[ .]?000|tusen|tusind|thousands?)\b/i, 1e3],
  [/\b(?:m(?:kr|nok|sek|dkk|eur|usd)|mill|millioner|miljoner|millions?|mio)\b/i, 1e6],
]

/** In what a heading says that the plain figures below it are: `Timer`, `Innsats (uker)`. */
export const unitOfHeading = (heading: string): Unit | undefined => unitHeadings.find(([sign]) => sign.test(heading))?.[1]

/** By what a heading of money multiplies the plain figures below it: `Kostnad (kNOK)`; 1 where it says nothing. */
export const factorOfHeading = (heading: string): number => factorHeadings.find(([sign]) => sign.test(heading))?.[1] ?? 1
