import { NativeSelect } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import type { Item } from '@core/estate/item'
import type { MessageKey } from '@core/messages/translator'
import type { LikelyDuplicate, NameDifference } from '@core/workbook/duplicates'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { decided, decisionOn, type PairDecision } from '@core/workbook/merge-memory'
import { host } from '../host/host'
import { useTranslate } from '../i18n/use-translate'
import type { Translation } from '../i18n/use-translate'
import { fieldName } from './change-words'
import type { Understood } from './import-store'
import list from '../ui/rows.module.css'
import { useVirtualList, VirtualRows } from './virtual-rows'
import classes from './duplicates.module.css'

const differenceKeys: Readonly<Record<NameDifference, MessageKey>> = {
  same: 'import.differSame',
  writing: 'import.differWriting',
  version: 'import.differVersion',
  domain: 'import.differDomain',
  spelling: 'import.differSpelling',
  swapped: 'import.differSwapped',
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
  readonly decisions: readonly PairDecision[]
  readonly setDecisions: (decisions: readonly PairDecision[]) => void
}

/** What stands in the field for a decision; nothing decided is the first. */
const choices = { open: 'open', two: 'two', first: 'first', second: 'second' } as const

const Row = ({ pair, itemById, decisions, setDecisions }: RowProps): ReactElement => {
  const words = useTranslate()
  const { t } = words
  const [first, second] = pair.itemIds
  const [a, b] = [itemById.get(first), itemById.get(second)]
  const decision = decisionOn(decisions, pair.itemIds)
  const chosen = !decision ? choices.open : decision.keep === null ? choices.two : decision.keep === first ? choices.first : choices.second
  const keeps: Readonly<Record<string, string | null>> = { two: null, first, second }
  return (
    <>
      <Named item={a} />
      <Named item={b} />
      <div role="cell" className={classes.why}>{evidence(words, pair)}</div>
      <div role="cell">
        <NativeSelect
          size="xs" value={chosen} aria-label={t('import.duplicateChoice', { first: a?.name ?? first, second: b?.name ?? second })}
          onChange={(event) => setDecisions(decided(decisions, pair.itemIds, keeps[event.currentTarget.value]))}
          data={[
            { value: choices.open, label: t('import.keepBoth') },
            { value: choices.first, label: t('import.oneNamed', { name: a?.name ?? first }) },
            { value: choices.second, label: t('import.oneNamed', { name: b?.name ?? second }) },
            { value: choices.two, label: t('import.areTwo') },
          ]}
        />
      </div>
    </>
  )
}

const Headings = (): ReactElement => {
  const { t } = useTranslate()
  return (
    <div role="rowgroup" className={list.headings}>
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
export const DuplicatesTab = ({ imported, recalled, duplicates, decisions, setDecisions }: {
  readonly imported: ImportedWorkbook
  /** What was decided at an earlier import. */
  readonly recalled: readonly PairDecision[]
  readonly duplicates: readonly LikelyDuplicate[]
} & Pick<RowProps, 'decisions' | 'setDecisions'>): ReactElement => {
  const { t } = useTranslate()
  const itemById = useMemo(() => new Map(imported.document.estate.items.map((item) => [item.id, item])), [imported])
  const { scroller, virtual } = useVirtualList(duplicates.length, () => 48)
  return (
    <div className={classes.tab}>
      <p className={classes.lead}>
        {t(duplicates.length === 0 ? 'import.duplicatesNone' : 'import.duplicatesLead')}
        {recalled.length > 0 && ` ${t('import.duplicatesRecalled', { count: recalled.length })}`}
      </p>
      <div className={list.box} ref={scroller} role="table" aria-label={t('import.duplicatesTab')} aria-rowcount={duplicates.length + 1} tabIndex={0}>
        <Headings />
        <VirtualRows virtual={virtual} rows={duplicates}>
          {(pair, item) => (
            <div
              key={pair.itemIds.join('\n')} role="row" aria-rowindex={item.index + 2} className={`${list.line} ${classes.row} ${classes.data}`}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Row pair={pair} itemById={itemById} decisions={decisions} setDecisions={setDecisions} />
            </div>
          )}
        </VirtualRows>
      </div>
    </div>
  )
}
