import { ActionIcon, SegmentedControl, Tooltip, UnstyledButton } from '@mantine/core'
import { IconFileSpreadsheet, IconFolderOpen, IconBuildingHospital, IconX } from '@tabler/icons-react'
import type { IconProps } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ComponentType, ReactElement } from 'react'
import { actionById } from '@main/contract/actions'
import type { ActionId } from '@main/contract/actions'
import type { RecentPlan } from '@main/contract/host-api'
import { runAction } from '../actions/action-registry'
import { shownKey } from '../actions/keys'
import { focusViewIfLost } from '../app/focus-view'
import { useIsMac } from '../app/platform-store'
import { openPlanFile } from '../app/plan-files'
import { WindowMenu } from '../app/window-menu'
import { host } from '../host/host'
import { useTranslate } from '../i18n/use-translate'
import { setLanguage, setTheme, themes, usePreferences } from '../stores/preferences-store'
import type { Theme } from '../stores/preferences-store'
import { KeptPlans } from './kept-plans'
import { WaveMark } from './wave-mark'
import classes from './start-screen.module.css'

type ChoiceProps = {
  readonly id: ActionId
  readonly title: string
  readonly hint: string
  readonly icon: ComponentType<IconProps>
  readonly primary?: boolean
}

const Choice = ({ id, title, hint, icon: Icon, primary }: ChoiceProps): ReactElement => {
  const key = shownKey(actionById.get(id)?.accelerator ?? null, useIsMac())
  return (
    <UnstyledButton className={classes.choice} data-primary={primary} onClick={() => runAction(id)}>
      <Icon size={28} stroke={1.5} aria-hidden />
      <span className={classes.choiceText}>
        <strong>{title}</strong>
        <span>{hint}</span>
      </span>
      {key && <kbd className={classes.key} aria-hidden>{key}</kbd>}
    </UnstyledButton>
  )
}

const useRecentPlans = (): readonly [readonly RecentPlan[], (path: string) => void] => {
  const [plans, setPlans] = useState<readonly RecentPlan[]>([])
  useEffect(() => {
    let shown = true
    void host().recentPlans().then((recent) => shown && setPlans(recent))
    return () => {
      shown = false
    }
  }, [])
  const forget = (path: string): void => {
    setPlans((now) => now.filter((plan) => plan.path !== path))
    void host().forgetRecent(path)
  }
  return [plans, forget]
}

const RecentPlans = (): ReactElement => {
  const { t, formatDate } = useTranslate()
  const [plans, forget] = useRecentPlans()
  return (
    <section aria-labelledby="recent-plans">
      <h2 id="recent-plans">{t('start.recent')}</h2>
      {plans.length === 0 && <p className={classes.quiet}>{t('start.recentNone')}</p>}
      <ul>
        {plans.slice(0, 6).map((plan) => (
          <li key={plan.path}>
            <UnstyledButton className={classes.recentPlan} onClick={() => void openPlanFile(plan.path)} title={plan.path}>
              <strong>{plan.name}</strong>
              <span>{formatDate(plan.openedAt)}</span>
              <span className={classes.path}>{plan.path}</span>
            </UnstyledButton>
            <Tooltip label={t('start.forget', { name: plan.name })}>
              <ActionIcon aria-label={t('start.forget', { name: plan.name })} onClick={() => forget(plan.path)}>
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
    </section>
  )
}

const themeLabels = {
  system: 'shell.themeSystem',
  light: 'shell.themeLight',
  dark: 'shell.themeDark',
  contrast: 'shell.themeContrast',
} as const satisfies Record<Theme, string>

const Looks = (): ReactElement => {
  const { t, language } = useTranslate()
  const theme = usePreferences((preferences) => preferences.theme)
  return (
    <div className={classes.looks}>
      <SegmentedControl
        size="xs" aria-label={t('shell.language')} value={language}
        onChange={(value) => setLanguage(value === 'nb' ? 'nb' : 'en')}
        data={[{ value: 'en', label: 'English' }, { value: 'nb', label: 'Norsk' }]}
      />
      <SegmentedControl
        size="xs" aria-label={t('shell.appearance')} value={theme}
        onChange={(value) => setTheme(themes.find((candidate) => candidate === value) ?? 'system')}
        data={themes.map((value) => ({ value, label: t(themeLabels[value]) }))}
      />
    </div>
  )
}

/** Nothing is open: what a person can begin with, and nothing else. */
export const StartScreen = (): ReactElement => {
  const { t } = useTranslate()
  useEffect(focusViewIfLost, [])
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <WindowMenu />
        <span className={classes.product}>{t('common.productName')}</span>
        <Looks />
      </header>
      <main className={classes.main} tabIndex={-1}>
        <section className={classes.invite}>
          <WaveMark />
          <h1>{t('start.headline')}</h1>
          <p className={classes.lead}>{t('start.lead')}</p>
          <div className={classes.choices}>
            <Choice id="import-workbook" primary icon={IconFileSpreadsheet} title={t('start.openWorkbook')} hint={t('start.openWorkbookHint')} />
            <Choice id="open-plan" icon={IconFolderOpen} title={t('start.openPlan')} hint={t('start.openPlanHint')} />
            <div className={classes.sample}>
              <Choice id="open-sample" icon={IconBuildingHospital} title={t('start.openSample')} hint={t('start.openSampleHint')} />
              <UnstyledButton className={classes.sampleOther} onClick={() => runAction('open-norwegian-sample')} aria-label={t('menu.openNorwegianSample')}>
                {t('start.openNorwegianSample')}
              </UnstyledButton>
            </div>
          </div>
          <p className={classes.drop}>{t('start.dropHint')}</p>
        </section>
        <div className={classes.recent}>
          <RecentPlans />
          <KeptPlans />
        </div>
      </main>
      <footer className={classes.foot}>{t('start.offline')}</footer>
    </div>
  )
}
