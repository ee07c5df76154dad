import { Button, Kbd, Modal } from '@mantine/core'
import { IconBox, IconCommand, IconLayoutKanban, IconPuzzle, IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { actionById } from '@main/contract/actions'
import { activeScenario } from '@core/plan/plan-document'
import { lookup } from '@core/plan/lookup'
import { isActionEnabled, runAction } from '../actions/action-registry'
import { shownKey } from '../actions/keys'
import { useTranslate } from '../i18n/use-translate'
import { kindKeys, waveName } from '../i18n/words'
import { planStore, usePlanStore } from '../stores/plan-store'
import { focusItem, select, showDialog, showView, useViewStore } from '../stores/view-store'
import { findEntries } from './find-index'
import type { FindEntry } from './find-index'
import { useIsMac } from '../app/platform-store'
import { markText } from '../filter/filter-store'
import { useFocusBack } from '../ui/use-focus-back'
import { fieldLabel } from './find-words'
import classes from './find-dialog.module.css'

const icons = { action: IconCommand, wave: IconLayoutKanban, group: IconPuzzle, item: IconBox } as const

const membersOf = (entry: FindEntry): readonly string[] => {
  const { document } = planStore.getState()
  if (!document) return []
  const { groups } = activeScenario(document)
  if (entry.type === 'group') return groups.find((group) => group.id === entry.id)?.itemIds ?? []
  if (entry.type === 'wave') return groups.filter((group) => group.waveId === entry.id).flatMap((group) => group.itemIds)
  return [entry.id]
}

const go = (entry: FindEntry): void => {
  showDialog(null)
  if (entry.type === 'action') {
    runAction(entry.id)
    return
  }
  if (entry.type === 'wave') showView('waves')
  const members = membersOf(entry)
  select(members)
  const [first] = members
  if (first !== undefined) focusItem(first)
}

/** Everything that fits, marked where the person is: in the graph, and in the table. */
const markAll = (query: string): void => {
  showDialog(null)
  markText(query)
}

const Detail = ({ entry }: { readonly entry: FindEntry }): ReactElement => {
  const { t } = useTranslate()
  const mac = useIsMac()
  const document = usePlanStore((state) => state.document)
  if (entry.type === 'action') return <kbd>{shownKey(actionById.get(entry.id)?.accelerator ?? null, mac)}</kbd>
  if (entry.type === 'wave') return <>{t('shell.resultWave')}</>
  if (entry.type === 'group') return <>{t('shell.resultGroup')}</>
  const wave = document ? lookup(document).waveOfItem(entry.id) : null
  const about = entry.foundIn ? `${fieldLabel(t, entry.foundIn.field)}: ${entry.foundIn.text}` : t(kindKeys[entry.kind])
  return <>{about} · {entry.id} · {waveName(t, wave)}</>
}

const FindBody = (): ReactElement => {
  const { t } = useTranslate()
  const mac = useIsMac()
  const listId = useId()
  const list = useRef<HTMLUListElement>(null)
  const document = usePlanStore((state) => state.document)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  // Not deferred: Enter must take what the words that were typed find, and 15,000 items take a few milliseconds.
  const { entries, total, items } = findEntries(t, document, query)
  const shown = entries.filter((entry) => entry.type !== 'action' || isActionEnabled(entry.id))
  const current = Math.min(active, shown.length - 1)
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    const chosen = shown[current]
    if (step !== undefined) setActive(Math.max(0, Math.min(shown.length - 1, current + step)))
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && items > 0) markAll(query)
    else if (event.key === 'Enter' && chosen) go(chosen)
    else return
    event.preventDefault()
  }
  const summary = total > shown.length && query.trim()
    ? t('shell.findMany', { count: shown.length })
    : t('shell.findResults', { count: shown.length })
  return (
    <div className={classes.find}>
      <div className={classes.field}>
        <IconSearch size={20} aria-hidden />
        <input
          role="combobox" aria-expanded aria-controls={listId} aria-autocomplete="list" data-autofocus autoFocus
          aria-activedescendant={shown[current] ? `${listId}-${current}` : undefined}
          aria-label={t('shell.findPlaceholder')} placeholder={t('shell.findPlaceholder')}
          value={query} onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
        />
      </div>
      <ul className={classes.list} role="listbox" id={listId} ref={list} aria-label={t('shell.find')}>
        {shown.map((entry, index) => {
          const Icon = icons[entry.type]
          return (
            <li
              key={`${entry.type} ${entry.id}`} id={`${listId}-${index}`} role="option" aria-selected={index === current}
              className={classes.row} onClick={() => go(entry)} onMouseMove={() => setActive(index)}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              <span className={classes.name}>{entry.name}</span>
              <span className={classes.detail}><Detail entry={entry} /></span>
            </li>
          )
        })}
      </ul>
      <div className={classes.foot}>
        <p className={classes.summary} role="status">{shown.length === 0 ? t('shell.findNothing') : summary}</p>
        {items > 0 && (
          <Button variant="subtle" size="compact-sm" rightSection={<Kbd size="xs" aria-hidden>{shownKey('CmdOrCtrl+Enter', mac)}</Kbd>} onClick={() => markAll(query)}>
            {t('find.markAll', { count: items })}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Items, groups, waves and commands in one field. */
export const FindDialog = (): ReactElement => {
  const { t } = useTranslate()
  const opened = useViewStore((state) => state.dialog === 'find')
  useFocusBack(opened)
  return (
    <Modal.Root opened={opened} onClose={() => showDialog(null)} returnFocus={false} padding={0} size={640} centered={false} yOffset="8vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('shell.find')}>
        <Modal.Body><FindBody /></Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
