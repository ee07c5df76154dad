import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useStoreApi } from '@xyflow/react'
import { Menu } from '@mantine/core'
import { IconDots, IconEyeOff, IconFold, IconLock } from '@tabler/icons-react'
import { isSettled, type Wave } from '@core/plan/wave'
import { useTranslate } from '../../i18n/use-translate'
import { setSettings, useGraphSettings } from '../../stores/graph-settings-store'
import { colourOfWave } from '../../theme/wave-colours'
import { laneTitle, ownWaveName } from '../graph-words'
import { useMassTools } from './mass-context'
import { setMass, useMass } from './mass-store'
import { ViolationCounts } from './mass-blocks'
import { violationWords } from './mass-words'
import { DropNote } from './drop-note'
import type { PictureLane } from './picture-types'
import type { SeenPane } from './viewport-motion'
import styles from './lanes.module.css'

/** Widths of a lane's header, in pixels, from which on more of it can be shown. */
const sizeOf = (width: number): 'wide' | 'middle' | 'narrow' | 'tiny' | 'sliver' | 'bare' =>
  width >= 170 ? 'wide' : width >= 64 ? 'middle' : width >= 33 ? 'narrow' : width >= 18 ? 'tiny' : width >= 11 ? 'sliver' : 'bare'

type Cell = { readonly header: HTMLElement; readonly inside: HTMLElement; zoom: number; isSeen: boolean; inset: number }

/** What begins left of the window keeps its name in sight, as long as there is room for it. */
const nameRoom = 120

/**
 * Puts a header over its lane. What is out of the window is left alone until it comes in, and what only moves is moved
 * with the whole strip.
 */
const placeCell = (cell: Cell, lane: PictureLane, { width, transform: [x, , zoom] }: SeenPane): void => {
  const { header, inside } = cell
  const wide = lane.width * zoom
  const left = lane.x * zoom + x
  const isSeen = left < width && left + wide > 0
  if (isSeen !== cell.isSeen) header.toggleAttribute('data-out', !isSeen)
  cell.isSeen = isSeen
  if (!isSeen) return
  if (cell.zoom !== zoom) {
    header.style.width = `${wide}px`
    header.style.transform = `translateX(${lane.x * zoom}px)`
    const size = sizeOf(wide)
    if (header.dataset.size !== size) header.dataset.size = size
  }
  cell.zoom = zoom
  const inset = Math.round(Math.max(0, Math.min(-left, wide - nameRoom)))
  if (inset === cell.inset) return
  // In a layer of its own while it is kept: then it is only moved, not drawn anew.
  inside.style.willChange = inset === 0 ? '' : 'transform'
  inside.style.transform = inset === 0 ? '' : `translateX(${inset}px)`
  cell.inset = inset
}

/** Puts each header over its lane, without React, for every frame of a movement. */
const usePlaces = (lanes: readonly PictureLane[]) => {
  const strip = useRef<HTMLDivElement>(null)
  const store = useStoreApi()
  useLayoutEffect(() => {
    const row = strip.current
    if (!row) return
    const cells = [...row.children].flatMap((header): Cell[] => {
      const inside = header.firstElementChild
      if (!(header instanceof HTMLElement) || !(inside instanceof HTMLElement)) return []
      return [{ header, inside, zoom: Number.NaN, isSeen: !header.hasAttribute('data-out'), inset: Number.NaN }]
    })
    const place = (now: SeenPane): void => {
      row.style.transform = `translateX(${now.transform[0]}px)`
      lanes.forEach((lane, index) => {
        const cell = cells[index]
        if (cell) placeCell(cell, lane, now)
      })
    }
    place(store.getState())
    return store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width) place(now)
    })
  }, [lanes, store])
  return strip
}

const waveOfLane = (waves: readonly Wave[], { title }: PictureLane): Wave | undefined =>
  title.kind === 'wave' ? waves[title.wave] : undefined

const LaneMenu = ({ laneKey, name }: { readonly laneKey: string; readonly name: string }) => {
  const { t } = useTranslate()
  const settings = useGraphSettings((state) => state.settings)
  const isClosed = settings.closed.includes(laneKey)
  const fold = (): void => setSettings({ closed: isClosed ? settings.closed.filter((key) => key !== laneKey) : [...settings.closed, laneKey] })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" tabIndex={-1} className={styles.laneMenu} aria-label={t('mass.laneMenu', { name })}>
          <IconDots size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFold size={16} aria-hidden />} onClick={fold}>
          {t(isClosed ? 'mass.unfold' : 'mass.fold', { name })}
        </Menu.Item>
        <Menu.Item leftSection={<IconEyeOff size={16} aria-hidden />} onClick={() => setSettings({ hidden: [...settings.hidden, laneKey] })}>
          {t('mass.hide', { name })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** How full a wave is; beyond its capacity the bar is red and goes over its end. */
const Load = ({ effort, capacity }: { readonly effort: number; readonly capacity: number }) => (
  <span className={styles.load} data-over={effort > capacity || undefined}>
    <i style={{ width: `${Math.min(100, (effort / Math.max(1, capacity)) * 100)}%` }} />
  </span>
)

type LaneHeaderProps = {
  readonly laneKey: string
  readonly name: string
  readonly wave: Wave | undefined
  /** The wave that a drop goes to, '' for unplanned; undefined: none. */
  readonly target: string | undefined
  readonly items: number
  readonly effort: number
  readonly hard: number
  readonly warnings: number
  readonly show: (laneKey: string) => void
}

/** Its figures by themselves, so that a change of the plan draws only the headers anew that it touches. */
const LaneHeader = memo(({ laneKey, name, wave, target, items, effort, hard, warnings, show }: LaneHeaderProps) => {
  const { t, formatNumber } = useTranslate()
  const isShown = useMass((state) => state.violationsOf === laneKey)
  const isCurrent = useMass((state) => state.cursor?.kind === 'lane' && state.cursor.key === laneKey)
  const isOver = useMass((state) => target !== undefined && state.drag?.over === target)
  const load = wave?.capacity === undefined ? t('common.personDays', { count: effort, figure: formatNumber(effort) }) : t('mass.loadOf', { effort, count: wave.capacity })
  const count = t('graph.items', { count: items })
  const broken = violationWords(t, hard, warnings)
  return (
    <div
      className={styles.lane}
      data-lane={laneKey}
      data-current={isCurrent || undefined}
      data-over={isOver || undefined}
      {...(target === undefined ? {} : { 'data-drop': target })}
      style={{ '--band': wave ? colourOfWave(wave).border : 'var(--ww-line-strong)' } as object}
      title={`${name}: ${count}, ${load}, ${broken}`}
    >
      <div>
        <button type="button" tabIndex={-1} className={styles.laneTitle} onClick={() => show(laneKey)}>
          {wave && <b>{wave.number}</b>}
          <span>{wave ? ownWaveName(t, wave) : name}</span>
          {wave && isSettled(wave) && <IconLock size={14} aria-hidden />}
        </button>
        <span className={styles.laneItems}>{count}</span>
        <span className={styles.laneNumber}>{formatNumber(items)}</span>
        <DropNote target={target} />
        {hard + warnings > 0 && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.laneMarks}
            aria-pressed={isShown}
            title={t(isShown ? 'mass.hideViolations' : 'mass.showViolations', { lane: name })}
            onClick={() => setMass({ violationsOf: isShown ? null : laneKey })}
          >
            <ViolationCounts hard={hard} warnings={warnings} />
            <span className="ww-hidden">{broken}, {name}</span>
          </button>
        )}
      </div>
      {wave?.capacity !== undefined && <Load effort={effort} capacity={wave.capacity} />}
      <LaneMenu laneKey={laneKey} name={name} />
    </div>
  )
})
LaneHeader.displayName = 'LaneHeader'

/** The lanes' names, always at the top: where one is, and where one can drop. */
export const LaneStrip = () => {
  const { picture, marks, walker } = useMassTools()
  const { t } = useTranslate()
  const strip = usePlaces(picture.lanes)
  const latest = useRef({ picture, walker })
  useEffect(() => {
    latest.current = { picture, walker }
  }, [picture, walker])
  const show = useCallback((laneKey: string): void => {
    const now = latest.current
    const lane = now.picture.lanes.find(({ key }) => key === laneKey)
    if (lane) now.walker.show({ ...lane, height: now.picture.bounds.height }, 0.6)
  }, [])
  return (
    <div className={styles.strip} data-chrome>
      <div ref={strip} className={styles.stripRow}>
        {picture.lanes.map((lane, index) => {
          const wave = waveOfLane(picture.model.waves, lane)
          return (
            <LaneHeader
              key={lane.key}
              laneKey={lane.key}
              name={laneTitle(t, picture.model, lane.title)}
              wave={wave}
              target={wave?.id ?? (lane.title.kind === 'unplanned' ? '' : undefined)}
              items={lane.items}
              effort={lane.effort}
              hard={marks.hardOfLane[index] ?? 0}
              warnings={marks.warningsOfLane[index] ?? 0}
              show={show}
            />
          )
        })}
      </div>
    </div>
  )
}
