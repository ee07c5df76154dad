import { Button, Group, SegmentedControl, Tabs } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import type { ImportWay } from '@core/workbook/compare-import'
import { refusalOf } from '@core/workbook/imported-workbook'
import type { ImportCounts, ImportedWorkbook, SheetReport, SheetRole } from '@core/workbook/imported-workbook'
import { useTranslate } from '../i18n/use-translate'
import { kindKeys } from '../i18n/words'
import { usePlanStore } from '../stores/plan-store'
import { ChangesTab } from './changes-tab'
import { FindingsTable } from './findings-table'
import { acceptAsNew, acceptOver, cancelImport, chooseWorkbook } from './import-flow'
import { useChanges, type Changes } from './use-changes'
import classes from './import-preview.module.css'

const roleKeys: Readonly<Record<SheetRole, MessageKey>> = {
  items: 'import.roleItems',
  dependencies: 'import.roleDependencies',
  waves: 'import.roleWaves',
  rules: 'import.roleRules',
  'freeze-windows': 'import.roleFreezeWindows',
  kept: 'import.roleKept',
  empty: 'import.roleEmpty',
}

const shownCounts = [
  ['items', 'import.countItems'],
  ['dependencies', 'import.countDependencies'],
  ['moveGroups', 'import.countMoveGroups'],
  ['waves', 'import.countWaves'],
  ['rules', 'import.countRules'],
  ['freezeWindows', 'import.countFreezeWindows'],
  ['unresolved', 'import.countUnresolved'],
] as const satisfies readonly (readonly [keyof ImportCounts, MessageKey])[]

const Counts = ({ counts }: { readonly counts: ImportCounts }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  return (
    <dl className={classes.counts}>
      {shownCounts.filter(([name]) => counts[name] > 0 || name === 'items' || name === 'dependencies').map(([name, key]) => (
        <div key={name} data-count={name}>
          <dd>{formatNumber(counts[name])}</dd>
          <dt>{t(key)}</dt>
        </div>
      ))}
    </dl>
  )
}

const SheetRow = ({ sheet }: { readonly sheet: SheetReport }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const extra = sheet.columns.filter((column) => column.field === null).map((column) => column.heading)
  const role = [t(roleKeys[sheet.role]), sheet.role === 'items' && sheet.kind ? t(kindKeys[sheet.kind]).toLowerCase() : null, sheet.preset]
  return (
    <tr>
      <th scope="row">{sheet.name}{sheet.hidden && <small> ({t('import.hiddenSheet')})</small>}</th>
      <td>
        {role.filter(Boolean).join(' · ')}
        {sheet.headerRow !== null && sheet.headerRow > 1 && <small> {t('import.headingRow', { row: sheet.headerRow })}</small>}
      </td>
      <td className={classes.figure}>{formatNumber(sheet.rows)}</td>
      <td className={classes.extra} title={extra.join(', ')}>{sheet.role === 'kept' ? '' : extra.join(', ')}</td>
    </tr>
  )
}

const Sheets = ({ sheets }: { readonly sheets: readonly SheetReport[] }): ReactElement => {
  const { t } = useTranslate()
  return (
    <div className={classes.sheets} tabIndex={0} role="region" aria-label={t('import.sheets')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('import.sheet', { count: sheets.length })}</th>
            <th scope="col">{t('import.takenFor')}</th>
            <th scope="col" className={classes.figure}>{t('import.rows')}</th>
            <th scope="col">{t('import.extraColumns')}</th>
          </tr>
        </thead>
        <tbody>{sheets.map((sheet) => <SheetRow key={sheet.name} sheet={sheet} />)}</tbody>
      </table>
    </div>
  )
}

type Way = ImportWay | 'new'

const wayTexts: readonly (readonly [Way, MessageKey, MessageKey])[] = [
  ['newer', 'import.wayNewer', 'import.wayNewerHint'],
  ['addition', 'import.wayAddition', 'import.wayAdditionHint'],
  ['new', 'import.wayNew', 'import.asNewHint'],
]

const Ways = ({ way, setWay }: { readonly way: Way; readonly setWay: (way: Way) => void }): ReactElement => {
  const { t } = useTranslate()
  const plan = usePlanStore((state) => state.document?.name ?? '')
  const hint = wayTexts.find(([one]) => one === way)?.[2] ?? 'import.asNewHint'
  return (
    <div className={classes.ways}>
      <SegmentedControl
        aria-label={t('import.how')} value={way} onChange={(value) => setWay(wayTexts.find(([one]) => one === value)?.[0] ?? 'newer')}
        data={wayTexts.map(([value, label]) => ({ value, label: t(label) }))}
      />
      <span className={classes.hint}>{t(hint, { plan })}</span>
    </div>
  )
}

type TabName = 'changes' | 'sheets' | 'findings'

const Tab = ({ name, count }: { readonly name: TabName; readonly count: number }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  return <Tabs.Tab value={name}>{t(`import.${name}Tab`)} <span className={classes.tabCount}>{formatNumber(count)}</span></Tabs.Tab>
}

const Parts = ({ imported, changes }: { readonly imported: ImportedWorkbook; readonly changes: Changes | null }): ReactElement => {
  const { t } = useTranslate()
  const [chosen, setChosen] = useState<TabName | null>(null)
  const shown = chosen === 'changes' && !changes ? null : chosen
  return (
    <Tabs
      value={shown ?? (changes ? 'changes' : 'sheets')} className={classes.tabs} keepMounted={false}
      onChange={(value) => setChosen(value === 'sheets' || value === 'findings' ? value : 'changes')}
    >
      <Tabs.List aria-label={t('import.whatWasFound')}>
        {changes && <Tab name="changes" count={changes.compared.rows.length} />}
        <Tab name="sheets" count={imported.sheets.length} />
        <Tab name="findings" count={imported.findings.length} />
      </Tabs.List>
      {changes && <Tabs.Panel value="changes" className={classes.panel}><ChangesTab changes={changes} /></Tabs.Panel>}
      <Tabs.Panel value="sheets" className={classes.panel}><Sheets sheets={imported.sheets} /></Tabs.Panel>
      <Tabs.Panel value="findings" className={classes.panel}><FindingsTable imported={imported} /></Tabs.Panel>
    </Tabs>
  )
}

const AcceptButton = ({ imported, changes, storing }: {
  readonly imported: ImportedWorkbook; readonly changes: Changes | null; readonly storing: boolean
}): ReactElement => {
  const { t } = useTranslate()
  if (!changes) return <Button onClick={() => void acceptAsNew(imported)} loading={storing} data-autofocus>{t('import.accept')}</Button>
  const { taken } = changes
  return (
    <Button onClick={() => void acceptOver(imported, changes)} loading={storing} data-autofocus>
      {taken === 0 ? t('import.acceptNothing') : t('import.acceptChanges', { count: taken })}
    </Button>
  )
}

/** What a workbook was understood as, and what it would change, before anything is done with it. */
export const ImportPreview = ({ imported, storing }: {
  readonly imported: ImportedWorkbook
  readonly storing: boolean
}): ReactElement => {
  const { t } = useTranslate()
  const planOpen = usePlanStore((state) => state.document !== null)
  const [way, setWay] = useState<Way>('newer')
  const refused = refusalOf(imported) !== null
  const changes = useChanges(imported, refused ? 'new' : way)
  return (
    <div className={classes.preview}>
      <Counts counts={imported.counts} />
      {planOpen && !refused && <Ways way={way} setWay={setWay} />}
      <Parts imported={imported} changes={changes} />
      <Group justify="flex-end">
        <Button variant="default" onClick={cancelImport} disabled={storing}>{t('common.cancel')}</Button>
        {refused
          ? <Button onClick={() => void chooseWorkbook()} data-autofocus>{t('import.chooseOther')}</Button>
          : <AcceptButton imported={imported} changes={changes} storing={storing} />}
      </Group>
    </div>
  )
}
