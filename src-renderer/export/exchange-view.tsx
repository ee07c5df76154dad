import { Tabs } from '@mantine/core'
import type { ReactElement } from 'react'
import { useEffect } from 'react'
import { suppliersOf } from '@core/workbook/supplier-scope'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { exchangeOfPlan, sections, setExchange, useExchange } from './exchange-state'
import type { Section } from './exchange-state'
import { LogSection } from './log-section'
import { OutSection } from './out-section'
import { ReturnSection } from './return-section'
import { SuppliersSection } from './suppliers-section'
import page from '../ui/page.module.css'

const content: Readonly<Record<Section, () => ReactElement>> = {
  out: OutSection, suppliers: SuppliersSection, back: ReturnSection, log: LogSection,
}

/** What goes out and what comes back: exports, packages of suppliers, their answers, and the log. */
export const ExchangeView = (): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const document = usePlanDocument()
  const section = useExchange((state) => state.section)
  const Content = content[section]
  useEffect(() => exchangeOfPlan(document.id), [document.id])
  const counts: Partial<Record<Section, number>> = { suppliers: suppliersOf(document).length, log: document.exchanges.length }
  return (
    <section data-view="exchange" className={page.view}>
      <Tabs value={section} onChange={(value) => setExchange({ section: sections.find((one) => one === value) ?? 'out' })} className={page.tabs}>
        <Tabs.List aria-label={t('export.sections')}>
          {sections.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`export.${name}`)}{counts[name] !== undefined && <span className={page.count}>{formatNumber(counts[name])}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={section} className={page.panel}><Content /></Tabs.Panel>
      </Tabs>
    </section>
  )
}
