import type { Wave, WaveStatus } from '@core/plan/wave'

/** What is typed in the editor; '' is a field left blank. */
export type WaveForm = {
  readonly name: string
  readonly start: string
  readonly end: string
  readonly capacity: number | ''
  readonly maxItems: number | ''
  readonly budget: number | ''
  readonly supplier: string
  readonly status: WaveStatus
}

export const formOf = (wave: Wave): WaveForm => ({
  name: wave.name ?? '',
  start: wave.start ?? '',
  end: wave.end ?? '',
  capacity: wave.capacity ?? '',
  maxItems: wave.maxItems ?? '',
  budget: wave.budget ?? '',
  supplier: wave.supplier ?? '',
  status: wave.status,
})

export type FieldProblem = 'end-before-start' | 'negative'
export type FieldProblems = Partial<Record<keyof WaveForm, FieldProblem>>

/** What is wrong, told at the field. A wave may begin and end on the same day. */
export const problemsOf = (form: WaveForm): FieldProblems => {
  const negative = (['capacity', 'maxItems', 'budget'] as const).filter((field) => {
    const value = form[field]
    return value !== '' && value < 0
  })
  const problems: FieldProblems = Object.fromEntries(negative.map((field) => [field, 'negative']))
  return form.start && form.end && form.end < form.start ? { ...problems, end: 'end-before-start' } : problems
}

const textOr = (text: string): string | undefined => text.trim() || undefined
const numberOr = (value: number | ''): number | undefined => (value === '' ? undefined : value)

/** The fields that a save would change; a field that was cleared is undefined. */
export const changedFields = (wave: Wave, form: WaveForm): Partial<Omit<Wave, 'id'>> => {
  const fields = {
    name: textOr(form.name),
    start: textOr(form.start),
    end: textOr(form.end),
    capacity: numberOr(form.capacity),
    maxItems: numberOr(form.maxItems),
    budget: numberOr(form.budget),
    supplier: textOr(form.supplier),
    status: form.status,
  }
  const changed = Object.entries(fields).filter(([name, value]) => wave[name as keyof typeof fields] !== value)
  return Object.fromEntries(changed)
}
