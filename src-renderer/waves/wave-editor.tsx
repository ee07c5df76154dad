import { Autocomplete, Button, Drawer, NumberInput, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconArrowLeft, IconArrowRight, IconTrash } from '@tabler/icons-react'
import 'dayjs/locale/nb'
import { useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import { waveStatuses } from '@core/plan/wave'
import type { Wave } from '@core/plan/wave'
import { useTranslate } from '../i18n/use-translate'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { dropWave, moveWave, saveWave, whyWaveStays } from './board-commands'
import { editWaveOf, useBoardState, wantFocus } from './board-state'
import { statusWord } from './lane-names'
import { changedFields, formOf, problemsOf } from './wave-fields'
import type { FieldProblem, WaveForm } from './wave-fields'
import classes from './wave-editor.module.css'

const dateFormat = { en: 'D MMM YYYY', nb: 'D. MMM YYYY' } as const

const separators = {
  en: { thousandSeparator: ',', decimalSeparator: '.' },
  nb: { thousandSeparator: ' ', decimalSeparator: ',' },
} as const

const useSuppliers = (): readonly string[] => {
  const { estate } = usePlanDocument()
  const { collator } = useTranslate()
  return useMemo(
    () => [...new Set(estate.items.flatMap((item) => item.supplier ?? []))].sort((a, b) => collator.compare(a, b)),
    [estate, collator],
  )
}

const close = (): void => {
  editWaveOf(null)
  wantFocus()
}

const Place = ({ wave }: { readonly wave: Wave }): ReactElement => {
  const { t } = useTranslate()
  const { waves } = useLookup().scenario
  const document = usePlanDocument()
  const index = waves.findIndex((candidate) => candidate.id === wave.id)
  const left = whyWaveStays(t, document, wave, index - 1)
  const right = whyWaveStays(t, document, wave, index + 1)
  return (
    <fieldset className={classes.place}>
      <legend>{t('waves.position')}</legend>
      <Button variant="default" size="xs" disabled={index === 0 || left !== null} leftSection={<IconArrowLeft size={15} aria-hidden />}
        onClick={() => moveWave(wave, index - 1)}>
        {t('waves.moveLeft')}
      </Button>
      <Button variant="default" size="xs" disabled={index === waves.length - 1 || right !== null} rightSection={<IconArrowRight size={15} aria-hidden />}
        onClick={() => moveWave(wave, index + 1)}>
        {t('waves.moveRight')}
      </Button>
      <Button variant="subtle" color="gray" size="xs" className={classes.remove} leftSection={<IconTrash size={15} aria-hidden />}
        onClick={() => {
          close()
          dropWave(wave)
        }}>
        {t('waves.removeWave')}
      </Button>
      {[...new Set([left, right])].map((why) => why !== null && <p key={why} className={classes.why}>{why}</p>)}
    </fieldset>
  )
}

type FieldsProps = { readonly form: WaveForm; readonly set: (change: Partial<WaveForm>) => void; readonly shown: boolean }

const useProblem = ({ form, shown }: FieldsProps): ((field: keyof WaveForm) => string | null) => {
  const { t } = useTranslate()
  const problems = problemsOf(form)
  const sentence: Readonly<Record<FieldProblem, string>> = {
    'end-before-start': t('waves.endBeforeStart'),
    negative: t('waves.notNegative'),
  }
  return (field) => {
    const problem = problems[field]
    return problem && (shown || problem === 'end-before-start') ? sentence[problem] : null
  }
}

const Dates = (props: FieldsProps): ReactElement => {
  const { form, set } = props
  const { t, language } = useTranslate()
  const problem = useProblem(props)
  const common = { locale: language, valueFormat: dateFormat[language], clearable: true, popoverProps: { withinPortal: true } }
  return (
    <div className={classes.pair}>
      <DateInput {...common} label={t('waves.fieldStart')} value={form.start || null} onChange={(value) => set({ start: value ?? '' })} />
      <DateInput {...common} label={t('waves.fieldEnd')} value={form.end || null} onChange={(value) => set({ end: value ?? '' })}
        error={problem('end')} defaultDate={form.end || form.start || undefined} />
    </div>
  )
}

const Limits = (props: FieldsProps): ReactElement => {
  const { form, set } = props
  const { t, language } = useTranslate()
  const problem = useProblem(props)
  const amount = (field: 'capacity' | 'maxItems' | 'budget') => ({
    value: form[field],
    onChange: (value: number | string) => set({ [field]: value === '' ? '' : Number(value) }),
    error: problem(field),
    ...separators[language],
    hideControls: true,
  })
  return (
    <>
      <div className={classes.pair}>
        <NumberInput {...amount('capacity')} label={t('waves.fieldCapacity')} placeholder={t('waves.unlimited')} />
        <NumberInput {...amount('maxItems')} label={t('waves.fieldMaxItems')} placeholder={t('waves.unlimited')} allowDecimal={false} />
      </div>
      <NumberInput {...amount('budget')} label={t('waves.fieldBudget')} placeholder={t('waves.noBudget')} />
    </>
  )
}

const Editor = ({ wave }: { readonly wave: Wave }): ReactElement => {
  const { t } = useTranslate()
  const [form, setForm] = useState(() => formOf(wave))
  const [shown, setShown] = useState(false)
  const set = (change: Partial<WaveForm>): void => setForm((now) => ({ ...now, ...change }))
  const fields: FieldsProps = { form, set, shown }
  const save = (): void => {
    setShown(true)
    if (Object.keys(problemsOf(form)).length > 0) return
    const changed = changedFields(wave, form)
    close()
    if (Object.keys(changed).length > 0) saveWave(wave, changed)
  }
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput label={t('waves.fieldName')} placeholder={t('waves.fieldNamePlaceholder')} value={form.name} data-autofocus
        onChange={(event) => set({ name: event.currentTarget.value })} />
      <Dates {...fields} />
      <Limits {...fields} />
      <Autocomplete label={t('waves.fieldSupplier')} data={[...useSuppliers()]} value={form.supplier} onChange={(supplier) => set({ supplier })} limit={50} />
      <Select label={t('waves.fieldStatus')} description={t('waves.fieldStatusHelp')} allowDeselect={false} value={form.status}
        data={waveStatuses.map((status) => ({ value: status, label: statusWord(t, status) }))}
        onChange={(value) => set({ status: waveStatuses.find((status) => status === value) ?? 'planned' })} />
      <Place wave={wave} />
      <div className={classes.foot}>
        <Button variant="default" onClick={close}>{t('common.cancel')}</Button>
        <Button type="submit">{t('waves.save')}</Button>
      </div>
    </form>
  )
}

/** What a wave is: saved as one step, so that one undo takes all of it back. */
export const WaveEditor = (): ReactElement => {
  const { t } = useTranslate()
  const waveId = useBoardState((state) => state.editingWaveId)
  const { waveById } = useLookup()
  const wave = waveId === null ? undefined : waveById.get(waveId)
  return (
    <Drawer
      opened={wave !== undefined}
      onClose={close}
      position="right"
      size={420}
      returnFocus={false}
      title={wave && t('waves.editorTitle', { number: wave.number })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {wave && <Editor key={wave.id} wave={wave} />}
    </Drawer>
  )
}
