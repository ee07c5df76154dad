import { describe, expect, it } from 'vitest'
import { translator, type MessageKey } from '@core/messages/translator'
import { stepLabels } from '@core/plan/commands'
import type { StepLabel } from '@core/plan/history'
import { aDependency, anItem } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'

const plan = aPlan({
  items: [anItem('A', { name: 'Journal' }), anItem('B', { name: 'Lab' })],
  dependencies: [aDependency('A', 'B')],
  waves: [{ number: 4 }],
})

const said = (language: 'en' | 'nb', label: StepLabel): string => translator(language)(label.key as MessageKey, label.params)

describe('the label of a step', () => {
  const labels: readonly StepLabel[] = [
    stepLabels.moveGroups(plan, ['group1'], 'wave1'),
    stepLabels.moveGroups(plan, ['group1', 'group2'], 'wave1'),
    stepLabels.moveGroups(plan, ['group1', 'group2'], null),
    stepLabels.moveItems(plan, ['B'], null),
    stepLabels.joinItems(plan, ['B'], 'group1'),
    stepLabels.addWave(plan),
    stepLabels.editDependency(plan, 'A>B'),
    stepLabels.editItems(plan, ['A']),
  ]

  it('says in English what it was', () => {
    expect(labels.map((label) => said('en', label))).toEqual([
      'Move Journal to wave 4', 'Move 2 groups to wave 4', 'Unplan 2 groups', 'Unplan Lab', 'Put 1 item into Journal', 'Add wave 5',
      'Change the dependency of Journal on Lab', 'Change Journal',
    ])
  })

  it('says in Norwegian what it was', () => {
    expect(labels.map((label) => said('nb', label))).toEqual([
      'Flytt Journal til bølge 4', 'Flytt 2 grupper til bølge 4', 'Ta 2 grupper ut av planen', 'Ta Lab ut av planen',
      'Legg 1 element i Journal', 'Legg til bølge 5', 'Endre avhengigheten fra Journal til Lab', 'Endre Journal',
    ])
  })
})
