import type { Language } from '../../messages/translator'
import { longestInput, type ColumnType } from '../workbook-model'
import { FoldedMap } from '../fold'
import type { Words, WordTable } from '../words'

/** What a supplier fills in. */
export const answerFields = ['answer', 'confirmedDate', 'effort', 'price', 'comment'] as const
export type AnswerField = (typeof answerFields)[number]

export const answerWords: WordTable<'accepted' | 'to-discuss' | 'not-possible' | 'done'> = {
  accepted: { en: 'Accepted', nb: 'Akseptert' }, 'to-discuss': { en: 'To discuss', nb: 'Må drøftes' },
  'not-possible': { en: 'Not possible', nb: 'Ikke mulig' }, done: { en: 'Done', nb: 'Utført' },
}

type AnswerColumn = { readonly heading: Words; readonly prompt: Words; readonly type: ColumnType; readonly width: number }

const column = (type: ColumnType, width: number, heading: Words, prompt: Words): AnswerColumn => ({ heading, prompt, type, width })
const words = (en: string, nb: string): Words => ({ en, nb })

/** None of the headings means anything to an import, so that a package read as an inventory changes no field of ours. */
export const answerColumns: Readonly<Record<AnswerField, AnswerColumn>> = {
  answer: column('text', 16, words('Supplier answer', 'Leverandørens svar'), words('Choose one of the list.', 'Velg fra listen.')),
  confirmedDate: column('date', 14, words('Confirmed date', 'Bekreftet dato'),
    words('A date: the day on which it can move.', 'En dato: dagen den kan flyttes.')),
  effort: column('decimal', 16, words('Supplier effort (person-days)', 'Leverandørens innsats (dagsverk)'),
    words('A figure in person-days, 0 or more.', 'Et tall i dagsverk, 0 eller mer.')),
  price: column('decimal', 14, words('Supplier price', 'Leverandørens pris'),
    words('A figure, 0 or more, without currency.', 'Et tall, 0 eller mer, uten valuta.')),
  comment: column('text', 40, words('Supplier comment', 'Leverandørens kommentar'),
    words(`Anything we should know, in ${longestInput.toLocaleString('en')} characters at most.`, `Det vi bør vite, på høyst ${longestInput} tegn.`)),
}

export const answerChoices = (language: Language): readonly string[] => Object.values(answerWords).map((words) => words[language])

/** Which answer a heading asks for, in any language: one of ours, and no other, since a column of the planner's may be headed Comment. */
export const answerFieldByHeading: FoldedMap<AnswerField> = new FoldedMap(
  answerFields.flatMap((field) => Object.values(answerColumns[field].heading).map((heading) => [heading, field] as const)),
)
