import type { Objective } from './proposal'

/**
 * How much each aim counts: factors of what it costs, all in the money of bridges. Hard violations are never weighed:
 * a proposal has none. The order of the aims is that of the fields.
 */
export type Weights = {
  /** Price a day times the days between the ends' waves: 1 is what it says. */
  readonly bridges: number
  /** Each wave in use: 1 is the price of a bridge over a year. */
  readonly waves: number
  /** Waves off the even share: 1 makes a wave that is empty or double cost an even share of the bridges. */
  readonly balance: number
  /** Patient-critical groups early: 1 makes one in the first wave cost an ordinary bridge of 30 days. */
  readonly risk: number
  /** Each warning: 1 is the price of a bridge over a year. */
  readonly warnings: number
}

const usual: Readonly<Record<Objective, Weights>> = {
  balanced: { bridges: 1, waves: 0, balance: 1, risk: 1, warnings: 1 },
  waves: { bridges: 1, waves: 1, balance: 0, risk: 1, warnings: 1 },
  bridges: { bridges: 1, waves: 0, balance: 0, risk: 0, warnings: 1 },
}

/** The objective's own weights times the planner's; an aim that the objective leaves out counts as it is given. */
export const weightsFor = (objective: Objective, given: Partial<Weights> = {}): Weights => {
  const own = usual[objective]
  const weigh = (aim: keyof Weights): number => Math.max(0, given[aim] ?? 1) * (own[aim] === 0 && given[aim] !== undefined ? 1 : own[aim])
  return {
    bridges: weigh('bridges'), waves: weigh('waves'), balance: weigh('balance'), risk: weigh('risk'), warnings: weigh('warnings'),
  }
}
