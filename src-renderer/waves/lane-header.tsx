import { draggable } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { IconDots, IconLock } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import { isSettled } from '@core/plan/wave'
import type { Wave } from '@core/plan/wave'
import type { Violation } from '@core/violations/violation'
import { SeverityCounts } from '../app/violation-marks'
import { useTranslate } from '../i18n/use-translate'
import type { Lane } from './board-model'
import { useBoardState } from './board-state'
import { LanePreview } from './lane-preview'
import { statusWord, waveDates, waveName } from './lane-names'
import { LoadBar } from './load-bar'
import { violationWords } from './row-card'
import { useCursorFocus } from './use-row'
import type { WaveDragData } from './use-row'
import classes from './lane-header.module.css'

type HeaderProps = { readonly lane: Lane; readonly violations: readonly Violation[] }

const useHeaderLabel = ({ lane, violations }: HeaderProps): string => {
  const { t, formatDate, formatNumber } = useTranslate()
  const { wave } = lane
  const hard = violations.filter(({ severity }) => severity === 'hard').length
  const effort = formatNumber(lane.effort)
  const load = wave?.capacity === undefined
    ? t('common.personDays', { count: lane.effort, figure: effort })
    : t('waves.load', { effort, count: wave.capacity, capacity: formatNumber(wave.capacity) })
  return [
    waveName(t, wave),
    ...(wave ? [waveDates(t, formatDate, wave), statusWord(t, wave.status)] : []),
    load,
    t('waves.groups', { count: lane.shownGroups + lane.hiddenGroups }),
    t('common.items', { count: lane.items }),
    ...violationWords(t, hard, violations.length - hard),
    ...(lane.hiddenGroups > 0 ? [t('waves.hidden', { count: lane.hiddenGroups })] : []),
  ].join(', ')
}

/** Only what is settled says so: planned is what waves usually are. */
const Status = ({ wave }: { readonly wave: Wave }): ReactElement => {
  const { t } = useTranslate()
  return (
    <span className={classes.status}>
      <IconLock size={13} stroke={2} aria-hidden />
      {statusWord(t, wave.status)}
    </span>
  )
}

const settledKeys = { cards: 'waves.byHandOnly', wave: 'waves.keepsItsPlace' } as const

/** When it is and who does it; while one drags, a settled wave says here what that means for the drop. */
const DatesOrLock = ({ wave }: { readonly wave: Wave | null }): ReactElement => {
  const { t, formatDate } = useTranslate()
  const dragged = useBoardState(({ drag }) => drag?.kind)
  if (wave && dragged && isSettled(wave)) {
    return (
      <span className={classes.locked}>
        <IconLock size={13} stroke={2} aria-hidden />
        {t(settledKeys[dragged], { status: statusWord(t, wave.status) })}
      </span>
    )
  }
  return <span className={classes.dates}>{wave ? [waveDates(t, formatDate, wave), wave.supplier].filter(Boolean).join(' · ') : ' '}</span>
}

const Counts = ({ lane, violations }: HeaderProps): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const hard = violations.filter(({ severity }) => severity === 'hard').length
  const items = lane.wave?.maxItems === undefined
    ? t('common.items', { count: lane.items })
    : t('waves.itemsOf', { items: formatNumber(lane.items), count: lane.wave.maxItems, most: formatNumber(lane.wave.maxItems) })
  return (
    <div className={classes.line}>
      <span>{t('waves.groups', { count: lane.shownGroups + lane.hiddenGroups })} · {items}</span>
      <SeverityCounts hard={hard} warnings={violations.length - hard} />
    </div>
  )
}

/** A settled wave has its number and its dates for good, so it is not taken hold of. */
const useDraggableHeader = (wave: Wave | null) => {
  const ref = useRef<HTMLElement>(null)
  const waveId = wave && !isSettled(wave) ? wave.id : undefined
  useEffect(() => {
    if (!ref.current || waveId === undefined) return
    return draggable({ element: ref.current, getInitialData: (): WaveDragData => ({ kind: 'wave', waveId }) })
  }, [waveId])
  return ref
}

/** What a wave is and how full; the title opens it for editing, and the whole header drags the wave to another place. */
export const LaneHeader = (props: HeaderProps): ReactElement => {
  const { lane } = props
  const { wave } = lane
  const { t, formatNumber } = useTranslate()
  const header = useDraggableHeader(wave)
  const title = useRef<HTMLButtonElement>(null)
  const isCursor = useCursorFocus(title, lane.key, null)
  const label = useHeaderLabel(props)
  const dragging = useBoardState(({ drag }) => drag?.kind === 'cards')
  const effort = formatNumber(lane.effort)
  const load = wave?.capacity === undefined
    ? t('waves.loadShortUnlimited', { effort })
    : t('waves.loadShort', { effort, capacity: formatNumber(wave.capacity) })
  return (
    <header ref={header} className={classes.header} data-lane-header={lane.key} data-wave={wave && !isSettled(wave) ? true : undefined}>
      <div className={classes.top}>
        <button ref={title} type="button" className={classes.title} data-part="title" tabIndex={isCursor ? 0 : -1}>
          <span className="ww-hidden">{label}</span>
          {wave && <span className={classes.number} aria-hidden>{wave.number}</span>}
          <span className={classes.name} aria-hidden>{wave ? (wave.name ?? t('waves.waveNumber', { number: wave.number })) : t('waves.unplanned')}</span>
        </button>
        {wave && isSettled(wave) && <Status wave={wave} />}
        <button type="button" className={classes.dots} data-part="menu" tabIndex={-1} aria-label={t('waves.laneMenu', { name: waveName(t, wave) })}>
          <IconDots size={16} aria-hidden />
        </button>
      </div>
      <div className={classes.line}>
        <DatesOrLock wave={wave} />
        <span className={classes.load}>{load}</span>
      </div>
      {dragging ? <LanePreview lane={lane} /> : (
        <>
          <LoadBar effort={lane.effort} capacity={wave?.capacity} />
          <Counts {...props} />
        </>
      )}
      {lane.hiddenGroups > 0 && <div className={classes.hidden}>{t('waves.hidden', { count: lane.hiddenGroups })}</div>}
    </header>
  )
}
