import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { applyChange, isEmptyChange } from '@core/plan/apply-change'
import type { Change } from '@core/plan/change'
import { moveView, nameFilter, nameView, removeFilter, removeView, renameView } from '@core/plan/commands'
import type { PlanDocument } from '@core/plan/plan-document'
import type { GraphSettings, ItemFilter } from '@core/plan/view'
import { aPlan } from '@test/builders/a-plan'

const settings: GraphSettings = {
  grouping: 'organisation', colour: 'kind', size: 'effort', filter: null, mutedClasses: ['server'], closed: [], hidden: [],
}
const servers: ItemFilter = { match: 'all', conditions: [{ field: 'kind', test: 'is', values: ['server'] }] }
const done = (document: PlanDocument, ...changes: readonly ((document: PlanDocument) => Change)[]): PlanDocument =>
  changes.reduce((now, change) => applyChange(now, change(now)).document, document)
const viewed = (...names: readonly string[]): PlanDocument => {
  const newId = countingIds()
  return done(aPlan(), ...names.map((name) => (now: PlanDocument) => nameView(now, name, settings, null, newId)))
}
const names = ({ views }: PlanDocument): readonly string[] => views.map(({ name }) => name)

describe('a named filter', () => {
  it('is kept, replaced by another of its name, and removed', () => {
    const kept = done(aPlan(), (now) => nameFilter(now, ' Servers ', servers, () => 'f1'))
    expect(kept.filters).toEqual([{ id: 'f1', name: 'Servers', filter: servers }])
    const other: ItemFilter = { ...servers, match: 'any' }
    expect(done(kept, (now) => nameFilter(now, 'Servers', other, () => 'f2')).filters).toEqual([{ id: 'f1', name: 'Servers', filter: other }])
    expect(done(kept, (now) => removeFilter(now, 'f1')).filters).toEqual([])
  })
  it('without a name, or as it is already, is no step', () => {
    const kept = done(aPlan(), (now) => nameFilter(now, 'Servers', servers, () => 'f1'))
    expect([nameFilter(kept, ' ', servers, () => 'f2'), nameFilter(kept, 'Servers', { ...servers }, () => 'f2')].every(isEmptyChange)).toBe(true)
  })
})

describe('a named view', () => {
  it('keeps settings and place, and is replaced where it stands', () => {
    const plan = viewed('A', 'B')
    const again = done(plan, (now) => nameView(now, 'A', { ...settings, colour: 'wave' }, { x: 1, y: 2, zoom: 0.5 }, () => 'other'))
    expect(again.views).toEqual([
      { id: plan.views[0]?.id, name: 'A', settings: { ...settings, colour: 'wave' }, place: { x: 1, y: 2, zoom: 0.5 } },
      plan.views[1],
    ])
  })
  it('is renamed, but not to a name that another has', () => {
    const plan = viewed('A', 'B')
    const id = plan.views[0]?.id ?? ''
    expect(names(done(plan, (now) => renameView(now, id, ' C ')))).toEqual(['C', 'B'])
    expect([renameView(plan, id, 'B'), renameView(plan, id, '')].every(isEmptyChange)).toBe(true)
  })
  it('is moved in the order of presenting, and removed', () => {
    const plan = viewed('A', 'B', 'C')
    const [a, , c] = plan.views
    expect([
      names(done(plan, (now) => moveView(now, c?.id ?? '', 0))), names(done(plan, (now) => moveView(now, a?.id ?? '', 9))),
      names(done(plan, (now) => removeView(now, a?.id ?? ''))),
    ]).toEqual([['C', 'A', 'B'], ['B', 'C', 'A'], ['B', 'C']])
  })
  it('can be undone, whatever was done with it', () => {
    fc.assert(fc.property(fc.nat(2), fc.integer({ min: -1, max: 4 }), fc.constantFrom('name', 'rename', 'remove', 'move'), (which, at, what) => {
      const plan = viewed('A', 'B', 'C')
      const id = plan.views[which]?.id ?? ''
      const changes: Record<typeof what, () => Change> = {
        name: () => nameView(plan, 'B', { ...settings, size: 'items' }, null, () => 'x'),
        rename: () => renameView(plan, id, 'D'),
        remove: () => removeView(plan, id),
        move: () => moveView(plan, id, at),
      }
      const applied = applyChange(plan, changes[what]())
      expect(applyChange(applied.document, applied.inverse).document).toEqual(plan)
    }))
  })
})
