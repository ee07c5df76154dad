import type { Translate } from '@core/messages/translator'
import type { GraphModel } from './graph-model'
import type { BlockData } from './flow-elements'
import { kindKeys } from '../i18n/words'
import type { LaneTitle } from './scene-types'

const waveName = (t: Translate, model: GraphModel, place: number): string => {
  const wave = model.waves[place]
  if (!wave) return t('graph.unplanned')
  return wave.name ? t('graph.waveNamed', { number: wave.number, name: wave.name }) : t('graph.wave', { number: wave.number })
}

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

const violationWords = (t: Translate, data: BlockData): string => {
  const words = [
    ...(data.hard > 0 ? [t('graph.hardCount', { count: data.hard })] : []),
    ...(data.warnings > 0 ? [t('graph.warningCount', { count: data.warnings })] : []),
  ]
  return words.length > 0 ? words.join(', ') : t('graph.noViolations')
}

/** What a screen reader hears, and a pointer reads, of one block. */
export const blockSentence = (t: Translate, model: GraphModel, data: BlockData): string => {
  switch (data.scene.kind) {
    case 'lane':
      return `${laneTitle(t, model, data.scene.title)}, ${t('graph.items', { count: data.scene.items })}`
    case 'rest':
      return `${t('graph.moreGroups', { count: data.scene.groups })}, ${t('graph.items', { count: data.scene.items })}`
    default: {
      const kind = data.kind ? t(kindKeys[data.kind]) : `${t('graph.group')}, ${t('graph.items', { count: data.items })}`
      const wave = data.wave === null ? t('graph.outside') : waveName(t, model, data.wave)
      return t('graph.says', { name: data.name, kind, wave, violations: violationWords(t, data) })
    }
  }
}
