import { Button, Code, Group, Stack, Text, Title } from '@mantine/core'
import { Component, useEffect } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { currentTranslate } from '../i18n/words'
import { planStore, usePlanStore } from '../stores/plan-store'
import { notifyProblem } from './notify'
import { savePlanAs } from './plan-files'
import classes from './crash.module.css'

const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error)

const CrashScreen = ({ error, again }: { readonly error: unknown; readonly again: () => void }): ReactElement => {
  const { t } = useTranslate()
  const kept = usePlanStore((state) => state.kept !== 'failed')
  return (
    <main className={classes.screen}>
      <Stack maw={640} gap="md" role="alert">
        <Title order={1} size="h2">{t('shell.crashTitle')}</Title>
        <Text>{t(kept ? 'shell.crashBody' : 'shell.crashBodyNotKept')}</Text>
        <Group>
          <Button onClick={again}>{t('shell.crashAgain')}</Button>
          <Button variant="default" onClick={() => void savePlanAs()}>{t('shell.crashSave')}</Button>
        </Group>
        <details>
          <summary>{t('shell.crashDetails')}</summary>
          <Code block className={classes.details}>{textOf(error)}</Code>
        </details>
      </Stack>
    </main>
  )
}

type CrashState = { readonly error: unknown; readonly crashed: boolean }

class RenderBoundary extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { error: null, crashed: false }

  static getDerivedStateFromError(error: unknown): CrashState {
    return { error, crashed: true }
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children
    return <CrashScreen error={this.state.error} again={() => this.setState({ error: null, crashed: false })} />
  }
}

/** ResizeObserver tells of a skipped frame as an error; nothing is wrong then. */
const isHarmless = (message: string): boolean => message.includes('ResizeObserver loop')

/** Outside of rendering nothing on the screen is broken: it is told, and work goes on. */
const tellError = (error: unknown): void => {
  const t = currentTranslate()
  const body = planStore.getState().kept === 'failed' ? t('shell.crashBodyNotKept') : t('shell.crashBody')
  notifyProblem(t('shell.crashTitle'), `${body} ${error instanceof Error ? error.message : String(error)}`, {
    label: t('shell.crashSave'),
    run: () => void savePlanAs(),
  })
}

/**
 * The one top handler: whatever nobody expected ends here, is shown, and costs no data, since every change is in the
 * working copy before it can go wrong elsewhere.
 */
export const CrashHandler = ({ children }: { readonly children: ReactNode }): ReactElement => {
  useEffect(() => {
    const onError = (event: ErrorEvent): void => {
      if (!isHarmless(event.message)) tellError(event.error ?? event.message)
    }
    const onRejection = (event: PromiseRejectionEvent): void => tellError(event.reason)
    window.addEventListener('error', onError)
    window.addEventListener('unhandledrejection', onRejection)
    return () => {
      window.removeEventListener('error', onError)
      window.removeEventListener('unhandledrejection', onRejection)
    }
  }, [])
  return <RenderBoundary>{children}</RenderBoundary>
}
