import type { ReactElement } from 'react'
import { renameGroup } from '@core/plan/commands'
import type { MoveGroup } from '@core/plan/plan-document'
import { WaveChip } from '../app/wave-chip'
import { useTranslate } from '../i18n/use-translate'
import { kindKeys } from '../i18n/words'
import { runChange, useLookup, usePlanDocument } from '../stores/plan-store'
import { focusItem, select } from '../stores/view-store'
import { TextField } from './edit-fields'
import { ItemLink, LongList, Section } from './section'
import { ViolationsOf } from './violations-of'
import { WhyThisWave } from './why-this-wave'
import classes from './inspector.module.css'

const Members = ({ group }: { readonly group: MoveGroup }): ReactElement => {
  const { t } = useTranslate()
  const { itemById } = useLookup()
  const row = (id: string): ReactElement => {
    const item = itemById.get(id)
    const go = (): void => {
      select([id])
      focusItem(id)
    }
    return (
      <li key={id} className={classes.neighbour}>
        <ItemLink name={item?.name ?? id} onClick={go} />
        <span className={classes.quiet}>{item && t(kindKeys[item.kind])}</span>
      </li>
    )
  }
  return (
    <Section title={t('inspector.members')} count={group.itemIds.length}>
      <LongList rows={group.itemIds} render={row} />
    </Section>
  )
}

/** A move group: who is in it, what it costs, and when it goes. */
export const GroupPage = ({ group }: { readonly group: MoveGroup }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const document = usePlanDocument()
  const { effortOfGroup, waveById } = useLookup()
  const effort = effortOfGroup(group)
  const rename = (name: string): void =>
    runChange({ key: 'inspector.stepRenameGroup', params: { name: group.name } }, renameGroup(document, group.id, name))
  return (
    <>
      <header className={classes.head}>
        <span className={classes.kind}>{t('inspector.group')} · {t('common.items', { count: group.itemIds.length })}</span>
        <h3>{group.name}</h3>
      </header>
      <ViolationsOf groupId={group.id} />
      <Section title={t('inspector.fields')}>
        <div className={classes.fields}>
          <TextField
            label={t('inspector.groupName')} value={group.name} onCommit={rename}
            problemOf={(text) => (text.trim() ? null : t('inspector.invalidName'))}
          />
        </div>
        <dl className={classes.lines}>
          <div><dt>{t('inspector.wave')}</dt><dd><WaveChip wave={waveById.get(group.waveId ?? '') ?? null} /></dd></div>
          <div><dt>{t('inspector.effort')}</dt><dd>{t('common.personDays', { count: effort, figure: formatNumber(effort) })}</dd></div>
          <div><dt>{t('inspector.origin')}</dt><dd>{t(group.origin === 'planner' ? 'common.originPlanner' : 'common.originComputed')}</dd></div>
        </dl>
      </Section>
      <WhyThisWave groupId={group.id} />
      <Members group={group} />
    </>
  )
}
