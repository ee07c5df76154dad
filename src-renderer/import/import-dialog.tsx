import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { ReactElement } from 'react'
import type { RowsPage } from '@core/workbook/opened-workbook'
import { readErrorSentence } from '@core/messages/read-error-sentence'
import { useTranslate } from '../i18n/use-translate'
import { useHoldActions } from '../actions/use-hold-actions'
import { focusIfLost } from '../app/focus-view'
import { cancelImport, chooseWorkbook } from './import-flow'
import { ImportPreview } from './import-preview'
import { RowsTable } from './rows-table'
import { useImportState } from './import-store'
import { Dialog } from '../ui/dialog'
import classes from './import-preview.module.css'
import type { ImportState } from './import-store'
import { usePlanStore } from '../stores/plan-store'

type Reading = Extract<ImportState, { step: 'reading' }>
type Failed = Extract<ImportState, { step: 'failed' }>

const FirstRows = ({ page }: { readonly page: RowsPage }): ReactElement => {
  const { t } = useTranslate()
  const label = t('import.stageShown', { sheet: page.sheet })
  return (
    <div className={classes.firstRows} data-first-rows>
      <Text size="sm" c="dimmed">{label}</Text>
      <RowsTable label={label} rows={page.rows} columns={page.rows.reduce((most, row) => Math.max(most, row.cells.length), 0)} />
    </div>
  )
}

const ReadingBody = ({ state }: { readonly state: Reading }): ReactElement => {
  const { t } = useTranslate()
  const planOpen = usePlanStore((plan) => plan.document !== null)
  const stage = t(state.stage === 'reading' ? 'import.stageReading' : 'import.stageInterpreting')
  const percent = state.fraction === null ? 100 : Math.round(state.fraction * 100)
  return (
    <Stack gap="sm">
      <Text role="status">{stage}</Text>
      <Progress.Root size="lg">
        <Progress.Section value={percent} animated={state.fraction === null} striped={state.fraction === null} aria-label={stage} />
      </Progress.Root>
      {state.firstLook && <FirstRows page={state.firstLook} />}
      {planOpen && <Text size="sm" c="dimmed">{t('import.untouched')}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={cancelImport} data-autofocus>{t('common.cancel')}</Button>
      </Group>
    </Stack>
  )
}

const FailedBody = ({ state }: { readonly state: Failed }): ReactElement => {
  const { t } = useTranslate()
  const planOpen = usePlanStore((plan) => plan.document !== null)
  return (
    <Stack gap="md">
      <Group wrap="nowrap" align="flex-start" gap="sm" role="alert">
        <IconFileAlert size={28} stroke={1.5} aria-hidden style={{ flex: 'none' }} />
        <Text>{readErrorSentence(t, state.error)}</Text>
      </Group>
      {planOpen && <Text size="sm" c="dimmed">{t('import.untouched')}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={cancelImport}>{t('common.close')}</Button>
        <Button onClick={() => void chooseWorkbook()} data-autofocus>{t('import.chooseOther')}</Button>
      </Group>
    </Stack>
  )
}

const titleOf = (state: ImportState, t: ReturnType<typeof useTranslate>['t']): string => {
  switch (state.step) {
    case 'idle': return t('import.title')
    case 'reading': return t('import.readingTitle', { file: state.fileName })
    case 'failed': return t('import.failedTitle')
    case 'preview':
    case 'storing': return t('import.previewTitle', { file: state.imported.fileName })
  }
}

/** From a chosen file to an accepted plan: progress, what went wrong, or what was found. Escape cancels. */
export const ImportDialog = (): ReactElement => {
  const { t } = useTranslate()
  const state = useImportState()
  const understood = state.step === 'preview' || state.step === 'storing' ? state : null
  const wide = understood !== null || (state.step === 'reading' && state.firstLook !== null)
  const close = state.step === 'storing' ? () => undefined : cancelImport
  const isOpen = state.step !== 'idle'
  useHoldActions(isOpen)
  // What had the focus goes with the step that it belonged to.
  useEffect(() => {
    if (isOpen) focusIfLost('[role=dialog]')
  }, [isOpen, state.step])
  return (
    <Dialog
      opened={isOpen} onClose={close} title={titleOf(state, t)} size={wide ? 1360 : 520} yOffset={wide ? '2dvh' : '5dvh'} xOffset={wide ? '2vw' : '5vw'}
      closeOnClickOutside={false}
    >
      {state.step === 'reading' && <ReadingBody state={state} />}
      {state.step === 'failed' && <FailedBody state={state} />}
      {understood && <ImportPreview key={understood.jobId} understood={understood} storing={state.step === 'storing'} />}
    </Dialog>
  )
}
