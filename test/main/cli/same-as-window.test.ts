import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encodePlanFile } from '@core/formats/plan-file'
import { countingIds } from '@core/ids'
import { translator } from '@core/messages/translator'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import { emptyHistory } from '@core/plan/history'
import type { PlanDocument } from '@core/plan/plan-document'
import { planBounds } from '@core/planning/bounds'
import { propose } from '@core/planning/propose'
import { planFigures } from '@core/violations/plan-figures'
import { runCheck } from '@main/cli/check-command'
import { runPlan } from '@main/cli/plan-command'
import type { Terminal } from '@main/cli/terminal'
import { blankForm, optionsOf } from '@renderer/propose/propose-form'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, aHardDependency, anItem, anOrderedDependency, aServer } from '@test/builders/an-item'
import { bigPlan } from '@test/builders/big-plan'
import { beforeEach, describe, expect, it } from 'vitest'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wavewright-same-'))
  return () => rm(folder, { recursive: true, force: true })
})

const saved = async (document: PlanDocument): Promise<string> => {
  const file = path.join(folder, 'plan.waveplan')
  await writeFile(file, encodePlanFile(document, emptyHistory))
  return file
}

/** A terminal that only listens. */
const listening = () => {
  const said: string[] = []
  const answers: string[] = []
  let clock = 0
  const terminal: Terminal = {
    language: 'en', t: translator('en'), say: (line) => said.push(line), answer: (text) => answers.push(text),
    today: () => '2027-01-04', now: () => (clock += 1),
  }
  return { terminal, said, answer: () => JSON.parse(answers.join('')) as Record<string, unknown> }
}

const planned = async (document: PlanDocument, options: { readonly json: boolean; readonly steps?: number }) => {
  const { terminal, said, answer } = listening()
  const command = { command: 'plan', objective: 'balanced', seed: 1, acceptShared: false, out: path.join(folder, 'out.waveplan') } as const
  await runPlan({ ...command, ...options, file: await saved(document) }, terminal)
  return options.json ? { said, answer: answer() } : { said, answer: {} }
}

/** The keys that the window shows too, as `--json` names them. */
const asAnswered = (document: PlanDocument) => {
  const { waves, hard, warnings, bridges, bridgePrice } = planFigures(document)
  return { waves, violations: { hard, warning: warnings }, bridges: { count: bridges, price: bridgePrice } }
}

describe('The command line and the window', () => {
  const plan = bigPlan({ items: 300, dependencies: 900, waves: 6, seed: 5, placed: 0.6 })

  it('judge a plan by the same figures', async () => {
    const { terminal, answer } = listening()
    await runCheck({ command: 'check', file: await saved(plan), json: true }, terminal)
    expect(answer()).toMatchObject({ ...asAnswered(plan), lowerBoundWaves: planBounds(plan, {}).waves.waves, provenOptimal: null, steps: null })
  })

  it('propose the same plan where nothing is asked for but a proposal, with the keys of the design and no other', async () => {
    const control = { now: () => 0, isCancelled: () => false, onProgress: () => undefined }
    const proposal = propose(plan, { ...optionsOf(blankForm), steps: 2_000, newId: countingIds() }, control)
    const after = applyChange(plan, placeGroups(plan, proposal.placements, proposal.newWaves)).document
    const { answer } = await planned(plan, { json: true, steps: 2_000 })
    expect(answer).toEqual({
      items: 300, dependencies: plan.estate.dependencies.length, findings: 0, moveGroups: expect.any(Number),
      largestMoveGroup: expect.any(Number), cycles: expect.any(Number), sharedServices: expect.any(Number),
      ...asAnswered(after), lowerBoundWaves: proposal.lowerBoundWaves, provenOptimal: proposal.provenOptimal,
      seconds: expect.any(Number), steps: proposal.steps,
    })
  })
})

describe('wavewright plan, for people', () => {
  it('names the argument of each bound', async () => {
    const items = ['a', 'b', 'c'].map((id) => anItem(id, { effort: 10 }))
    const { said } = await planned(aPlan({
      items, waves: [{ capacity: 10 }, { capacity: 10 }, { capacity: 10 }], dependencies: [aDependency('a', 'b', { pricePerDay: 2 })],
    }), { json: false })
    expect(said).toContain('No complete plan has fewer than 3 waves: all person-days together fill that many.')
    expect(said).toContain('Every complete plan has bridges of at least 120: the groups at the ends of some are together larger than any wave.')
  })

  it('says of bounds that hold only with a capacity that nobody has given', async () => {
    const items = ['a', 'b', 'c'].map((id) => anItem(id, { effort: 10 }))
    const { said } = await planned(aPlan({ items }), { json: false })
    expect(said).toContain('No capacity was given: the proposal takes 10 person-days a wave, and only with these does the following hold.')
  })

  it('says which rules cannot all hold, as the smallest set', async () => {
    const { said } = await planned(aPlan({
      items: ['Portal', 'Lab', 'Arkiv'].map((id) => anItem(id)), dependencies: [anOrderedDependency('Portal', 'Lab')], waves: 4,
      rules: [
        { type: 'pin', itemIds: ['Portal'], wave: 1, reason: 'Contract' },
        { type: 'window', itemIds: ['Lab'], earliest: 3, reason: 'The supplier is busy' },
        { type: 'window', itemIds: ['Arkiv'], earliest: 2 },
      ],
    }), { json: false })
    const at = said.indexOf('What cannot all hold:')
    expect(said.slice(at + 2, at + 5).toSorted()).toEqual([
      '    Lab may not move before wave 3. Reason: The supplier is busy',
      '    Portal must be in wave 1. Reason: Contract',
      '    Portal needs Lab first.',
    ])
  })

  it('names the dependencies by whose softening a group that is too large would split', async () => {
    const { said } = await planned(aPlan({
      items: [anItem('Journal', { effort: 40 }), aServer('Vert', { effort: 20 }), anItem('Lab', { effort: 30 })],
      dependencies: [aHardDependency('Journal', 'Vert', { pricePerDay: 9 }), aHardDependency('Lab', 'Vert', { pricePerDay: 2 })],
      waves: [{ capacity: 60 }, { capacity: 60 }],
    }), { json: false })
    const at = said.indexOf('Groups that are too large:')
    expect(said.slice(at + 1, at + 3)).toEqual([
      '  Journal can be split by softening 1 dependency, into parts of 60 and 30 person-days. Bridges of up to 2 a day would come with it.',
      '    Lab needs Vert (2 a day as a bridge)',
    ])
  })
})
