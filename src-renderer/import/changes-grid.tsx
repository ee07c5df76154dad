import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import type { ComparedImport } from '@core/workbook/compare-import'
import type { ImportRow } from '@core/workbook/import-row'
import { likenessWords } from '@core/workbook/likeness-words'
import type { LikelyRename } from '@core/workbook/match-likely-items'
import { useTranslate } from '../i18n/use-translate'
import { changeText } from './change-words'
import { PairDialog, unmatchedItems, type Stray } from './pair-dialog'
import type { Changes } from './use-changes'
import list from '../ui/rows.module.css'
import { useVirtualList, VirtualRows } from './virtual-rows'
import classes from './changes.module.css'

type GridProps = {
  readonly rows: readonly ImportRow[]
  readonly changes: Changes
  readonly names: ReadonlyMap<string, string>
}

const pageOf = 12

type Judged = Extract<ImportRow, { readonly match: unknown }>

/** The row by which two items are one that id and name have not told: their other name, or else their other kind. */
const isJudged = (row: ImportRow | undefined): row is Judged => {
  if (row === undefined || !('match' in row)) return false
  if (row.kind === 'renamed') return row.match.by === 'likeness' || row.match.by === 'planner'
  return row.match.by === 'planner' && row.field === 'kind'
}

/** By imported id, the items of the plan that one may be which looks new, the most likely first. */
type Possible = ReadonlyMap<string, readonly LikelyRename[]>

const possibleIn = ({ possible }: ComparedImport): Possible => {
  const byImported = new Map<string, LikelyRename[]>()
  for (const pair of possible) byImported.set(pair.importedId, [...(byImported.get(pair.importedId) ?? []), pair])
  return byImported
}

const pairsOf = (row: ImportRow | undefined, possible: Possible): readonly LikelyRename[] =>
  (row?.kind === 'new-item' ? possible.get(row.importedId) ?? [] : [])

/** One line, or two where the second says why two items are taken for one, or may be one. */
const heightOf = (row: ImportRow | undefined, possible: Possible): number => (isJudged(row) || pairsOf(row, possible).length > 0 ? 52 : 32)

const noneKey = ({ rows, otherPlaces, unchanged }: ComparedImport): MessageKey => {
  if (rows.length > 0) return 'import.changesNoneShown'
  if (unchanged === 0) return 'import.changesNoneKnown'
  return otherPlaces.length > 0 ? 'import.changesOnlyPlaces' : 'import.changesNone'
}

/** The row that a key leads to; null for keys that do not walk. */
const rowAfter = (key: string, row: number, count: number): number | null => {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageOf, PageUp: -pageOf, Home: -count, End: count }
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  return step === undefined ? null : Math.max(0, Math.min(count - 1, row + step))
}

/** Why two items are taken for one, or may be one. */
const Evidence = ({ row, likeliest, names }: {
  readonly row: ImportRow; readonly likeliest: LikelyRename | undefined; readonly names: ReadonlyMap<string, string>
}): ReactElement | null => {
  const { t } = useTranslate()
  if (likeliest) {
    const may = t('import.mayBe', { name: names.get(likeliest.openId) ?? likeliest.openId, why: likenessWords(t, likeliest.evidence) })
    return <span className={classes.evidence} title={may}>{may}</span>
  }
  if (!isJudged(row)) return null
  if (row.match.by !== 'likeness') return <span className={classes.evidence}>{t('import.pairedBy')}</span>
  const why = likenessWords(t, row.match.evidence)
  return <span className={classes.evidence} title={why}>{why}</span>
}

/** The way to say that they are not, below the other name, where there is room. */
const KeepApart = ({ row, changes }: { readonly row: ImportRow; readonly changes: Changes }): ReactElement | null => {
  const { t } = useTranslate()
  if (!isJudged(row)) return null
  return (
    <span className={classes.evidence}>
      <button
        type="button" tabIndex={-1} aria-label={t('import.notTheSameOf', { before: String(row.before), after: String(row.after) })}
        onClick={(event) => {
          event.stopPropagation()
          changes.keepApart(row.importedId)
        }}
      >
        {t('import.notTheSame')}
      </button>
    </span>
  )
}

/** What happens to a row that is left as it is suggested, where that is not plain. */
const Remark = ({ row, taken }: { readonly row: ImportRow; readonly taken: boolean }): ReactElement | null => {
  const { t } = useTranslate()
  if (row.kind === 'gone-item') return <span className={classes.remark}>{t(taken ? 'import.goneLeaves' : 'import.goneStays')}</span>
  if (row.edited) return <span className={classes.remark}>{t('import.editedHere')}</span>
  return null
}

/** What the plan has of it; of what looks new, the way to say that it is there under another name. */
const Before = ({ row, text, pair }: {
  readonly row: ImportRow; readonly text: string; readonly pair: ((stray: Stray) => void) | null
}): ReactElement => {
  const { t } = useTranslate()
  if (row.kind !== 'new-item' || !pair) return text === '' ? <em>{row.kind.startsWith('new') ? '–' : t('import.blank')}</em> : <>{text}</>
  return (
    <button
      type="button" tabIndex={-1} className={classes.pairing} aria-label={t('import.pairOf', { name: row.item.name })}
      onClick={(event) => {
        event.stopPropagation()
        pair(row)
      }}
    >
      {t('import.pair')}
    </button>
  )
}

const Row = ({ row, changes, names, likeliest, pair }: Omit<GridProps, 'rows'> & {
  readonly row: ImportRow; readonly likeliest: LikelyRename | undefined; readonly pair: ((stray: Stray) => void) | null
}): ReactElement => {
  const words = useTranslate()
  const text = changeText(words, row, names)
  const taken = changes.isTaken(row)
  const Box = taken ? IconSquareCheckFilled : IconSquare
  return (
    <>
      <div role="gridcell" className={classes.box}><Box size={18} aria-hidden /></div>
      <div role="gridcell" title={text.id ? `${text.about} (${text.id})` : text.about}>
        <strong>{text.about}</strong>{text.id && text.id !== text.about && <small> {text.id}</small>}
        <Evidence row={row} likeliest={likeliest} names={names} />
      </div>
      <div role="gridcell" className={classes.what} data-kind={row.kind}>{text.what}</div>
      <div role="gridcell" className={classes.beforeValue} title={text.before}><Before row={row} text={text.before} pair={pair} /></div>
      <div role="gridcell" title={text.after}>
        {text.after || (row.kind === 'gone-item' ? null : <em>{words.t('import.blank')}</em>)}
        <Remark row={row} taken={taken} />
        <KeepApart row={row} changes={changes} />
      </div>
    </>
  )
}

const Headings = (): ReactElement => {
  const { t } = useTranslate()
  return (
    <div role="rowgroup" className={list.headings}>
      <div role="row" className={classes.row}>
        <div role="columnheader"><span className="ww-hidden">{t('import.take')}</span></div>
        <div role="columnheader">{t('common.fieldName')}</div>
        <div role="columnheader">{t('import.what')}</div>
        <div role="columnheader">{t('import.before')}</div>
        <div role="columnheader">{t('import.after')}</div>
      </div>
    </div>
  )
}

/** Changes of any number, each taken or left: by click, or by Space on the row that the arrow keys have reached. */
export const ChangesGrid = ({ rows, changes, names }: GridProps): ReactElement => {
  const { t } = useTranslate()
  const gridId = useId()
  const [active, setActive] = useState(0)
  const [stray, setStray] = useState<Stray | null>(null)
  const mayPair = useMemo(() => unmatchedItems(changes).length > 0, [changes])
  const possible = useMemo(() => possibleIn(changes.compared), [changes.compared])
  const { scroller, virtual } = useVirtualList(rows.length, (index) => heightOf(rows[index], possible))
  useEffect(() => virtual.measure(), [rows, virtual])
  // A dialog over a dialog gives the keyboard back to the row that it was about.
  useEffect(() => {
    if (!stray) return
    const grid = scroller.current
    return () => grid?.focus()
  }, [stray, scroller])
  const current = Math.min(active, rows.length - 1)
  const toggle = (index: number): void => {
    const row = rows[index]
    setActive(index)
    if (row) changes.choose([row], !changes.isTaken(row))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = rowAfter(event.key, current, rows.length)
    const row = rows[current]
    if (next !== null) {
      setActive(next)
      virtual.scrollToIndex(next)
    } else if (event.key === ' ') toggle(current)
    else if (event.key === 'Delete' && isJudged(row)) changes.keepApart(row.importedId)
    else if (event.key === 'Enter' && row?.kind === 'new-item' && mayPair) setStray(row)
    else return
    event.preventDefault()
  }
  return (
    <>
      {stray && <PairDialog stray={stray} possible={possible.get(stray.importedId) ?? []} changes={changes} close={() => setStray(null)} />}
      <div
        className={list.box} data-grid ref={scroller} role="grid" aria-label={t('import.changes')} aria-rowcount={rows.length + 1} tabIndex={0}
        aria-multiselectable aria-description={t('import.changesKeys')} onKeyDown={onKeyDown}
        aria-activedescendant={rows.length > 0 ? `${gridId}-${current}` : undefined}
      >
        <Headings />
        {rows.length === 0 && <p className={classes.none}>{t(noneKey(changes.compared))}</p>}
        <VirtualRows virtual={virtual} rows={rows}>
          {(row, item) => (
            <div
              key={row.key} id={`${gridId}-${item.index}`} role="row" aria-rowindex={item.index + 2} aria-selected={changes.isTaken(row)}
              data-active={item.index === current || undefined} className={`${list.line} ${classes.row} ${classes.data}`}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }} onClick={() => toggle(item.index)}
            >
              <Row row={row} changes={changes} names={names} likeliest={pairsOf(row, possible)[0]} pair={mayPair ? setStray : null} />
            </div>
          )}
        </VirtualRows>
      </div>
    </>
  )
}
