import { Button, Group, SegmentedControl, Tabs } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import type { ImportWay } from '@core/workbook/compare-import'
import { withMerges } from '@core/workbook/duplicates-merge'
import { decisionOn, mergesOf, type PairDecision } from '@core/workbook/merge-memory'
import { refusalOf } from '@core/workbook/imported-workbook'
import type { ImportCounts, ImportedWorkbook } from '@core/workbook/imported-workbook'
import { suggestedWay } from '@core/workbook/suggested-way'
import { useTranslate } from '../i18n/use-translate'
import { newId } from '../new-id'
import { usePlanStore } from '../stores/plan-store'
import { ChangesTab } from './changes-tab'
import { DuplicatesTab, useDuplicates } from './duplicates-tab'
import { allFindings, FindingsTable, type SheetPlace } from './findings-table'
import { acceptAsNew, acceptOver, cancelImport, chooseWorkbook, judgeAhead } from './import-flow'
import type { Understood } from './import-store'
import { SheetsTab } from './sheets-tab'
import { useChanges, type Changes } from './use-changes'
import classes from './import-preview.module.css'

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
          <dt>{t(key, { count: counts[name] })}</dt>
        </div>
      ))}
    </dl>
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

const tabNames = ['changes', 'sheets', 'findings', 'duplicates'] as const
type TabName = (typeof tabNames)[number]

const Tab = ({ name, count }: { readonly name: TabName; readonly count: number }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  return <Tabs.Tab value={name}>{t(`import.${name}Tab`)} <span className={classes.tabCount}>{formatNumber(count)}</span></Tabs.Tab>
}

type PartsProps = {
  readonly understood: Understood
  readonly changes: Changes | null
  readonly decisions: readonly PairDecision[]
  readonly setDecisions: (decisions: readonly PairDecision[]) => void
}

const Parts = ({ understood, changes, decisions, setDecisions }: PartsProps): ReactElement => {
  const { imported } = understood
  const duplicates = useDuplicates(understood)
  const { t } = useTranslate()
  // Where one began to correct what a sheet holds, one stays, whatever comes of it.
  const [chosen, setChosen] = useState<TabName>(changes ? 'changes' : 'sheets')
  const [place, setPlace] = useState<SheetPlace | null>(null)
  // Whoever goes to a row and comes back finds the list as it was.
  const [findingsView, setFindingsView] = useState(allFindings)
  const shown = chosen === 'changes' && !changes ? 'sheets' : chosen
  return (
    <Tabs
      value={shown} className={classes.tabs} keepMounted={false}
      onChange={(value) => setChosen(tabNames.find((name) => name === value) ?? 'changes')}
    >
      <Tabs.List aria-label={t('import.whatWasFound')}>
        {changes && <Tab name="changes" count={changes.compared.rows.length} />}
        <Tab name="sheets" count={imported.sheets.length} />
        <Tab name="findings" count={imported.findings.length} />
        {duplicates.length > 0 && <Tab name="duplicates" count={duplicates.filter(({ itemIds }) => !decisionOn(understood.opened.decisions, itemIds)).length} />}
      </Tabs.List>
      {changes && <Tabs.Panel value="changes" className={classes.panel}><ChangesTab changes={changes} /></Tabs.Panel>}
      <Tabs.Panel value="sheets" className={classes.panel}><SheetsTab key={place && `${place.sheet} ${place.row}`} understood={understood} first={place?.sheet ?? null} row={place?.row ?? null} /></Tabs.Panel>
      <Tabs.Panel value="findings" className={classes.panel}>
        <FindingsTable
          understood={understood} view={findingsView} setView={setFindingsView}
          show={(to) => {
            setPlace(to)
            setChosen('sheets')
          }}
        />
      </Tabs.Panel>
      <Tabs.Panel value="duplicates" className={classes.panel}>
        <DuplicatesTab imported={imported} recalled={understood.opened.decisions} duplicates={duplicates} decisions={decisions} setDecisions={setDecisions} />
      </Tabs.Panel>
    </Tabs>
  )
}

const AcceptButton = ({ understood, imported, decisions, changes, storing }: {
  readonly understood: Understood; readonly imported: ImportedWorkbook; readonly decisions: readonly PairDecision[]
  readonly changes: Changes | null; readonly storing: boolean
}): ReactElement => {
  const { t } = useTranslate()
  const isNew = changes === null
  useEffect(() => {
    if (!isNew) return undefined
    const idle = requestIdleCallback(() => void judgeAhead(imported))
    return () => cancelIdleCallback(idle)
  }, [imported, isNew])
  if (!changes) return <Button onClick={() => void acceptAsNew(understood, imported, decisions)} loading={storing} disabled={understood.rereading} data-autofocus>{t('import.accept')}</Button>
  const { taken } = changes
  return (
    <Button onClick={() => void acceptOver(understood, changes, decisions)} loading={storing} disabled={understood.rereading} data-autofocus>
      {taken === 0 ? t('import.acceptNothing') : t('import.acceptChanges', { count: taken })}
    </Button>
  )
}

/** What a workbook was understood as, and what it would change, before anything is done with it. */
export const ImportPreview = ({ understood, storing }: {
  readonly understood: Understood
  readonly storing: boolean
}): ReactElement => {
  const { t } = useTranslate()
  const [decisions, setDecisions] = useState(understood.opened.decisions)
  const imported = useMemo(() => withMerges(understood.imported, mergesOf(decisions), newId), [understood.imported, decisions])
  const estate = usePlanStore((state) => state.document?.estate)
  const suggested = useMemo(() => (estate ? suggestedWay(estate, imported) : 'newer'), [estate, imported])
  const [chosenWay, setWay] = useState<Way | null>(null)
  const way = chosenWay ?? suggested
  const refused = refusalOf(imported) !== null
  const changes = useChanges(imported, refused ? 'new' : way)
  return (
    <div className={classes.preview}>
      <Counts counts={imported.counts} />
      {imported.packageId !== undefined && (
        <p className={classes.warned} role="note"><IconAlertTriangle size={16} aria-hidden /> {t(imported.packageId === null ? 'findings.packageWithoutKey' : 'findings.supplierPackage')}</p>
      )}
      {estate && !refused && <Ways way={way} setWay={setWay} />}
      <Parts understood={understood} changes={changes} decisions={decisions} setDecisions={setDecisions} />
      <Group justify="flex-end">
        <Button variant="default" onClick={cancelImport} disabled={storing}>{t('common.cancel')}</Button>
        {refused
          ? <Button onClick={() => void chooseWorkbook()} data-autofocus>{t('import.chooseOther')}</Button>
          : <AcceptButton understood={understood} imported={imported} decisions={decisions} changes={changes} storing={storing} />}
      </Group>
    </div>
  )
}
