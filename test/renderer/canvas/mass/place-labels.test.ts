import { describe, expect, it } from 'vitest'
import { placeLabels } from '@renderer/canvas/mass/place-labels'

const at = (x: number, y: number) => ({ x, y })

const wide = { left: -500, right: 500 }

describe('words beside each other', () => {
  it('go to the next place where the first is taken, and are left out where there is none', () => {
    const labels = [
      { id: 'a', text: 'Patient journal', places: [at(0, 0), at(0, 40)] },
      { id: 'b', text: 'Medication charts', places: [at(50, 4), at(50, 40)] },
      { id: 'c', text: 'Laboratory', places: [at(20, 2)] },
    ]
    expect([...placeLabels(labels, [], 1, wide)]).toEqual([['a', at(0, 0)], ['b', at(50, 40)]])
  })

  it('do not leave the picture', () => {
    expect([...placeLabels([{ id: 'a', text: 'Journal', places: [at(10, 0), at(30, 0)] }], [], 1, { left: 0, right: 90 })]).toEqual([['a', at(30, 0)]])
  })

  it('have room from nearer by, and keep off the signs', () => {
    const labels = [{ id: 'a', text: 'Journal', places: [at(0, 0), at(0, 30)] }, { id: 'b', text: 'Archive', places: [at(60, 0)] }]
    expect([...placeLabels(labels, [at(2, 2)], 1, wide)]).toEqual([['a', at(0, 30)], ['b', at(60, 0)]])
    expect([...placeLabels(labels, [], 2, wide)].map(([id]) => id)).toEqual(['a'])
  })
})
