import { ActionIcon, Button, CloseButton, Switch, TextInput, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import { isComplete } from '@core/estate/find/compile-filter'
import type { ActionId } from '@main/contract/actions'
import { actionById } from '@main/contract/actions'
import { runAction } from '../actions/action-registry'
import { ariaKey, shownKey } from '../actions/keys'
import { focusViewIfLost } from '../app/focus-view'
import { useIsMac } from '../app/platform-store'
import { useTranslate } from '../i18n/use-translate'
import { Conditions } from './conditions'
import { closeFind, isLooking, openConditions, setHides, setText, useFilter } from './filter-store'
import { NamedFilters } from './named-filters'
import { walkFound } from './walk-found'
import classes from './find-bar.module.css'

const Step = ({ id, label, children }: { readonly id: ActionId; readonly label: string; readonly children: ReactNode }): ReactElement => {
  const mac = useIsMac()
  const found = useFilter((state) => state.found?.length ?? 0)
  const key = actionById.get(id)?.accelerator ?? null
  return (
    <Tooltip label={`${label} (${shownKey(key, mac)})`}>
      <ActionIcon variant="default" size="lg" aria-label={label} aria-keyshortcuts={ariaKey(key, mac)} disabled={found === 0} onClick={() => runAction(id)}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** "3 of 41", "41 found", "Nothing found". */
const Count = (): ReactElement => {
  const { t } = useTranslate()
  const found = useFilter((state) => state.found)
  const currentId = useFilter((state) => state.currentId)
  const looks = useFilter(isLooking)
  const place = found && currentId !== null ? found.indexOf(currentId) : -1
  const words = (): string => {
    if (!looks || !found) return ''
    if (found.length === 0) return t('find.nothing')
    return place < 0 ? t('find.count', { count: found.length }) : t('find.place', { place: place + 1, count: found.length })
  }
  return <span className={classes.count} role="status" data-nothing={(looks && found?.length === 0) || undefined}>{words()}</span>
}

/** The last wish to write that was answered: the bar itself may come and go, as when the plan is presented. */
let answeredTurn = 0

const TextField = (): ReactElement => {
  const { t } = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const text = useFilter((state) => state.text)
  const turn = useFilter((state) => state.writeTurn)
  useEffect(() => {
    if (turn === answeredTurn) return
    answeredTurn = turn
    input.current?.focus()
    input.current?.select()
  }, [turn])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') walkFound(event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowDown') walkFound(1)
    else if (event.key === 'ArrowUp') walkFound(-1)
    else return
    event.preventDefault()
  }
  return (
    <TextInput
      ref={input} size="sm" className={classes.text} value={text} leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t('common.clear')} onClick={() => setText('')} />}
      aria-label={t('find.inAnyField')} placeholder={t('find.inAnyField')}
      onChange={(event) => setText(event.currentTarget.value)} onKeyDown={onKeyDown}
    />
  )
}

const ConditionsButton = (): ReactElement => {
  const { t } = useTranslate()
  const mac = useIsMac()
  const complete = useFilter((state) => state.conditions.filter(isComplete).length)
  const opened = useFilter((state) => state.showsConditions)
  return (
    <Button
      variant={complete > 0 ? 'light' : 'default'} size="compact-md" leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
      aria-expanded={opened} aria-keyshortcuts={ariaKey('CmdOrCtrl+Shift+F', mac)} onClick={openConditions}
    >
      {complete > 0 ? t('find.conditionCount', { count: complete }) : t('find.conditions')}
    </Button>
  )
}

/** Escape closes what is open over the bar first: a list of choices, a menu, the form of a name. */
const belongsToPopup = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[role=combobox][aria-expanded=true], [role=dialog], [role=menu], [role=listbox]') !== null

/** Finding and filtering, in one bar above whatever view is open; marks what it finds while one writes. */
export const FindBar = (): ReactElement | null => {
  const { t } = useTranslate()
  const isOpen = useFilter((state) => state.isOpen)
  const hides = useFilter((state) => state.hides)
  const looks = useFilter(isLooking)
  const showsConditions = useFilter((state) => state.showsConditions)
  if (!isOpen) return null
  const close = (): void => {
    closeFind()
    requestAnimationFrame(focusViewIfLost)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || belongsToPopup(event.target)) return
    event.preventDefault()
    if (showsConditions) openConditions()
    else close()
  }
  return (
    <search className={classes.bar} aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <div className={classes.line}>
        <TextField />
        <Count />
        <Step id="find-previous" label={t('find.previous')}><IconChevronUp size={18} aria-hidden /></Step>
        <Step id="find-next" label={t('find.next')}><IconChevronDown size={18} aria-hidden /></Step>
        <ConditionsButton />
        <Switch size="sm" label={t('find.hide')} checked={hides} disabled={!looks} onChange={(event) => setHides(event.currentTarget.checked)} />
        <span className={classes.spacer} />
        <NamedFilters />
        <Tooltip label={`${t('find.close')} (Esc)`}>
          <ActionIcon size="lg" aria-label={t('find.close')} onClick={close}><IconX size={18} aria-hidden /></ActionIcon>
        </Tooltip>
      </div>
      {showsConditions && <Conditions />}
    </search>
  )
}
