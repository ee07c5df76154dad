import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { effortOf, itemKinds } from '@core/estate/item'
import type { ItemKind } from '@core/estate/item'
import type { PlanLookup } from '@core/plan/lookup'
import type { Wave } from '@core/plan/wave'
import { WaveChip } from '../app/wave-chip'
import { useTranslate } from '../i18n/use-translate'
import { kindKeys } from '../i18n/words'
import { useLookup } from '../stores/plan-store'
import { Section } from './section'
import classes from './inspector.module.css'

type Sums = {
  readonly effort: number
  readonly cost: number
  readonly groups: number
  readonly byKind: ReadonlyMap<ItemKind, number>
  /** '' is unplanned. */
  readonly byWave: ReadonlyMap<string, number>
}

const sumsOf = (itemIds: readonly string[], { itemById, groupByItemId }: PlanLookup): Sums => {
  const byKind = new Map<ItemKind, number>()
  const byWave = new Map<string, number>()
  const groups = new Set<string>()
  let effort = 0
  let cost = 0
  for (const id of itemIds) {
    const item = itemById.get(id)
    if (!item) continue
    byKind.set(item.kind, (byKind.get(item.kind) ?? 0) + 1)
    const group = groupByItemId.get(id)
    if (!group) continue
    groups.add(group.id)
    byWave.set(group.waveId ?? '', (byWave.get(group.waveId ?? '') ?? 0) + 1)
    effort += effortOf(item)
    cost += item.cost ?? 0
  }
  return { effort, cost, groups: groups.size, byKind, byWave }
}

const WaveLines = ({ sums, waves }: { readonly sums: Sums; readonly waves: readonly Wave[] }): ReactElement => {
  const { formatNumber } = useTranslate()
  const unplanned = sums.byWave.get('') ?? 0
  return (
    <dl className={classes.lines}>
      {waves.filter((wave) => sums.byWave.has(wave.id)).map((wave) => (
        <div key={wave.id}><dt><WaveChip wave={wave} /></dt><dd>{formatNumber(sums.byWave.get(wave.id) ?? 0)}</dd></div>
      ))}
      {unplanned > 0 && <div><dt><WaveChip wave={null} /></dt><dd>{formatNumber(unplanned)}</dd></div>}
    </dl>
  )
}

/** Several items: what they come to together. */
export const ManyPage = ({ itemIds }: { readonly itemIds: readonly string[] }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const found = useLookup()
  const sums = useMemo(() => sumsOf(itemIds, found), [itemIds, found])
  return (
    <>
      <header className={classes.head}>
        <h3>{t('inspector.selected', { count: itemIds.length })}</h3>
      </header>
      <Section title={t('inspector.sum')}>
        <dl className={classes.lines}>
          <div><dt>{t('inspector.group')}</dt><dd>{t('common.moveGroups', { count: sums.groups })}</dd></div>
          <div><dt>{t('inspector.effort')}</dt><dd>{t('common.personDays', { count: sums.effort, figure: formatNumber(sums.effort) })}</dd></div>
          {sums.cost > 0 && <div><dt>{t('inspector.cost')}</dt><dd>{formatNumber(sums.cost)}</dd></div>}
        </dl>
      </Section>
      <Section title={t('inspector.byKind')}>
        <dl className={classes.lines}>
          {itemKinds.filter((kind) => sums.byKind.has(kind)).map((kind) => (
            <div key={kind}><dt>{t(kindKeys[kind])}</dt><dd>{formatNumber(sums.byKind.get(kind) ?? 0)}</dd></div>
          ))}
        </dl>
      </Section>
      <Section title={t('inspector.byWave')}><WaveLines sums={sums} waves={found.scenario.waves} /></Section>
    </>
  )
}
