import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import { importRowKinds, type ImportRow, type ImportRowKind } from '@core/workbook/import-row'
import { useTranslate } from '../i18n/use-translate'
import { changeText, namesOf, rowKindKeys } from './change-words'
import { ChangesGrid } from './changes-grid'
import { Consequences } from './consequences'
import { OtherPlaces } from './other-places'
import type { Changes } from './use-changes'
import classes from './changes.module.css'

type KindFilter = ImportRowKind | 'all'

type KindRowProps = {
  readonly label: string
  readonly rows: readonly ImportRow[]
  readonly changes: Changes
  readonly shown: boolean
  readonly show: () => void
}

/** One kind of change: the box takes all of it or none, the name shows only that. */
const KindRow = ({ label, rows, changes, shown, show }: KindRowProps): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const taken = rows.reduce((count, row) => count + (changes.isTaken(row) ? 1 : 0), 0)
  return (
    <li className={classes.kind} data-shown={shown || undefined}>
      <Checkbox
        size="sm" checked={taken === rows.length && taken > 0} indeterminate={taken > 0 && taken < rows.length}
        aria-label={`${t('import.take')}: ${label}`} onChange={() => changes.choose(rows, taken < rows.length)}
      />
      <button type="button" aria-pressed={shown} onClick={show}>{label}</button>
      <span className={classes.kindCount} title={t('import.takenOf', { taken: formatNumber(taken), all: formatNumber(rows.length) })}>
        {formatNumber(rows.length)}
      </span>
    </li>
  )
}

const useShown = (changes: Changes, kind: KindFilter, search: string, names: ReadonlyMap<string, string>): readonly ImportRow[] => {
  const words = useTranslate()
  const { rows } = changes.compared
  const wanted = useDeferredValue(search.trim().toLowerCase())
  return useMemo(() => {
    const ofKind = kind === 'all' ? rows : rows.filter((row) => row.kind === kind)
    if (!wanted) return ofKind
    return ofKind.filter((row) => Object.values(changeText(words, row, names)).some((text) => text.toLowerCase().includes(wanted)))
  }, [rows, kind, wanted, words, names])
}

const Kinds = ({ changes, kind, setKind }: {
  readonly changes: Changes; readonly kind: KindFilter; readonly setKind: (kind: KindFilter) => void
}): ReactElement => {
  const { t } = useTranslate()
  const { rows } = changes.compared
  const ofKind = useMemo(() => new Map(importRowKinds.map((one) => [one, rows.filter((row) => row.kind === one)])), [rows])
  return (
    <ul className={classes.kinds} aria-label={t('import.changesKinds')}>
      <KindRow label={t('import.allChanges')} rows={rows} changes={changes} shown={kind === 'all'} show={() => setKind('all')} />
      {[...ofKind].filter(([, list]) => list.length > 0).map(([one, list]) => (
        <KindRow key={one} label={t(rowKindKeys[one])} rows={list} changes={changes} shown={kind === one} show={() => setKind(one)} />
      ))}
    </ul>
  )
}

/** What an import changes in the open plan, row by row, taken or left; and what that breaks. */
export const ChangesTab = ({ changes }: { readonly changes: Changes }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const [kind, setKind] = useState<KindFilter>('all')
  const [search, setSearch] = useState('')
  const names = useMemo(() => namesOf(changes.compared), [changes.compared])
  const shown = useShown(changes, kind, search, names)
  const shownKind = kind === 'all' || changes.compared.rows.some((row) => row.kind === kind) ? kind : 'all'
  return (
    <div className={classes.tab}>
      <div className={classes.beside}>
        <Kinds changes={changes} kind={shownKind} setKind={setKind} />
        <Consequences changes={changes} />
      </div>
      <div className={classes.main}>
        <div className={classes.bar}>
          <TextInput
            size="xs" className={classes.search} leftSection={<IconSearch size={14} aria-hidden />} value={search}
            placeholder={t('import.changesSearch')} aria-label={t('import.changesSearch')} onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <span className={classes.quiet} role="status">
            {t('import.takenOf', { taken: formatNumber(changes.taken), all: formatNumber(changes.compared.rows.length) })}
          </span>
          <Button size="compact-xs" variant="default" disabled={shown.length === 0} onClick={() => changes.choose(shown, true)}>{t('import.takeShown')}</Button>
          <Button size="compact-xs" variant="default" disabled={shown.length === 0} onClick={() => changes.choose(shown, false)}>{t('import.leaveShown')}</Button>
        </div>
        <OtherPlaces places={changes.compared.otherPlaces} open={changes.compared.rows.length === 0} />
        <ChangesGrid rows={shown} changes={changes} names={names} />
      </div>
    </div>
  )
}
