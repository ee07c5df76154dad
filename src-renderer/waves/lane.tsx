import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import type { CSSProperties, ReactElement } from 'react'
import type { Evaluation } from '@core/violations/evaluation'
import type { Violation } from '@core/violations/violation'
import { useTranslate } from '../i18n/use-translate'
import { useViewStore } from '../stores/view-store'
import { colourOfWave } from '../theme/wave-colours'
import type { Lane as LaneModel, Row } from './board-model'
import { isRowSelected, selectedInPart } from './board-selection'
import { boardStore, useBoardState } from './board-state'
import { LaneHeader } from './lane-header'
import { waveName } from './lane-names'
import { GroupCard, ItemRow } from './row-card'
import { rowHeight } from './row-height'
import classes from './lane.module.css'

const overscan = 4

const countHard = (violations: readonly Violation[]): number =>
  violations.reduce((count, violation) => count + (violation.severity === 'hard' ? 1 : 0), 0)

const none: readonly Violation[] = []

type LaneRowsProps = { readonly lane: LaneModel; readonly evaluation: Evaluation }

const RowView = ({ lane, row, index, evaluation, selection, open }: {
  readonly lane: LaneModel
  readonly row: Row
  readonly index: number
  readonly evaluation: Evaluation
  readonly selection: ReadonlySet<string>
  readonly open: boolean
}): ReactElement => {
  const violations = (row.type === 'card'
    ? evaluation.violationsByGroupId.get(row.group.id)
    : evaluation.violationsByItemId.get(row.item.id)) ?? none
  const hard = countHard(violations)
  const common = { lane: lane.key, hard, warnings: violations.length - hard, selected: isRowSelected(row, selection), open }
  return row.type === 'card'
    ? <GroupCard {...common} row={row} inPart={selectedInPart(row.group, selection)} place={lane.placeOfRow[index] ?? 0} count={lane.shownGroups} />
    : <ItemRow {...common} row={row} place={row.place + 1} count={row.group.itemIds.length} />
}

/** Keeps the row of the cursor in the page, wherever the lane is scrolled: it is the board's tab stop. */
const withRow = (indexes: number[], kept: number | undefined): number[] =>
  kept === undefined || indexes.includes(kept) ? indexes : [...indexes, kept].sort((a, b) => a - b)

const LaneRows = ({ lane, evaluation }: LaneRowsProps): ReactElement => {
  const scroller = useRef<HTMLDivElement>(null)
  const selection = useViewStore((state) => state.selection.itemIds)
  const openGroupIds = useBoardState((state) => state.openGroupIds)
  const cursorRow = useBoardState(({ cursor }) => (cursor.lane === lane.key ? cursor.row : null))
  const focusTurn = useBoardState(({ cursor, focusTurn: turn }) => (cursor.lane === lane.key ? turn : 0))
  const cursorIndex = cursorRow === null ? undefined : lane.indexByKey.get(cursorRow)
  // We have no compiler that would memoise what it returns.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: lane.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight(lane.rows, index),
    getItemKey: (index) => lane.rows[index]?.key ?? index,
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), cursorIndex),
    overscan,
    paddingStart: 2,
    paddingEnd: 40,
    scrollPaddingStart: 4,
    scrollPaddingEnd: 8,
    initialOffset: () => boardStore.getState().scroll.get(lane.key) ?? 0,
  })
  useEffect(() => {
    virtualizer.measure()
  }, [lane.rows, virtualizer])
  useEffect(() => {
    if (focusTurn > 0 && cursorIndex !== undefined) virtualizer.scrollToIndex(cursorIndex, { align: 'auto' })
    // The rows may change under the cursor without a wish to scroll there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focusTurn, cursorRow])
  const { t } = useTranslate()
  return (
    <div
      ref={scroller}
      className={classes.rows}
      tabIndex={-1}
      data-lane-rows={lane.key}
      onScroll={(event) => boardStore.getState().scroll.set(lane.key, event.currentTarget.scrollTop)}
    >
      <div
        role={lane.rows.length > 0 ? 'tree' : undefined}
        aria-multiselectable={lane.rows.length > 0 ? true : undefined}
        aria-label={lane.rows.length > 0 ? waveName(t, lane.wave) : undefined}
        className={classes.sheet}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((place) => {
          const row = lane.rows[place.index]
          if (!row) return null
          return (
            <div
              key={place.key}
              role="none"
              className={classes.row}
              style={{ height: place.size, transform: `translateY(${place.start}px)` }}
              data-kind={row.type}
            >
              <RowView
                lane={lane}
                row={row}
                index={place.index}
                evaluation={evaluation}
                selection={selection}
                open={openGroupIds.has(row.group.id)}
              />
            </div>
          )
        })}
      </div>
      {lane.rows.length === 0 && <p className={classes.empty}>{t(emptyKey(lane))}</p>}
    </div>
  )
}

const emptyKey = (lane: LaneModel): 'waves.nothingMatches' | 'waves.emptyLane' | 'waves.emptyUnplanned' => {
  if (lane.hiddenGroups > 0) return 'waves.nothingMatches'
  return lane.wave ? 'waves.emptyLane' : 'waves.emptyUnplanned'
}

/** A wave, or what has none: header above, cards below; everywhere in it one can drop. */
export const Lane = memo(function Lane({ lane, evaluation }: LaneRowsProps): ReactElement {
  const ref = useRef<HTMLElement>(null)
  const over = useBoardState(({ drag }) => drag?.kind === 'cards' && drag.overLane === lane.key)
  const { t } = useTranslate()
  useEffect(() => {
    const element = ref.current
    if (!element) return
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.kind === 'row' || (source.data.kind === 'wave' && lane.wave !== null),
      getData: ({ input }) => {
        const { left, width } = element.getBoundingClientRect()
        return { type: 'lane', lane: lane.key, side: input.clientX < left + width / 2 ? 'before' : 'after' }
      },
    })
  }, [lane.key, lane.wave])
  const colour = colourOfWave(lane.wave)
  const settled = lane.wave !== null && lane.wave.status !== 'planned'
  return (
    <section
      ref={ref}
      className={classes.lane}
      aria-label={waveName(t, lane.wave)}
      data-lane={lane.key}
      data-over={over || undefined}
      data-settled={settled || undefined}
      style={{ '--lane-band': colour.border, '--lane-back': colour.background, '--lane-text': colour.text } as CSSProperties}
    >
      <LaneHeader lane={lane} violations={evaluation.violationsByWaveId.get(lane.key) ?? none} />
      <LaneRows lane={lane} evaluation={evaluation} />
    </section>
  )
})
