import type { Dependency } from '@core/estate/dependency'
import type { Item } from '@core/estate/item'
import type { Translate } from '@core/messages/translator'
import type { PlanLookup } from '@core/plan/lookup'
import { dependencyTypeKeys, kindKeys, orderKeys, waveName } from '../../i18n/words'
import type { FocusBlockData, FocusLine, ItemBlockData, StubBlockData } from './focus-elements'
import type { FocusPicture } from './focus-picture'
import type { FocusQuestion } from './focus-store'

export const stubSentence = (t: Translate, { count, group, groups }: StubBlockData): string => {
  if (groups > 1) return t('focus.stubMany', { count, groups })
  return group ? t('focus.stubGroup', { count, group: group.name }) : t('focus.stubNone', { count })
}

const violationWords = (t: Translate, { hard, warnings }: ItemBlockData): string => {
  const words = [
    ...(hard > 0 ? [t('common.hardViolations', { count: hard })] : []),
    ...(warnings > 0 ? [t('common.warnings', { count: warnings })] : []),
  ]
  return words.length > 0 ? words.join(', ') : t('focus.noViolations')
}

const itemSentence = (t: Translate, data: ItemBlockData): string => {
  const { item, wave, moreNeeds, moreNeededBy } = data
  const where = wave === undefined ? t('focus.noWave') : waveName(t, wave)
  return [
    t('focus.says', { name: item.name, kind: t(kindKeys[item.kind]), wave: where, violations: violationWords(t, data) }),
    ...(moreNeeds > 0 ? [t('focus.moreNeeds', { count: moreNeeds })] : []),
    ...(moreNeededBy > 0 ? [t('focus.moreNeededBy', { count: moreNeededBy })] : []),
  ].join('; ')
}

/** What a screen reader hears, and a pointer reads, of one block. */
export const blockSentence = (t: Translate, data: FocusBlockData): string =>
  data.kind === 'stub' ? stubSentence(t, data) : itemSentence(t, data)

export const columnTitle = (t: Translate, layer: number): string => {
  if (layer === 0) return t('focus.selected')
  return layer > 0 ? t('focus.columnNeeds', { count: layer }) : t('focus.columnNeededBy', { count: -layer })
}

const nameOf = ({ itemById }: PlanLookup, id: string | null): string => (id === null ? '' : (itemById.get(id)?.name ?? id))

const listed = (t: Translate, count: number, isComplete: boolean): string =>
  isComplete ? t('focus.listed', { count }) : `${t('focus.listed', { count })}, ${t('focus.more')}`

const pathsSentence = (t: Translate, picture: FocusPicture, from: string, to: string): string => {
  const { answer } = picture
  if (answer.kind === 'nothing') return from === to ? t('focus.sameItem') : t('focus.nothing', { from, to })
  if (answer.kind !== 'paths') return ''
  const keys = { needs: 'focus.pathsNeeds', 'needed-by': 'focus.pathsNeededBy', either: 'focus.pathsEither' } as const
  return [
    t(keys[answer.direction], { from, to, count: answer.steps }),
    t('focus.shortest', { count: answer.shortest }),
    ...(answer.isComplete && answer.paths.length === answer.shortest ? [] : [listed(t, answer.paths.length, answer.isComplete)]),
  ].join(' · ')
}

/** The items of a way, with arrows that point to what is needed, as in the picture. */
export const pathWords = ({ dependenciesFrom }: Pick<PlanLookup, 'dependenciesFrom'>, items: readonly Item[]): string =>
  items.map(({ id, name }, place) => {
    const before = items[place - 1]
    if (!before) return name
    return `${dependenciesFrom(before.id).some(({ to }) => to === id) ? '→' : '←'} ${name}`
  }).join(' ')

/** One sentence that says what the picture is, and what it leaves out. */
export const pictureSentence = (t: Translate, found: PlanLookup, question: FocusQuestion, picture: FocusPicture): string => {
  const hidden = picture.hiddenEdges > 0 ? [t('focus.hiddenEdges', { count: picture.hiddenEdges })] : []
  const stoodFor = picture.nodes.reduce((sum, node) => sum + (node.kind === 'stub' ? node.items.length : 0), 0)
  const summed = stoodFor > 0 ? [t('focus.stoodFor', { count: stoodFor })] : []
  if (question.kind === 'paths') {
    return [pathsSentence(t, picture, nameOf(found, question.fromId), nameOf(found, question.toId)), ...summed, ...hidden].join(' · ')
  }
  const [first] = question.itemIds
  const count = question.itemIds.length
  const title = count === 1 ? t('focus.aroundOne', { name: nameOf(found, first ?? null) }) : t('focus.aroundMany', { count })
  const reached = picture.answer.kind === 'around' ? [t('focus.reached', { count: picture.answer.reached })] : []
  return [title, ...reached, ...summed, ...hidden].join(' · ')
}

const dependencyWords = (t: Translate, dependency: Dependency): readonly string[] => [
  t(dependencyTypeKeys[dependency.type]),
  t(dependency.strength === 'hard' ? 'focus.hard' : 'focus.soft'),
  ...(dependency.order === 'any' ? [] : [t(orderKeys[dependency.order])]),
  ...(dependency.maxLatencyMs === undefined ? [] : [t('focus.latency', { ms: dependency.maxLatencyMs })]),
]

/** Everything that a line stands for, in words. */
export const lineWords = (t: Translate, { dependencies, bridgeDays, bridgePrice, broken }: FocusLine): readonly string[] => {
  const [only, second] = dependencies
  const what = only && !second ? dependencyWords(t, only) : [t('focus.dependencies', { count: dependencies.length })]
  return [
    ...what,
    ...(bridgeDays > 0 ? [t('focus.bridge', { count: bridgeDays, price: Math.round(bridgePrice) })] : []),
    ...(broken ? [t('focus.broken')] : []),
  ]
}
