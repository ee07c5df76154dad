import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { replaceContents } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { importOver } from '@core/workbook/import-over'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { aHardDependency, anItem, aServer } from '@test/builders/an-item'
import { importSheets, rawSheet } from './raw-builders'

const open = aPlan({
  name: 'Our plan',
  items: [anItem('a', { name: 'Journal', effort: 5, notes: 'ours' }), aServer('s'), aServer('old'), anItem('n', { name: 'Named' })],
  dependencies: [aHardDependency('a', 's')],
  waves: 3,
  rules: [{ type: 'pin', itemIds: ['a'], wave: 2 }, { type: 'together', itemIds: ['a', 'old'] }],
  groups: { Mine: ['n', 'old'] },
  placed: { a: 2, n: 3 },
})

const newer = importSheets(
  rawSheet('Applications', [['Id', 'Name', 'Owner'], ['a', 'Journal 2', 'Kari'], [null, 'Named', 'Ola'], ['b', 'Brand new', 'Ola']]),
  rawSheet('Servers', [['Id', 'Name'], ['s', 's'], ['s2', 's2']]),
  rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ['a', 's', 'Runs on', 'Hard'], ['a', 's2', 'Runs on', 'Hard'], ['Named', 'b', 'Uses']]),
  rawSheet('Waves', [['Wave', 'Name'], [9, 'Theirs']]),
)

const waveOf = (document: PlanDocument, itemId: string): number | undefined =>
  activeScenario(document).waves.find((wave) => wave.id === groupWith(document, itemId).waveId)?.number

describe('A newer inventory over an open plan', () => {
  const { document, summary } = importOver(open, newer, countingIds())

  it('keeps ids, groups, waves and rules, and fields for which it has no column', () => {
    expect(document.estate.items).toEqual([
      { id: 'a', name: 'Journal 2', kind: 'application', owner: 'Kari', effort: 5, notes: 'ours' },
      { id: 'n', name: 'Named', kind: 'application', owner: 'Ola' },
      { id: 'b', name: 'Brand new', kind: 'application', owner: 'Ola' },
      { id: 's', name: 's', kind: 'server' },
      { id: 's2', name: 's2', kind: 'server' },
    ])
    expect([waveOf(document, 'a'), waveOf(document, 'n'), waveOf(document, 'b')]).toEqual([2, 3, undefined])
    expect(groupWith(document, 'a').itemIds).toEqual(['a', 's', 's2'])
    expect(groupWith(document, 'n')).toMatchObject({ name: 'Mine', itemIds: ['n'], origin: 'planner' })
    expect(activeScenario(document).waves.map((wave) => wave.number)).toEqual([1, 2, 3])
    expect(activeScenario(document).rules.map((rule) => rule.type)).toEqual(['pin'])
    expect(document.estate.dependencies.map(({ from, to, order }) => [from, to, order])).toEqual([
      ['a', 's', 'together'], ['a', 's2', 'any'], ['n', 'b', 'any'],
    ])
  })

  it('says what it does', () => {
    expect(summary).toEqual({
      added: ['b', 's2'],
      gone: [{ itemId: 'old', name: 'old' }],
      changed: [
        { itemId: 'a', fields: [{ field: 'name', before: 'Journal', after: 'Journal 2' }, { field: 'owner', before: '', after: 'Kari' }] },
        { itemId: 'n', fields: [{ field: 'owner', before: '', after: 'Ola' }] },
      ],
      unchanged: 1, dependenciesAdded: 2, dependenciesGone: 0, dependenciesChanged: 0, groupsChanged: 3, rulesGone: 1,
    })
  })

  it('is one step that can be undone', () => {
    const { document: after, inverse } = applyChange(open, replaceContents(open, document))
    expect(after.estate.items).toEqual(document.estate.items)
    expect(applyChange(after, inverse).document).toEqual(open)
  })

  it('of the same inventory changes nothing but the record of imports', () => {
    const again = importOver(newer.document, newer, countingIds())
    expect(again.document).toEqual({
      ...newer.document,
      estate: { ...newer.document.estate, imports: [...newer.document.estate.imports, ...newer.document.estate.imports] },
    })
  })
})
