import { describe, expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import type { Change } from '@core/plan/change'
import { addWave, canReorderWave, editWave, placeGroups, removeWave, reorderWave, settledInTheWay } from '@core/plan/commands'
import { activeScenario } from '@core/plan/plan-document'
import type { Wave } from '@core/plan/wave'
import { anItem } from '@test/builders/an-item'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { newIds } from '@test/builders/new-ids'

const world = aPlan({
  items: [anItem('A'), anItem('B')],
  waves: [{ name: 'One' }, { number: 3, name: 'Three', start: '2027-01-01' }, { number: 4, name: 'Four' }],
  placed: { A: 3 },
})

const wavesAfter = (change: Change): readonly Wave[] => activeScenario(applyChange(world, change).document).waves
const namesAfter = (change: Change) => wavesAfter(change).map(({ number, name }) => [number, name])

describe('waves', () => {
  it('are added behind the last, planned', () => {
    expect(wavesAfter(addWave(world, newIds())).at(-1)).toEqual({ id: 'new-wave1', number: 5, status: 'planned' })
    expect(namesAfter(addWave(world, newIds(), { number: 2, name: 'Two' }))).toEqual([[1, 'One'], [2, 'Two'], [3, 'Three'], [4, 'Four']])
    expect(activeScenario(applyChange(aPlan(), addWave(aPlan(), newIds())).document).waves.map((wave) => wave.number)).toEqual([1])
  })

  it('are edited field by field, and an undefined field is cleared', () => {
    expect(wavesAfter(editWave(world, 'wave2', { start: undefined, capacity: 40 }))[1]).toEqual({
      id: 'wave2', number: 3, name: 'Three', capacity: 40, status: 'planned',
    })
    expect(namesAfter(editWave(world, 'wave1', { number: 9 }))).toEqual([[3, 'Three'], [4, 'Four'], [9, 'One']])
    expect(editWave(world, 'wave1', { name: 'One' })).toEqual({})
    expect(() => editWave(world, 'wave1', { number: 3 })).toThrow('two waves of number 3')
  })

  it('pass their numbers on when one moves among them', () => {
    expect(namesAfter(reorderWave(world, 'wave3', 0))).toEqual([[1, 'Four'], [3, 'One'], [4, 'Three']])
    expect(namesAfter(reorderWave(world, 'wave1', 1))).toEqual([[1, 'Three'], [3, 'One'], [4, 'Four']])
    expect(namesAfter(reorderWave(world, 'wave1', 99))).toEqual([[1, 'Three'], [3, 'Four'], [4, 'One']])
    expect(reorderWave(world, 'wave1', 0)).toEqual({})
  })

  it('leaves the dates with the place, so that what comes earlier also is earlier', () => {
    const dated = aPlan({ waves: [
      { number: 1, name: 'One', start: '2027-01-01', end: '2027-01-31', status: 'planned' },
      { number: 2, name: 'Two', start: '2027-02-01', status: 'planned', capacity: 9 },
    ] })
    expect(activeScenario(applyChange(dated, reorderWave(dated, 'wave2', 0)).document).waves).toEqual([
      { id: 'wave2', number: 1, name: 'Two', start: '2027-01-01', end: '2027-01-31', status: 'planned', capacity: 9 },
      { id: 'wave1', number: 2, name: 'One', start: '2027-02-01', status: 'planned' },
    ])
  })

  it('may change places where no settled wave is the one that moves, or is passed', () => {
    const status = ['planned', 'planned', 'committed', 'planned', 'planned'] as const
    const plan = aPlan({ waves: status.map((each) => ({ status: each })) })
    const places = [0, 1, 2, 3, 4, 99]
    expect(['wave1', 'wave3', 'wave5'].map((id) => places.map((place) => canReorderWave(plan, id, place)))).toEqual([
      [true, true, false, false, false, false],
      [false, false, true, false, false, false],
      [false, false, false, true, true, true],
    ])
    expect(settledInTheWay(plan, 'wave5', 0)?.id).toBe('wave3')
    expect(() => canReorderWave(plan, 'x', 0)).toThrow('no wave x')
  })

  it('count running and done ones as settled too', () => {
    const inTheWay = (status: 'running' | 'done') =>
      settledInTheWay(aPlan({ waves: [{ status }, {}] }), 'wave2', 0)?.status
    expect([inTheWay('running'), inTheWay('done')]).toEqual(['running', 'done'])
  })

  it('leave a gap and unplanned groups behind when they are removed', () => {
    const { document } = applyChange(world, removeWave(world, 'wave2'))
    expect(activeScenario(document).waves.map((wave) => wave.number)).toEqual([1, 4])
    expect(groupWith(document, 'A').waveId).toBe(null)
    expect(groupWith(document, 'B')).toBe(groupWith(world, 'B'))
  })

  it('that are not there are a bug', () => {
    expect(() => removeWave(world, 'x')).toThrow('no wave x')
    expect(() => reorderWave(world, 'x', 0)).toThrow('no wave x')
    expect(() => editWave(world, 'x', {})).toThrow('no wave x')
  })
})

describe('accepting a proposal', () => {
  it('adds its waves and places its groups in one change', () => {
    const [a, b] = [groupWith(world, 'A').id, groupWith(world, 'B').id]
    const two: Wave = { id: 'two', number: 2, status: 'planned' }
    const { document } = applyChange(world, placeGroups(world, new Map([[a, null], [b, 'two']]), [two]))
    expect(activeScenario(document).waves.map((wave) => wave.number)).toEqual([1, 2, 3, 4])
    expect([groupWith(document, 'A').waveId, groupWith(document, 'B').waveId]).toEqual([null, 'two'])
  })

  it('changes nothing where all is as proposed', () => {
    expect(placeGroups(world, new Map([[groupWith(world, 'A').id, 'wave2']]), [])).toEqual({})
  })

  it('throws on a wave that neither it nor the plan has', () => {
    expect(() => placeGroups(world, new Map([[groupWith(world, 'A').id, 'x']]), [])).toThrow('no wave x')
  })
})
