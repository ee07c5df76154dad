import { SegmentedControl, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { isIsoDay } from '@core/plan/dates'
import { useTranslate } from '../i18n/use-translate'
import { DayField } from './day-field'
import type { RuleDraft } from './rule-draft'

const ends = [['earliest', 'inventory.ruleEarliest'], ['latest', 'inventory.ruleLatest']] as const

/** The two ends of a window: days or wave numbers. */
export const WindowFields = ({ draft, set }: {
  readonly draft: RuleDraft
  readonly set: (changed: Partial<RuleDraft>) => void
}): ReactElement => {
  const { t } = useTranslate()
  const isWave = ends.some(([end]) => draft[end] !== '' && !isIsoDay(draft[end]))
  const [by, setBy] = useState<'day' | 'wave'>(isWave ? 'wave' : 'day')
  const change = (value: string): void => {
    setBy(value === 'wave' ? 'wave' : 'day')
    set({ earliest: '', latest: '' })
  }
  return (
    <>
      <SegmentedControl
        aria-label={t('inventory.windowBy')} value={by} onChange={change}
        data={[{ value: 'day', label: t('inventory.windowByDay') }, { value: 'wave', label: t('inventory.windowByWave') }]}
      />
      <SimpleGrid cols={2}>
        {ends.map(([end, label]) => (
          by === 'day'
            ? <DayField key={end} label={t(label)} value={draft[end]} defaultDate={draft.earliest} onChange={(day) => set({ [end]: day })} />
            : <TextInput key={end} label={t(label)} value={draft[end]} onChange={(event) => set({ [end]: event.currentTarget.value })} />
        ))}
      </SimpleGrid>
    </>
  )
}
