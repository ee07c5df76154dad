import type { Translate } from '@core/messages/translator'
import type { GraphModel } from './graph-model'
import type { LaneTitle } from './lane-title'

const waveName = (t: Translate, model: GraphModel, place: number): string => {
  const wave = model.waves[place]
  if (!wave) return t('graph.unplanned')
  return wave.name ? t('graph.waveNamed', { number: wave.number, name: wave.name }) : t('graph.wave', { number: wave.number })
}

/** What a lane is called. */
export const laneTitle = (t: Translate, model: GraphModel, title: LaneTitle): string => {
  switch (title.kind) {
    case 'wave':
      return waveName(t, model, title.wave)
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
