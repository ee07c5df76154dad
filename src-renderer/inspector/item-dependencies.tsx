import { useMemo } from 'react'
import type { ReactElement } from 'react'
import type { Dependency } from '@core/estate/dependency'
import { newestSource } from '@core/estate/source'
import { runAction } from '../actions/action-registry'
import { ViolationMarks } from '../app/violation-marks'
import { WaveChip } from '../app/wave-chip'
import { useTranslate } from '../i18n/use-translate'
import { dependencyTypeKeys, orderKeys, strengthKeys } from '../i18n/words'
import { useEvaluation, useLookup, usePlanDocument } from '../stores/plan-store'
import { focusItem, select } from '../stores/view-store'
import { useSourceOf } from './item-sources'
import { ItemLink, LongList, Section } from './section'
import classes from './inspector.module.css'

const DependencyRow = ({ dependency, otherId }: { readonly dependency: Dependency; readonly otherId: string }): ReactElement => {
  const { t } = useTranslate()
  const { itemById, waveOfItem, groupByItemId } = useLookup()
  const { violationsByDependencyId } = useEvaluation()
  const { type, strength, order } = dependency
  const { estate } = usePlanDocument()
  const source = newestSource(estate, dependency)
  const sourceOf = useSourceOf(dependency)
  const go = (): void => {
    select([otherId])
    focusItem(otherId)
  }
  return (
    <li className={classes.neighbour} data-strength={strength}>
      <ItemLink name={itemById.get(otherId)?.name ?? otherId} onClick={go} />
      <span className={classes.neighbourMarks}>
        <ViolationMarks violations={violationsByDependencyId.get(dependency.id)} />
        {groupByItemId.has(otherId) && <WaveChip short wave={waveOfItem(otherId)} />}
      </span>
      <span className={classes.quiet}>
        <span title={sourceOf('type')}>{t(dependencyTypeKeys[type])}</span>, <span title={sourceOf('strength')}>{strength === 'hard' ? <strong>{t(strengthKeys.hard)}</strong> : t(strengthKeys.soft)}</span>
        {order !== 'any' && <>, <span title={sourceOf('order')}>{t(orderKeys[order])}</span></>}
      </span>
      {source && <small className={classes.neighbourSource}>{t('import.sourceRow', { file: source.fileName, sheet: source.sheet, row: source.row })}</small>}
    </li>
  )
}

/** Hard ones first: they decide what moves together. */
const hardFirst = (dependencies: readonly Dependency[]): readonly Dependency[] =>
  [...dependencies.filter((one) => one.strength === 'hard'), ...dependencies.filter((one) => one.strength === 'soft')]

/** What an item needs, and what needs it, with waves and violations. */
export const Dependencies = ({ itemId }: { readonly itemId: string }): ReactElement => {
  const { t } = useTranslate()
  const { dependenciesFrom, dependenciesTo } = useLookup()
  const needs = dependenciesFrom(itemId)
  const neededBy = dependenciesTo(itemId)
  const needsRows = useMemo(() => hardFirst(needs), [needs])
  const neededByRows = useMemo(() => hardFirst(neededBy), [neededBy])
  return (
    <>
      <Section title={t('inspector.needs')} count={needs.length}>
        {needs.length === 0 && <p className={classes.quiet}>{t('inspector.noDependencies')}</p>}
        <LongList rows={needsRows} render={(one) => <DependencyRow key={one.id} dependency={one} otherId={one.to} />} />
        <button type="button" className={classes.link} onClick={() => runAction('show-paths')}>{t('focus.openPaths')}</button>
      </Section>
      <Section title={t('inspector.neededBy')} count={neededBy.length}>
        {neededBy.length === 0 && <p className={classes.quiet}>{t('inspector.noDependencies')}</p>}
        <LongList rows={neededByRows} render={(one) => <DependencyRow key={one.id} dependency={one} otherId={one.from} />} />
      </Section>
    </>
  )
}
