import type { Violation } from '@core/violations/violation'
import type { GraphModel } from '../graph-model'
import type { Picture } from './picture-types'

/** Violations, each counted once wherever it touches: an item, a block, a lane. */
export type Marks = {
  readonly hardOfBlock: Uint16Array
  readonly warningsOfBlock: Uint16Array
  readonly hardOfLane: Uint32Array
  readonly warningsOfLane: Uint32Array
  /** Violations of each lane, as places in the list. */
  readonly violationsOfLane: readonly (readonly number[])[]
}

const add = (counts: Uint16Array | Uint32Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1
}

/** The lane of each wave that has one. */
const lanesOfWaves = ({ model, lanes }: Picture): ReadonlyMap<string, number> =>
  new Map(lanes.flatMap(({ title }, lane) => {
    const [first, last] = title.kind === 'wave' ? [title.wave, title.wave] : title.kind === 'waves' ? [title.first, title.last] : [0, -1]
    return model.waves.slice(first, last + 1).map(({ id }) => [id, lane] as const)
  }))

export const marksOf = (picture: Picture, violations: readonly Violation[]): Marks => {
  const { blocks, lanes, blockOf, model } = picture
  const marks = {
    hardOfBlock: new Uint16Array(blocks.count),
    warningsOfBlock: new Uint16Array(blocks.count),
    hardOfLane: new Uint32Array(lanes.length),
    warningsOfLane: new Uint32Array(lanes.length),
    violationsOfLane: lanes.map((): number[] => []),
  }
  const laneOfWave = lanesOfWaves(picture)
  // The violation that has been counted last, of each: every one counts once.
  const lastOfBlock = new Int32Array(blocks.count).fill(-1)
  const lastOfLane = new Int32Array(lanes.length).fill(-1)
  const markLane = (lane: number, place: number, isHard: boolean): void => {
    if (lastOfLane[lane] === place) return
    lastOfLane[lane] = place
    add(isHard ? marks.hardOfLane : marks.warningsOfLane, lane)
    marks.violationsOfLane[lane]?.push(place)
  }
  violations.forEach(({ severity, itemIds, waveIds }, place) => {
    const isHard = severity === 'hard'
    // A violation may name a wave itself: one that is too full breaks no item.
    for (const id of waveIds) {
      const lane = laneOfWave.get(id)
      if (lane !== undefined) markLane(lane, place, isHard)
    }
    for (const id of itemIds) {
      const block = blockOf[model.indexById.get(id) ?? -1] ?? -1
      if (block < 0 || lastOfBlock[block] === place) continue
      lastOfBlock[block] = place
      add(isHard ? marks.hardOfBlock : marks.warningsOfBlock, block)
      markLane(blocks.lane[block] ?? 0, place, isHard)
    }
  })
  return marks
}

/** How an item is drawn beside its colour: bits of one number. */
export const flag = { hard: 1, warning: 2, dimmed: 4, found: 8, selected: 16 } as const

export type FlagInput = {
  readonly selected: ReadonlySet<number>
  /** null: nothing is being looked for. */
  readonly found: ReadonlySet<number> | null
  /** 1 for each class of the legend that is switched off. */
  readonly isMuted: Uint8Array
  readonly classOf: Uint8Array
}

export const flagsOf = (model: GraphModel, input: FlagInput): Uint8Array => {
  const flags = new Uint8Array(model.items.length)
  for (let item = 0; item < flags.length; item++) {
    let bits = 0
    if ((model.hardOfItem[item] ?? 0) > 0) bits |= flag.hard
    else if ((model.warningsOfItem[item] ?? 0) > 0) bits |= flag.warning
    if (input.isMuted[input.classOf[item] ?? 0] === 1) bits |= flag.dimmed
    if (input.found) bits |= input.found.has(item) ? flag.found : flag.dimmed
    flags[item] = bits
  }
  for (const item of input.selected) flags[item] = ((flags[item] ?? 0) | flag.selected) & ~flag.dimmed
  return flags
}
