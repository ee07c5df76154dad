import type { GeometryMessage } from './mass-messages'
import type { Picture, PictureLane } from './picture-types'

/** Number of the wave that a lane stands for, which gives it its colour; null for any other lane. */
export const waveNumberOf = ({ model }: Picture, { title }: PictureLane): number | null => {
  if (title.kind === 'wave') return model.waves[title.wave]?.number ?? null
  return title.kind === 'waves' ? (model.waves[title.first]?.number ?? null) : null
}

/** What a block is called: its group, the item that it is, or the lane that is folded into it. */
export const nameOfBlock = ({ model, blocks, order, lanes }: Picture, block: number, laneName: (lane: PictureLane) => string): string => {
  const group = model.groups[blocks.group[block] ?? -1]
  const start = blocks.start[block] ?? 0
  if ((blocks.end[block] ?? 0) - start === 1) return model.items[order[start] ?? 0]?.name ?? ''
  const lane = lanes[blocks.lane[block] ?? 0]
  return group?.name ?? (lane ? laneName(lane) : '')
}

const none = new Uint32Array()

/** The picture as the worker needs it. */
export const geometryMessage = (picture: Picture, version: number, laneName: (lane: PictureLane) => string): GeometryMessage => {
  const { lanes, blocks } = picture
  const isNamed = (_: unknown, block: number): number => Number((blocks.end[block] ?? 0) - (blocks.start[block] ?? 0) > 1)
  const all = { length: blocks.count }
  const isAnyClosed = blocks.closed.includes(1)
  return {
    type: 'geometry',
    version,
    x: picture.x,
    y: picture.y,
    width: picture.width,
    height: picture.height,
    lanes: {
      count: lanes.length,
      x: Float32Array.from(lanes, ({ x }) => x),
      width: Float32Array.from(lanes, ({ width }) => width),
      hue: Int16Array.from(lanes, (lane) => waveNumberOf(picture, lane) ?? -1),
    },
    blocks: {
      count: blocks.count,
      x: blocks.x,
      y: blocks.y,
      width: blocks.width,
      height: blocks.height,
      closed: blocks.closed,
      start: isAnyClosed ? blocks.start : none,
      end: isAnyClosed ? blocks.end : none,
      named: Uint8Array.from(all, isNamed),
      names: Array.from(all, (_, block) => nameOfBlock(picture, block, laneName)),
    },
    order: isAnyClosed ? picture.order : none,
    bounds: { width: picture.bounds.width, height: picture.bounds.height },
  }
}
