import type { Language } from '../../messages/translator'
import type { ColumnType } from '../workbook-model'
import { FoldedMap } from '../fold'
import { spellings, type Words, type WordTable } from '../words'

/** What a supplier fills in. */
export const answerFields = ['answer', 'confirmedDate', 'effort', 'price', 'comment'] as const
export type AnswerField = (typeof answerFields)[number]

export const answerWords: WordTable<'accepted' | 'to-discuss' | 'not-possible' | 'done'> = {
  accepted: { en: 'Accepted', nb: 'Akseptert' },
  'to-discuss': { en: 'To discuss', nb: 'Må drøftes' },
  'not-possible': { en: 'Not possible', nb: 'Ikke mulig' },
  done: { en: 'Done', nb: 'Utført' },
}

type AnswerColumn = { readonly heading: Words; readonly prompt: Words; readonly type: ColumnType; readonly width: number }

/** None of the headings means anything to an import, so that a package read as an inventory changes no field of ours. */
export const answerColumns: Readonly<Record<AnswerField, AnswerColumn>> = {
  answer: {
    heading: { en: 'Supplier answer', nb: 'Leverandørens svar' }, type: 'text', width: 16,
    prompt: { en: 'Choose one of the list.', nb: 'Velg fra listen.' },
  },
  confirmedDate: {
    heading: { en: 'Confirmed date', nb: 'Bekreftet dato' }, type: 'date', width: 14,
    prompt: { en: 'A date: the day on which it can move.', nb: 'En dato: dagen den kan flyttes.' },
  },
  effort: {
    heading: { en: 'Supplier effort (person-days)', nb: 'Leverandørens innsats (dagsverk)' }, type: 'decimal', width: 16,
    prompt: { en: 'A figure in person-days, 0 or more.', nb: 'Et tall i dagsverk, 0 eller mer.' },
  },
  price: {
    heading: { en: 'Supplier price', nb: 'Leverandørens pris' }, type: 'decimal', width: 14,
    prompt: { en: 'A figure, 0 or more, without currency.', nb: 'Et tall, 0 eller mer, uten valuta.' },
  },
  comment: {
    heading: { en: 'Supplier comment', nb: 'Leverandørens kommentar' }, type: 'text', width: 40,
    prompt: { en: 'Anything we should know, in 2,000 characters at most.', nb: 'Det vi bør vite, på høyst 2000 tegn.' },
  },
}

export const answerChoices = (language: Language): readonly string[] => Object.values(answerWords).map((words) => words[language])

/** Which answer a heading asks for, in any language. */
export const answerFieldByHeading: FoldedMap<AnswerField> = new FoldedMap(
  spellings(Object.fromEntries(answerFields.map((field) => [field, answerColumns[field].heading])) as WordTable<AnswerField>),
)
