import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dependenciesAt, dependenciesOfViolations, linesOf } from '@renderer/canvas/mass/lines'
import { marksOf } from '@renderer/canvas/mass/marks'
import { mostLines } from '@renderer/canvas/mass/picture-types'
import { ribbonsOf } from '@renderer/canvas/mass/ribbons'
import { worldDocument, type World } from '../graph-world'
import { check, pictureOf, pictures } from './mass-world'

describe('lines of any question about any estate', () => {
  it('are at most 150, and with what is inside and what is left they are all that was asked for', () => {
    fc.assert(
      fc.property(pictures, fc.array(fc.nat(699), { maxLength: 200 }), ({ picture }, items) => {
        const asked = dependenciesAt(picture, items.filter((item) => item < picture.model.items.length))
        const { lines, drawn, inside, left } = linesOf(picture, asked)
        expect(lines.length).toBeLessThanOrEqual(mostLines)
        expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(drawn)
        expect(drawn + inside + left).toBe(asked.length)
      }),
      { numRuns: 60 },
    )
  })

  it('are the dependencies that the violations of a lane name', () => {
    check(({ picture, violations }) => {
      const marks = marksOf(picture, violations)
      picture.lanes.forEach((_, lane) => {
        const places = marks.violationsOfLane[lane] ?? []
        const named = new Set(places.flatMap((place) => violations[place]?.dependencyId ?? []))
        const edges = dependenciesOfViolations(picture, violations, places)
        expect(new Set(edges.map((edge) => picture.model.dependencies[edge]?.id))).toEqual(named)
      })
    }, 25)
  })
})

describe('ribbons', () => {
  it('add up to the number of dependencies, with those inside lanes and those of what is hidden', () => {
    check(({ picture, document }) => {
      const { ribbons, inside, hidden } = ribbonsOf(picture)
      expect(ribbons.reduce((sum, { count }) => sum + count, 0) + inside + hidden).toBe(document.estate.dependencies.length)
    })
  })
})

const small: World = { items: 5, groupSizes: [2, 1, 2], placed: [0, 1, 1], waves: 2, links: [[0, 2], [1, 2], [0, 1], [3, 4], [4, 0]] }

describe('a small estate', () => {
  const { picture } = pictureOf(worldDocument(small))

  it('has a line for each dependency of an item, from what needs to what is needed', () => {
    expect(linesOf(picture, dependenciesAt(picture, [0])).lines.map(({ id, hard, only }) => [id, hard, only?.id]).sort()).toEqual([
      ['i0>i1', 0, 'd2'], ['i0>i2', 1, 'd0'], ['i4>i0', 0, 'd4'],
    ])
  })

  it('sums lines up between groups, then between lanes, when there are too many', () => {
    const asked = dependenciesAt(picture, [0, 1, 3])
    expect(linesOf(picture, asked, 3)).toMatchObject({ drawn: 3, inside: 2, left: 0, lines: [{ count: 2, hard: 1, only: null }, { count: 1 }] })
    expect(linesOf(picture, asked, 1)).toMatchObject({ drawn: 2, inside: 2, left: 1, lines: [{ count: 2 }] })
  })

  it('has ribbons with the sums between its waves', () => {
    expect(ribbonsOf(picture)).toEqual({
      ribbons: [{ from: 0, to: 1, count: 2, hard: 1, broken: 1 }, { from: 1, to: 0, count: 1, hard: 0, broken: 0 }], inside: 2, hidden: 0,
    })
  })
})
