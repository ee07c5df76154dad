import type { Mode, Objective } from '@core/planning/proposal'
import { weightsFor } from '@core/planning/weights'
import type { Weights } from '@core/planning/weights'
import type { RunOptions } from './propose-run'

export type Limit = number | ''

/** What the dialog asks for. */
export type ProposeForm = {
  readonly mode: Mode
  readonly objective: Objective
  readonly maxWaves: Limit
  readonly capacity: Limit
  readonly maxItems: Limit
  /** Only what the planner has set: the others follow the objective. */
  readonly weights: Partial<Weights>
}

export const blankForm: ProposeForm = { mode: 'fill', objective: 'balanced', maxWaves: '', capacity: '', maxItems: '', weights: {} }

/** In the order in which they count. */
export const aims: readonly (keyof Weights)[] = ['bridges', 'waves', 'balance', 'risk', 'warnings']

/** What each aim weighs in the end. */
export const shownWeights = ({ objective, weights }: ProposeForm): Weights => ({ ...weightsFor(objective), ...weights })

/** The form with that weight; setting it to what the objective says is the same as not setting it. */
export const withWeight = (form: ProposeForm, aim: keyof Weights, weight: number): ProposeForm => {
  const { [aim]: _, ...others } = form.weights
  return { ...form, weights: weight === weightsFor(form.objective)[aim] ? others : { ...others, [aim]: weight } }
}

/** Those that differ from the objective's own. */
export const changedAims = (form: ProposeForm): readonly (keyof Weights)[] =>
  aims.filter((aim) => shownWeights(form)[aim] !== weightsFor(form.objective)[aim])

/** As a proposal takes them: factors of the objective's own weights, and by themselves where it has none. */
const givenWeights = (form: ProposeForm): Partial<Weights> => {
  const own = weightsFor(form.objective)
  const shown = shownWeights(form)
  return Object.fromEntries(changedAims(form).map((aim) => [aim, own[aim] === 0 ? shown[aim] : shown[aim] / own[aim]]))
}

const orNone = (limit: Limit): number | undefined => (limit === '' ? undefined : limit)

/** One seed for everyone: the same plan with the same options gives the same proposal. */
const seed = 1

export const optionsOf = (form: ProposeForm): RunOptions => ({
  mode: form.mode, objective: form.objective, weights: givenWeights(form), seed,
  maxWaves: orNone(form.maxWaves), capacity: orNone(form.capacity), maxItems: orNone(form.maxItems),
})
