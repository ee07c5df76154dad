import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import type { ReactElement } from 'react'
import type { Sensitivity } from '@core/estate/item'
import { suppliersOf } from '@core/workbook/supplier-scope'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { sendPackages } from './exchange-flow'
import { setExchange, toggled, useExchange } from './exchange-state'
import { PackagePreview } from './package-preview'
import page from '../ui/page.module.css'
import plain from '../ui/plain-table.module.css'
import button from '../ui/text-button.module.css'
import classes from './exchange-view.module.css'

const levels = [
  ['open', 'export.levelOpen', 'export.levelOpenHelp'],
  ['internal', 'export.levelInternal', 'export.levelInternalHelp'],
  ['confidential', 'export.levelConfidential', 'export.levelConfidentialHelp'],
] as const

const LevelChoice = (): ReactElement => {
  const { t } = useTranslate()
  const level = useExchange((state) => state.level)
  const help = levels.find(([one]) => one === level)?.[2] ?? 'export.levelInternalHelp'
  return (
    <div className={classes.level}>
      <span id="package-level" className={classes.levelName}>{t('export.level')}</span>
      <SegmentedControl
        aria-labelledby="package-level" size="sm" value={level} onChange={(value) => setExchange({ level: value as Sensitivity })}
        data={levels.map(([value, key]) => ({ value, label: t(key) }))}
      />
      <span className={page.quiet}>{t(help)}</span>
    </div>
  )
}

const useItemCounts = (): ReadonlyMap<string, number> => {
  const { estate } = usePlanDocument()
  const counts = new Map<string, number>()
  for (const { supplier } of estate.items) if (supplier !== undefined) counts.set(supplier, (counts.get(supplier) ?? 0) + 1)
  return counts
}

const SupplierRow = ({ supplier, items, isShown }: { readonly supplier: string; readonly items: number; readonly isShown: boolean }): ReactElement => {
  const { t, formatDate, formatNumber } = useTranslate()
  const { exchanges } = usePlanDocument()
  const chosen = useExchange((state) => state.chosen)
  const last = exchanges.findLast((one) => one.supplier === supplier)
  return (
    <tr data-shown={isShown || undefined}>
      <td>
        <Checkbox
          aria-label={t('export.choose', { supplier })} checked={chosen.has(supplier)}
          onChange={() => setExchange({ chosen: toggled(chosen, supplier), shown: supplier })}
        />
      </td>
      <td>
        <button type="button" className={button.text} aria-pressed={isShown} onClick={() => setExchange({ shown: supplier })}>{supplier}</button>
      </td>
      <td className={plain.figure}>{formatNumber(items)}</td>
      <td>{last ? formatDate(last.sentOn) : <span className={page.quiet}>{t('export.never')}</span>}</td>
    </tr>
  )
}

const SupplierTable = ({ suppliers, shown }: { readonly suppliers: readonly string[]; readonly shown: string }): ReactElement => {
  const { t } = useTranslate()
  const chosen = useExchange((state) => state.chosen)
  const counts = useItemCounts()
  const isAll = suppliers.every((supplier) => chosen.has(supplier))
  return (
    <div className={plain.box} tabIndex={0} role="region" aria-label={t('export.suppliers')}>
      <table className={plain.table}>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={t('export.chooseAll')} checked={isAll} indeterminate={!isAll && chosen.size > 0}
                onChange={() => setExchange({ chosen: new Set(isAll ? [] : suppliers) })}
              />
            </th>
            <th scope="col">{t('export.supplier')}</th>
            <th scope="col" className={plain.figure}>{t('export.items')}</th>
            <th scope="col">{t('export.lastSent')}</th>
          </tr>
        </thead>
        <tbody>
          {suppliers.map((supplier) => (
            <SupplierRow key={supplier} supplier={supplier} items={counts.get(supplier) ?? 0} isShown={supplier === shown} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Who gets what: choose suppliers and how much may leave, see exactly that, and make the packages. */
export const SuppliersSection = (): ReactElement => {
  const { t, collator } = useTranslate()
  const document = usePlanDocument()
  const { level, withheld, chosen, shown: asked } = useExchange((state) => state)
  const suppliers = suppliersOf(document).toSorted(collator.compare)
  const shown = suppliers.find((supplier) => supplier === asked) ?? suppliers[0]
  if (shown === undefined) return <div className={page.scroll}><p className={page.lead}>{t('export.noSuppliers')}</p></div>
  const wanted = suppliers.filter((supplier) => chosen.has(supplier))
  const profile = { level, withheld }
  const label = wanted.length === 0 ? t('export.exportOne', { supplier: shown }) : t('export.exportChosen', { count: wanted.length })
  return (
    <div className={classes.suppliers}>
      <div className={classes.supplierHead}>
        <LevelChoice />
        <Button onClick={() => void sendPackages(document, wanted.length === 0 ? [shown] : wanted, profile)}>{label}</Button>
      </div>
      <div className={classes.columns}>
        <SupplierTable suppliers={suppliers} shown={shown} />
        <PackagePreview supplier={shown} profile={profile} />
      </div>
    </div>
  )
}
