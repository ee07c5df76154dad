import { describe, expect, it } from 'vitest'
import { flag, flagsOf, marksOf } from '@renderer/canvas/mass/marks'
import { worldDocument } from '../graph-world'
import { check, pictureOf } from './mass-world'

describe('violations on the screen', () => {
  it('are those of the model: on items, on blocks and on lanes, each counted once', () => {
    check(({ picture, violations }) => {
      const { indexById } = picture.model
      const marks = marksOf(picture, violations)
      const hard = violations.filter(({ severity }) => severity === 'hard')
      const blocksOf = (ids: readonly string[]): Set<number> => new Set(ids.map((id) => picture.blockOf[indexById.get(id) ?? -1] ?? -1).filter((block) => block >= 0))
      const onBlocks = Array.from({ length: picture.blocks.count }, (_, block) => hard.filter(({ itemIds }) => blocksOf(itemIds).has(block)).length)
      expect([...marks.hardOfBlock]).toEqual(onBlocks)
      const lanesOf = ({ itemIds }: (typeof hard)[number]): Set<number> => new Set([...blocksOf(itemIds)].map((block) => picture.blocks.lane[block] ?? -1))
      picture.lanes.forEach((_, lane) => {
        expect(marks.hardOfLane[lane] ?? 0).toBeGreaterThanOrEqual(hard.filter((violation) => lanesOf(violation).has(lane)).length)
      })
      picture.model.items.forEach((item, index) => {
        expect(picture.model.hardOfItem[index]).toBe(hard.filter(({ itemIds }) => itemIds.includes(item.id)).length)
      })
    }, 20)
  })

  it('stand on the lane of a wave that is too full, also where no item is at fault', () => {
    const world = worldDocument({ items: 4, groupSizes: [2, 2], placed: [0, 0], waves: 2, links: [] })
    const [scenario] = world.scenarios
    if (!scenario) throw new Error('a world has a scenario')
    const [first, second] = scenario.waves
    const waves = [{ ...first, id: 'w0', number: 1, status: 'planned' as const, capacity: 1 }, ...(second ? [second] : [])]
    const { picture, violations } = pictureOf({ ...world, scenarios: [{ ...scenario, waves }] })
    const marks = marksOf(picture, violations)
    expect([violations.map(({ type }) => type), [...marks.hardOfLane]]).toEqual([['capacity'], [1, 0]])
  })
})

describe('how an item is drawn', () => {
  const { picture } = pictureOf(worldDocument({ items: 4, groupSizes: [1, 1, 1, 1], placed: [0, 1], waves: 2, links: [[0, 1]] }))
  const input = { selected: new Set<number>(), found: null, isMuted: Uint8Array.of(0, 1), classOf: Uint8Array.of(0, 0, 1, 1) }

  it('shows its violation, and dims a class that is switched off', () => {
    expect([...flagsOf(picture.model, input)]).toEqual([flag.hard, flag.hard, flag.dimmed, flag.dimmed])
  })

  it('marks what was found and dims the rest, but never what is selected', () => {
    const flags = flagsOf(picture.model, { ...input, isMuted: Uint8Array.of(0, 0), found: new Set([2]), selected: new Set([3]) })
    expect([...flags]).toEqual([flag.hard | flag.dimmed, flag.hard | flag.dimmed, flag.found, flag.selected])
  })
})
