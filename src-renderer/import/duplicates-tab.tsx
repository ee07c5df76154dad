import { NativeSelect } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import type { Item } from '@core/estate/item'
import type { MessageKey } from '@core/messages/translator'
import type { LikelyDuplicate, NameDifference } from '@core/workbook/duplicates'
import type { ItemMerge } from '@core/workbook/duplicates-merge'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { host } from '../host/host'
import { useTranslate } from '../i18n/use-translate'
import type { Translation } from '../i18n/use-translate'
import { fieldName } from './change-words'
import type { Understood } from './import-store'
import classes from './duplicates.module.css'

const differenceKeys: Readonly<Record<NameDifference, MessageKey>> = {
  same: 'import.differSame',
  writing: 'import.differWriting',
  version: 'import.differVersion',
  number: 'import.differNumber',
  spelling: 'import.differSpelling',
}

const noDuplicates: readonly LikelyDuplicate[] = []

/**
 * Found once for what was read: merging some of them does not make the others go. The thread that has read the workbook looks for
 * them while the rest is on the screen.
 */
export const useDuplicates = ({ jobId, imported, rereading }: Understood): readonly LikelyDuplicate[] => {
  const [found, setFound] = useState(noDuplicates)
  useEffect(() => {
    let left = rereading
    if (!rereading) {
      void host().workbookDuplicates(jobId).then((answer) => {
        if (!left) setFound(answer.ok ? answer.value : noDuplicates)
      })
    }
    return () => {
      left = true
    }
  }, [jobId, imported, rereading])
  return found
}

const evidence = (words: Translation, { difference, alike, sharedNeighbours }: LikelyDuplicate): string => {
  const { t } = words
  const fields = alike.map((field) => fieldName(words, field).toLowerCase()).join(', ')
  return [
    t(differenceKeys[difference]), ...(fields ? [t('import.alikeFields', { fields })] : []),
    ...(sharedNeighbours > 0 ? [t('import.sharedNeighbours', { count: sharedNeighbours })] : []),
  ].join(' · ')
}

const Named = ({ item }: { readonly item: Item | undefined }): ReactElement => (
  <div role="cell" title={item ? `${item.name} (${item.id})` : ''}>
    <strong>{item?.name}</strong>
    <small>{[item?.id, item?.organisation, item?.supplier].filter(Boolean).join(' · ')}</small>
  </div>
)

type RowProps = {
  readonly pair: LikelyDuplicate
  readonly itemById: ReadonlyMap<string, Item>
  readonly merges: readonly ItemMerge[]
  readonly setMerges: (merges: readonly ItemMerge[]) => void
}

const isOf = ({ keep, drop }: ItemMerge, [first, second]: LikelyDuplicate['itemIds']): boolean =>
  (keep === first && drop === second) || (keep === second && drop === first)

const Row = ({ pair, itemById, merges, setMerges }: RowProps): ReactElement => {
  const words = useTranslate()
  const { t } = words
  const [first, second] = pair.itemIds
  const [a, b] = [itemById.get(first), itemById.get(second)]
  const kept = merges.find((merge) => isOf(merge, pair.itemIds))?.keep ?? ''
  const choose = (keep: string): void => {
    const others = merges.filter((merge) => !isOf(merge, pair.itemIds))
    setMerges(keep === '' ? others : [...others, { keep, drop: keep === first ? second : first }])
  }
  return (
    <>
      <Named item={a} />
      <Named item={b} />
      <div role="cell" className={classes.why}>{evidence(words, pair)}</div>
      <div role="cell">
        <NativeSelect
          size="xs" value={kept} aria-label={t('import.duplicateChoice', { first: a?.name ?? first, second: b?.name ?? second })}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('import.keepBoth') },
            { value: first, label: t('import.oneNamed', { name: a?.name ?? first }) },
            { value: second, label: t('import.oneNamed', { name: b?.name ?? second }) },
          ]}
        />
      </div>
    </>
  )
}

const Headings = (): ReactElement => {
  const { t } = useTranslate()
  return (
    <div role="rowgroup" className={classes.headings}>
      <div role="row" className={classes.row}>
        <div role="columnheader">{t('import.firstItem')}</div>
        <div role="columnheader">{t('import.secondItem')}</div>
        <div role="columnheader">{t('import.whyAlike')}</div>
        <div role="columnheader">{t('import.mergeHeading')}</div>
      </div>
    </div>
  )
}

/** Items named nearly alike, with what speaks for their being one. Whatever is not chosen stays two. */
export const DuplicatesTab = ({ imported, duplicates, merges, setMerges }: {
  readonly imported: ImportedWorkbook
  readonly duplicates: readonly LikelyDuplicate[]
} & Pick<RowProps, 'merges' | 'setMerges'>): ReactElement => {
  const { t } = useTranslate()
  const scroller = useRef<HTMLDivElement>(null)
  const itemById = useMemo(() => new Map(imported.document.estate.items.map((item) => [item.id, item])), [imported])
  // eslint-disable-next-line react-hooks/incompatible-library -- we build without React's compiler
  const virtual = useVirtualizer({ count: duplicates.length, getScrollElement: () => scroller.current, estimateSize: () => 48, overscan: 8 })
  return (
    <div className={classes.tab}>
      <p className={classes.lead}>{t(duplicates.length === 0 ? 'import.duplicatesNone' : 'import.duplicatesLead')}</p>
      <div className={classes.table} ref={scroller} role="table" aria-label={t('import.duplicatesTab')} aria-rowcount={duplicates.length + 1} tabIndex={0}>
        <Headings />
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const pair = duplicates[item.index]
            if (!pair) return null
            return (
              <div key={pair.itemIds.join('\n')} role="row" aria-rowindex={item.index + 2} className={`${classes.row} ${classes.data}`} style={{ transform: `translateY(${item.start}px)` }}>
                <Row pair={pair} itemById={itemById} merges={merges} setMerges={setMerges} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
