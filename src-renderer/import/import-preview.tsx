import { Button, Group, Radio, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { compareImport } from '@core/workbook/compare-import'
import type { ImportRowKind } from '@core/workbook/import-row'
import { refusalOf } from '@core/workbook/imported-workbook'
import type { ImportCounts, ImportedWorkbook, SheetReport, SheetRole } from '@core/workbook/imported-workbook'
import { useTranslate } from '../i18n/use-translate'
import { kindKeys } from '../i18n/words'
import { usePlanStore } from '../stores/plan-store'
import { FindingsTable } from './findings-table'
import { acceptAsNew, acceptOver, cancelImport, chooseWorkbook } from './import-flow'
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

type Way = 'over' | 'new'

const useOverSummary = (imported: ImportedWorkbook): string | null => {
  const { t, formatNumber } = useTranslate()
  const document = usePlanStore((state) => state.document)
  const compared = useMemo(() => document && compareImport(document, imported, { way: 'newer' }), [document, imported])
  if (!compared) return null
  const of = (kind: ImportRowKind): number => compared.rows.filter((row) => row.kind === kind).length
  return t('import.overSummary', {
    added: formatNumber(of('new-item')),
    changed: formatNumber(new Set(compared.rows.flatMap((row) => ('importedId' in row ? row.item : []))).size),
    gone: formatNumber(of('gone-item')),
    unchanged: formatNumber(compared.unchanged),
  })
}

const Ways = ({ imported, way, setWay }: {
  readonly imported: ImportedWorkbook
  readonly way: Way
  readonly setWay: (way: Way) => void
}): ReactElement => {
  const { t } = useTranslate()
  const plan = usePlanStore((state) => state.document?.name ?? '')
  const summary = useOverSummary(imported)
  return (
    <Radio.Group label={t('import.how')} value={way} onChange={(value) => setWay(value === 'new' ? 'new' : 'over')}>
      <Group gap="xl" mt={6} align="flex-start">
        <Radio value="over" label={t('import.over')} description={<>{t('import.overHint', { plan })}<br />{summary}</>} />
        <Radio value="new" label={t('import.asNew')} description={t('import.asNewHint', { plan })} />
      </Group>
    </Radio.Group>
  )
}

/** What a workbook was understood as, before anything is done with it. */
export const ImportPreview = ({ imported, storing }: {
  readonly imported: ImportedWorkbook
  readonly storing: boolean
}): ReactElement => {
  const { t } = useTranslate()
  const planOpen = usePlanStore((state) => state.document !== null)
  const [way, setWay] = useState<Way>('over')
  const refused = refusalOf(imported) !== null
  const over = planOpen && way === 'over'
  return (
    <Stack gap="md">
      <Counts counts={imported.counts} />
      <Sheets sheets={imported.sheets} />
      <FindingsTable imported={imported} />
      {planOpen && !refused && <Ways imported={imported} way={way} setWay={setWay} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={cancelImport} disabled={storing}>{t('common.cancel')}</Button>
        {refused && <Button onClick={() => void chooseWorkbook()} data-autofocus>{t('import.chooseOther')}</Button>}
        {!refused && (
          <Button onClick={() => void (over ? acceptOver(imported) : acceptAsNew(imported))} loading={storing} data-autofocus>
            {t(over ? 'import.acceptOver' : 'import.accept')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
