import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlanFile, encodePlanFile } from '@core/formats/plan-file'
import { applyChange } from '@core/plan/apply-change'
import { moveGroups, stepLabels } from '@core/plan/commands'
import { emptyHistory, type History } from '@core/plan/history'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { arbitraryPlan } from '@test/builders/arbitrary-plan'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { aHardDependency, anItem, aPlatform, aServer } from '@test/builders/an-item'

/** A plan file in which a test breaks something. */
type Altered = {
  document: {
    estate: { items: Record<string, string>[]; dependencies: Record<string, string>[] }
    scenarios: { groups: Record<string, string>[] }[]
    activeScenarioId: string
  }
  history: { done: { change: unknown }[] }
}

const example = (version: number): string =>
  readFileSync(new URL(`../../fixtures/plan-files/version-${version}.waveplan`, import.meta.url), 'utf8')

const start = aPlan({
  name: 'Ærfugl', items: [anItem('a', { extra: [['__proto__', 'x'], ['Rack', 7]] }), aServer('s'), aPlatform('p')],
  dependencies: [aHardDependency('a', 's')], waves: [{ start: '2027-01-01', end: '2027-02-01' }],
  rules: [{ type: 'window', itemIds: ['a'], earliest: 1, latest: '2027-12-31' }], freezeWindows: [{ start: '2027-07-01', end: '2027-07-31' }],
})
const change = moveGroups(start, [groupWith(start, 'a').id], 'wave1')
const { document, inverse } = applyChange(start, change)
const history: History = { done: [{ label: stepLabels.moveGroups(start, [groupWith(start, 'a').id], 'wave1'), change, inverse }], undone: [] }

/** What version 2 added. */
const everything: PlanDocument = {
  ...document,
  estate: {
    ...document.estate,
    items: document.estate.items.map((item, index) => (index === 0 ? { ...item, sources: [[0, 0, 2]] } : item)),
    imports: [{ fileName: 'a.xlsx', day: '2027-01-01', items: 3, dependencies: 1, sheets: [{ name: 'Applications', columns: [['name', 1]] }] }],
  },
  views: [{
    id: 'v1', name: 'By trust', place: { x: 1, y: 2, zoom: 0.5 },
    settings: { grouping: 'organisation', colour: 'criticality', size: 'effort', filter: null, mutedClasses: ['2'], closed: [], hidden: ['group:g'] },
  }],
  filters: [{ id: 'f1', name: 'Lab', filter: { match: 'any', conditions: [{ field: 'name', test: 'contains', values: ['lab'] }] } }],
  exchanges: [{
    id: 'e1', supplier: 'Fjord AS', sentOn: '2027-01-02', fileName: 'fjord.xlsx', sha256: '0'.repeat(64), profile: 'internal', fields: ['Name'],
    withheld: ['Notes'], tables: [{ sheet: 'Items', headings: ['Name'], rows: [['Journal'], [null]] }],
  }],
}

describe('A plan file', () => {
  it('comes back as it was, with its history', () => {
    expect(decodePlanFile(encodePlanFile(document, history))).toEqual({ ok: true, value: { document, history } })
  })

  it('comes back as it was, for every plan', () => {
    fc.assert(fc.property(arbitraryPlan(), (plan) => {
      expect(decodePlanFile(encodePlanFile(plan, emptyHistory))).toEqual({ ok: true, value: { document: plan, history: emptyHistory } })
    }), { numRuns: 100 })
  })

  it('of version 1 is still read', () => {
    expect(decodePlanFile(example(1))).toEqual({ ok: true, value: { document, history } })
  })

  it('of version 2 is read with its views, filters, log and sources', () => {
    expect(decodePlanFile(example(2))).toEqual({ ok: true, value: { document: everything, history } })
  })

  it('is told apart from other files, damaged ones and newer ones', () => {
    const text = encodePlanFile(document, history)
    expect(decodePlanFile('hello')).toEqual({ ok: false, error: { type: 'not-a-plan-file' } })
    expect(decodePlanFile('{"version":1}')).toEqual({ ok: false, error: { type: 'not-a-plan-file' } })
    expect(decodePlanFile('[]')).toEqual({ ok: false, error: { type: 'not-a-plan-file' } })
    expect(decodePlanFile(text.slice(0, -20))).toMatchObject({ ok: false, error: { type: 'damaged-plan-file' } })
    expect(decodePlanFile(text.replace('"version":2', '"version":7')))
      .toEqual({ ok: false, error: { type: 'newer-plan-file', version: 7, supported: 2 } })
  })

  it('that contradicts the format is refused with the place', () => {
    const broken = (alter: (file: Altered) => void): unknown => {
      const file = JSON.parse(encodePlanFile(document, history)) as Altered
      alter(file)
      const result = decodePlanFile(JSON.stringify(file))
      return result.ok ? null : result.error.type === 'invalid-plan-file' ? result.error.path : result.error.type
    }
    expect([
      broken((file) => Object.assign(file.document.estate.items[0] ?? {}, { kind: 'toaster' })),
      broken((file) => Object.assign(file.document.estate.items[1] ?? {}, { id: 'a' })),
      broken((file) => Object.assign(file.document.estate.dependencies[0] ?? {}, { to: 'gone' })),
      broken((file) => Object.assign(file.document.scenarios[0]?.groups[0] ?? {}, { waveId: 'gone' })),
      broken((file) => file.document.scenarios[0]?.groups.push({ ...file.document.scenarios[0].groups[0], id: 'again' })),
      broken((file) => Object.assign(file.document, { activeScenarioId: 'gone' })),
      broken((file) => Object.assign(file.history.done[0] ?? {}, { change: 3 })),
    ]).toEqual([
      'document.estate.items.0.kind', 'document.estate.items', 'document.estate.dependencies.0', 'document.scenarios.0.groups.0',
      'document.scenarios.0.groups.1',
      'document.activeScenarioId', 'history.done.0.change',
    ])
  })

  it('with hostile keys harms nothing', () => {
    const text = encodePlanFile(document, history).replace('{"id":"plan1"', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":"plan1"')
    expect(decodePlanFile(text)).toEqual({ ok: true, value: { document, history } })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(activeScenario(document).name).toBe('Plan')
  })
})
