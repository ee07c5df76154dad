import type { Translate } from '@core/messages/translator'
import type { Wave } from '@core/plan/wave'
import type { GraphModel } from './graph-model'
import type { LaneTitle } from './lane-title'

/** The name of a wave beside its number; null where it has none, or one that only says the number again. */
export const ownWaveName = (t: Translate, { number, name }: Pick<Wave, 'number' | 'name'>): string | null =>
  name && name !== t('graph.wave', { number }) ? name : null

/** Number and name of a wave; of none, that it is unplanned. */
export const waveTitle = (t: Translate, wave: Wave | undefined): string => {
  if (!wave) return t('graph.unplanned')
  const name = ownWaveName(t, wave)
  return name === null ? t('graph.wave', { number: wave.number }) : t('graph.waveNamed', { number: wave.number, name })
}

/** What a lane is called. */
export const laneTitle = (t: Translate, model: GraphModel, title: LaneTitle): string => {
  switch (title.kind) {
    case 'wave':
      return waveTitle(t, model.waves[title.wave])
    case 'waves': {
      const number = (place: number): number => model.waves[place]?.number ?? place + 1
      return t('graph.waves', { first: number(title.first), last: number(title.last) })
    }
    case 'unplanned':
      return t('graph.unplanned')
    case 'outside':
      return t('graph.outside')
    case 'named':
      return title.name
    case 'others':
      return t('mass.others', { count: title.count })
    case 'none':
      return t('mass.none')
    case 'level':
      return title.level === 0 ? t('graph.levelTop') : t('graph.level', { count: title.level })
  }
}
