import type { DependencyType, Order, Strength } from '@core/estate/dependency'
import type { Disposition, ItemKind, Sensitivity } from '@core/estate/item'
import type { MessageKey, Translate } from '@core/messages/translator'
import { translator } from '@core/messages/translator'
import type { StepLabel } from '@core/plan/history'
import type { Wave, WaveStatus } from '@core/plan/wave'
import { preferencesStore } from '../stores/preferences-store'

/** The words of the fixed values, one table each, so that a new value is a type error here. */
export const kindKeys: Readonly<Record<ItemKind, MessageKey>> = {
  application: 'common.kindApplication',
  server: 'common.kindServer',
  platform: 'common.kindPlatform',
  'device-class': 'common.kindDeviceClass',
  database: 'common.kindDatabase',
  network: 'common.kindNetwork',
  service: 'common.kindService',
}

export const dispositionKeys: Readonly<Record<Disposition, MessageKey>> = {
  retain: 'common.dispositionRetain',
  retire: 'common.dispositionRetire',
  rehost: 'common.dispositionRehost',
  relocate: 'common.dispositionRelocate',
  replatform: 'common.dispositionReplatform',
  repurchase: 'common.dispositionRepurchase',
  refactor: 'common.dispositionRefactor',
  consolidate: 'common.dispositionConsolidate',
}

export const sensitivityKeys: Readonly<Record<Sensitivity, MessageKey>> = {
  open: 'common.sensitivityOpen',
  internal: 'common.sensitivityInternal',
  confidential: 'common.sensitivityConfidential',
}

export const dependencyTypeKeys: Readonly<Record<DependencyType, MessageKey>> = {
  'runs-on': 'common.typeRunsOn',
  uses: 'common.typeUses',
  'data-flow': 'common.typeDataFlow',
  authenticates: 'common.typeAuthenticates',
  contains: 'common.typeContains',
  other: 'common.typeOther',
}

export const strengthKeys: Readonly<Record<Strength, MessageKey>> = {
  hard: 'common.strengthHard',
  soft: 'common.strengthSoft',
}

export const orderKeys: Readonly<Record<Order, MessageKey>> = {
  together: 'common.orderTogether',
  'provider-first': 'common.orderProviderFirst',
  any: 'common.orderAny',
}

export const statusKeys: Readonly<Record<WaveStatus, MessageKey>> = {
  planned: 'common.statusPlanned',
  committed: 'common.statusCommitted',
  running: 'common.statusRunning',
  done: 'common.statusDone',
}

/** Many workbooks name wave 2 `Wave 2`: that is its number again, not a name. */
const isNumberAgain = ({ name, number }: Wave): boolean =>
  new RegExp(`^\\s*(wave|bølge|våg)\\s*${number}\\s*$`, 'i').test(name ?? '')

/** `Wave 3: Pilot`, or `Unplanned`. */
export const waveName = (t: Translate, wave: Wave | null): string => {
  if (!wave) return t('common.unplanned')
  if (!wave.name || isNumberAgain(wave)) return t('common.wave', { number: wave.number })
  return t('common.waveNamed', { number: wave.number, name: wave.name })
}

/** What a step of the log was. Labels of other programs' versions may be unknown: then it says so in general. */
export const stepSentence = (t: Translate, label: StepLabel): string => {
  const text = t(label.key as MessageKey, label.params)
  return text === label.key ? t('shell.stepUnknown') : text
}

/** The words chosen now, for what is said outside of a component (notifications, announcements). */
export const currentTranslate = (): Translate => translator(preferencesStore.getState().language)
