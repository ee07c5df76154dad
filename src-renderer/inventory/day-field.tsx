import { DateInput } from '@mantine/dates'
import 'dayjs/locale/nb'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'

const formats = { en: 'D MMM YYYY', nb: 'D. MMM YYYY' } as const

/** A day of the plan, written and chosen as in the language of the program. `value` is an ISO day, empty for none. */
export const DayField = ({ label, value, defaultDate, onChange }: {
  readonly label: string
  readonly value: string
  /** The month that is shown while no day is chosen. */
  readonly defaultDate?: string | undefined
  readonly onChange: (day: string) => void
}): ReactElement => {
  const { language } = useTranslate()
  return (
    <DateInput
      label={label} value={value || null} onChange={(day) => onChange(day ?? '')} defaultDate={value || defaultDate || undefined}
      locale={language} valueFormat={formats[language]} clearable popoverProps={{ withinPortal: true }}
    />
  )
}
