import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { readErrorSentence } from '@core/messages/read-error-sentence'
import { useTranslate } from '../i18n/use-translate'
import { focusViewIfLost } from '../app/focus-view'
import { cancelImport, chooseWorkbook } from './import-flow'
import { ImportPreview } from './import-preview'
import { useImportState } from './import-store'
import type { ImportState } from './import-store'
import { usePlanStore } from '../stores/plan-store'

type Reading = Extract<ImportState, { step: 'reading' }>
type Failed = Extract<ImportState, { step: 'failed' }>

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
  const wide = state.step === 'preview' || state.step === 'storing'
  const close = state.step === 'storing' ? () => undefined : cancelImport
  return (
    <Modal
      opened={state.step !== 'idle'} onClose={close} title={titleOf(state, t)} size={wide ? 1240 : 520}
      closeOnClickOutside={false} onExitTransitionEnd={focusViewIfLost} closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {state.step === 'reading' && <ReadingBody state={state} />}
      {state.step === 'failed' && <FailedBody state={state} />}
      {wide && <ImportPreview key={state.imported.document.id} imported={state.imported} storing={state.step === 'storing'} />}
    </Modal>
  )
}
