import type { Disposition, ItemKind } from '@core/estate/item'
import type { MessageKey, Translate } from '@core/messages/translator'
import type { GraphColour, GraphGrouping } from '@core/plan/view'
import { dispositionKeys, kindKeys } from '../../i18n/words'
import type { GraphModel } from '../graph-model'
import { waveTitle } from '../graph-words'
import { othersKey } from './colour-classes'

export const groupingKeys: Readonly<Record<GraphGrouping, MessageKey>> = {
  wave: 'mass.groupingWave',
  'service-area': 'mass.groupingServiceArea',
  organisation: 'mass.groupingOrganisation',
  platform: 'mass.groupingPlatform',
  supplier: 'mass.groupingSupplier',
  level: 'mass.groupingLevel',
}

export const colourKeys: Readonly<Record<GraphColour, MessageKey>> = {
  kind: 'mass.colourKind',
  wave: 'mass.colourWave',
  criticality: 'mass.colourCriticality',
  organisation: 'mass.colourOrganisation',
  disposition: 'mass.colourDisposition',
  'phase-out-reason': 'mass.colourPhaseOutReason',
  'end-of-support': 'mass.colourEndOfSupport',
}

/** What the legend calls a class. */
export const classWords = (t: Translate, model: GraphModel, colour: GraphColour, key: string): string => {
  if (key === '') return t('mass.noValue')
  if (key === othersKey) return t('mass.otherNames')
  switch (colour) {
    case 'kind':
      return t(kindKeys[key as ItemKind])
    case 'disposition':
      return t(dispositionKeys[key as Disposition])
    case 'wave': {
      if (key === 'unplanned') return t('graph.unplanned')
      if (key === 'outside') return t('graph.outside')
      return waveTitle(t, model.waves.find(({ id }) => id === key))
    }
    default:
      return key
  }
}

/** Violations as a person says them. */
export const violationWords = (t: Translate, hard: number, warnings: number): string => {
  const words = [
    ...(hard > 0 ? [t('graph.hardCount', { count: hard })] : []),
    ...(warnings > 0 ? [t('graph.warningCount', { count: warnings })] : []),
  ]
  return words.length > 0 ? words.join(', ') : t('graph.noViolations')
}
