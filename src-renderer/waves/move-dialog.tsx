import { Button } from '@mantine/core'
import { IconLock, IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent, ReactElement } from 'react'
import { isSettled } from '@core/plan/wave'
import type { Wave } from '@core/plan/wave'
import { previewMove } from '@core/violations/preview-move'
import type { MovePreview } from '@core/violations/preview-move'
import { useTranslate } from '../i18n/use-translate'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { showDialog, viewStore } from '../stores/view-store'
import { colourOfWave } from '../theme/wave-colours'
import { moveTo, moveToNewWave, whatOf } from './board-commands'
import { laneKeyOf } from './board-model'
import { loadOf } from './board-selection'
import { setCut, wantFocus } from './board-state'
import { statusWord, waveDates, waveName } from './lane-names'
import { MoveFigures } from './lane-preview'
import { Dialog } from '../ui/dialog'
import classes from './move-dialog.module.css'

type Target = { readonly key: string; readonly wave: Wave | null; readonly preview: MovePreview | undefined; readonly here: boolean }

const TargetRow = ({ target, active, id, run }: {
  readonly target: Target
  readonly active: boolean
  readonly id: string
  readonly run: () => void
}): ReactElement => {
  const { t, formatDate, formatNumber } = useTranslate()
  const { wave, preview, here } = target
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const after = preview?.effortAfter
  const over = wave?.capacity !== undefined && after != null && after > wave.capacity
  return (
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={active}
      className={classes.target}
      data-active={active || undefined}
      data-target={target.key}
      style={{ '--lane-band': colourOfWave(wave).border } as CSSProperties}
      onClick={run}
    >
      <span className={classes.names}>
        <span className={classes.name}>
          {wave && isSettled(wave) && <IconLock size={14} aria-hidden />}
          {waveName(t, wave)}
        </span>
        {wave && (
          <span className={classes.quiet}>
            {[waveDates(t, formatDate, wave), ...(isSettled(wave) ? [t('waves.byHandOnly', { status: statusWord(t, wave.status) })] : [])].join(' · ')}
          </span>
        )}
      </span>
      <span className={classes.figures}>
        {here ? <span className={classes.quiet}>{t('waves.figuresNow')}</span> : preview && <MoveFigures preview={preview} />}
      </span>
      <span className={classes.load} data-over={over || undefined}>
        {after == null ? '' : wave?.capacity === undefined
          ? t('waves.loadShortUnlimited', { effort: formatNumber(after) })
          : t('waves.loadShort', { effort: formatNumber(after), capacity: formatNumber(wave.capacity) })}
      </span>
    </div>
  )
}

const indexAfterKey = (key: string, active: number, last: number): number | null => {
  switch (key) {
    case 'ArrowDown': return Math.min(last, active + 1)
    case 'ArrowUp': return Math.max(0, active - 1)
    case 'Home': return 0
    case 'End': return last
    case 'PageDown': return Math.min(last, active + 8)
    case 'PageUp': return Math.max(0, active - 8)
    default: return null
  }
}

/** Digits jump to the wave of that number: typing 1 2 goes to wave 12. */
const useTypedNumber = (targets: readonly Target[], go: (index: number) => void) => {
  const typed = useRef({ text: '', at: 0 })
  return (key: string): void => {
    if (!/^\d$/.test(key)) return
    const now = performance.now()
    typed.current = { text: now - typed.current.at < 1000 ? typed.current.text + key : key, at: now }
    const index = targets.findIndex(({ wave }) => wave?.number === Number(typed.current.text))
    if (index >= 0) go(index)
  }
}

const useTargets = (itemIds: readonly string[]): readonly Target[] => {
  const document = usePlanDocument()
  const { scenario, groupByItemId } = useLookup()
  return useMemo(() => {
    const previews = new Map(previewMove(document, itemIds).map((preview) => [laneKeyOf(preview.waveId), preview]))
    const waveIds = new Set(itemIds.flatMap((id) => groupByItemId.get(id) ?? []).map((group) => group.waveId))
    return [...scenario.waves, null].map((wave) => ({
      key: laneKeyOf(wave?.id ?? null),
      wave,
      preview: previews.get(laneKeyOf(wave?.id ?? null)),
      here: waveIds.size === 1 && waveIds.has(wave?.id ?? null),
    }))
  }, [document, scenario, groupByItemId, itemIds])
}

/** At once, not after the dialog has opened: people type the number right behind M. */
const takeKeyboard = (list: HTMLElement | null): void => list?.focus()

const close = (): void => {
  showDialog(null)
  if (viewStore.getState().view === 'waves') wantFocus()
}

/** The way to move without dragging: every wave with what moving there would change. Enter moves. */
export const MoveDialog = (): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const { groupByItemId } = useLookup()
  const [itemIds] = useState(() => [...viewStore.getState().selection.itemIds])
  const load = useMemo(() => loadOf(groupByItemId, itemIds), [groupByItemId, itemIds])
  const targets = useTargets(itemIds)
  const [active, setActive] = useState(() => Math.max(0, targets.findIndex(({ here }) => !here)))
  const type = useTypedNumber(targets, setActive)
  const move = (target: Target | undefined): void => {
    if (!target) return
    moveTo(itemIds, target.wave?.id ?? null)
    setCut([])
    close()
  }
  const press = (event: KeyboardEvent): void => {
    const next = indexAfterKey(event.key, active, targets.length - 1)
    if (next !== null) setActive(next)
    else if (event.key === 'Enter' || event.key === ' ') move(targets[active])
    else return type(event.key)
    event.preventDefault()
  }
  return (
    <Dialog opened onClose={close} size="lg" title={t('waves.moveTitle', { what: whatOf(t, document, load) })} returnFocus={viewStore.getState().view !== 'waves'}>
      {load.itemIds.length === 0 ? <p>{t('waves.moveNone')}</p> : (
        <>
          <p className={classes.help} id="move-help">{t('waves.moveHelp')}</p>
          <div
            ref={takeKeyboard}
            role="listbox"
            className={classes.list}
            tabIndex={0}
            data-autofocus
            aria-label={t('waves.moveList')}
            aria-describedby="move-help"
            aria-activedescendant={targets[active] && `move-target-${active}`}
            onKeyDown={press}
          >
            {targets.map((target, index) => (
              <TargetRow key={target.key} id={`move-target-${index}`} target={target} active={index === active} run={() => move(target)} />
            ))}
          </div>
          <div className={classes.foot}>
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={load.groups.length === 0}
              onClick={() => {
                moveToNewWave(itemIds)
                close()
              }}>
              {t('waves.moveNewWave')}
            </Button>
            <Button onClick={() => move(targets[active])}>{t('waves.moveHere')}</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
