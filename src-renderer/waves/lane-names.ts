import type { WaveStatus, Wave } from '@core/plan/wave'
import type { MessageKey, Translate } from '@core/messages/translator'

const statusKey: Readonly<Record<WaveStatus, MessageKey>> = {
  planned: 'waves.statusPlanned',
  committed: 'waves.statusCommitted',
  running: 'waves.statusRunning',
  done: 'waves.statusDone',
}

const settledKey: Readonly<Record<Exclude<WaveStatus, 'planned'>, MessageKey>> = {
  committed: 'waves.inCommitted',
  running: 'waves.inRunning',
  done: 'waves.inDone',
}

/** What a settled wave is, as the end of a sentence about it; null for one that is planned. */
export const settledWords = (t: Translate, { status }: Pick<Wave, 'status'>): string | null =>
  status === 'planned' ? null : t(settledKey[status])

export const statusWord = (t: Translate, status: WaveStatus): string => t(statusKey[status])

export const waveName = (t: Translate, wave: Pick<Wave, 'number' | 'name'> | null): string => {
  if (!wave) return t('waves.unplanned')
  const plain = t('waves.waveNumber', { number: wave.number })
  // Many workbooks name wave 2 `Wave 2`: that is its number again, not a name.
  return wave.name && wave.name !== plain ? t('waves.waveNamed', { number: wave.number, name: wave.name }) : plain
}

export const waveDates = (t: Translate, formatDate: (day: string) => string, wave: Wave): string => {
  const start = wave.start && formatDate(wave.start)
  const end = wave.end && formatDate(wave.end)
  if (start && end) return t('waves.dates', { start, end })
  if (start) return t('waves.datesFrom', { start })
  if (end) return t('waves.datesUntil', { end })
  return t('waves.undated')
}

/** `+2`, `−1`: with a real minus, so that it is read as one. */
export const signed = (change: number, formatted: string): string => {
  if (change === 0) return '0'
  return change > 0 ? `+${formatted}` : `−${formatted}`
}
