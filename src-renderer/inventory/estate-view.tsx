import { Tabs } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { activeScenario } from '@core/plan/plan-document'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { placeOf, rememberPlace } from '../stores/view-store'
import page from '../ui/page.module.css'
import { DependenciesTable } from './dependencies-table'
import { ItemsTable } from './items-table'
import { PlatformsList } from './platforms-list'
import { RulesList } from './rules-list'

const sections = ['items', 'dependencies', 'platforms', 'rules'] as const
type Section = (typeof sections)[number]

const content: Readonly<Record<Section, () => ReactElement>> = {
  items: ItemsTable,
  dependencies: DependenciesTable,
  platforms: PlatformsList,
  rules: RulesList,
}

const useCounts = (): Readonly<Record<Section, number>> => {
  const document = usePlanDocument()
  const { rules, freezeWindows } = activeScenario(document)
  const { items, dependencies } = document.estate
  const platforms = items.filter((item) => item.kind === 'platform').length
  return { items: items.length, dependencies: dependencies.length, platforms, rules: rules.length + freezeWindows.length }
}

/** The inventory as tables: items, dependencies, platforms, rules. Fills its parent. */
export const EstateView = (): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const remembered = sections.find((candidate) => candidate === placeOf('estate'))
  const [section, setSection] = useState<Section>(remembered ?? 'items')
  const counts = useCounts()
  const Content = content[section]
  const change = (value: string | null): void => {
    const next = sections.find((candidate) => candidate === value) ?? 'items'
    setSection(next)
    rememberPlace('estate', next)
  }
  return (
    <section data-view="estate" className={page.view}>
      <Tabs value={section} onChange={change} className={page.tabs}>
        <Tabs.List aria-label={t('inventory.sections')}>
          {sections.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`inventory.${name}`)} <span className={page.count}>{formatNumber(counts[name])}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={section} className={page.panel}><Content /></Tabs.Panel>
      </Tabs>
    </section>
  )
}
