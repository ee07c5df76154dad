import { useMemo } from 'react'
import type { ReactElement } from 'react'
import type { Item } from '@core/estate/item'
import { explainMembership } from '@core/planning/explain-membership'
import type { MembershipLink } from '@core/planning/explain-membership'
import { useTranslate } from '../i18n/use-translate'
import { dependencyTypeKeys } from '../i18n/words'
import { useEvaluation, useLookup, usePlanDocument } from '../stores/plan-store'
import { focusItem, select } from '../stores/view-store'
import { ItemLink, LongList } from './section'
import classes from './inspector.module.css'

/** One link of the chain, as a sentence. `isTorn`: the item has been taken away from what it cannot be apart from. */
const useLinkSentence = (isTorn: boolean): ((link: MembershipLink) => string) => {
  const { t } = useTranslate()
  const { itemById, dependencyById } = useLookup()
  return (link) => {
    const name = (id: string | null): string => (id === null ? '' : itemById.get(id)?.name ?? id)
    const from = name(link.fromItemId)
    const to = name(link.toItemId)
    const dependency = link.dependencyId === undefined ? undefined : dependencyById.get(link.dependencyId)
    switch (link.kind) {
      case 'hard-dependency': {
        const type = t(dependencyTypeKeys[dependency?.type ?? 'other'])
        return t(dependency?.from === link.toItemId ? 'inspector.whyHardBack' : 'inspector.whyHard', { from, to, type })
      }
      case 'together-rule': return t('inspector.whyRule', { from, to })
      case 'order-cycle': return t('inspector.whyCycle', { from, to })
      case 'given': return t('inspector.whyGiven', { to })
      case 'alone': return t(isTorn ? 'inspector.whyTakenOut' : 'inspector.whyAlone')
      case 'shared-service': return t('inspector.whyShared', { to })
    }
  }
}

/** Why an item is in its move group: each dependency, rule or hand that leads from it to another member. */
export const Membership = ({ item }: { readonly item: Item }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const { groupByItemId } = useLookup()
  const violations = useEvaluation().violationsByItemId.get(item.id) ?? []
  const sentence = useLinkSentence(violations.some(({ type }) => type === 'hard-dependency' || type === 'together'))
  const group = groupByItemId.get(item.id)
  const links = useMemo(() => explainMembership(document, item.id), [document, item.id])
  if (!group) return <p className={classes.quiet}>{t('inspector.groupNone')}</p>
  const openGroup = (): void => {
    select(group.itemIds)
    focusItem(item.id)
  }
  return (
    <>
      <p className={classes.groupLine}>
        <ItemLink name={group.name} title={t('inspector.openGroup')} onClick={openGroup} />
        <span className={classes.quiet}>{t('common.items', { count: group.itemIds.length })}</span>
      </p>
      {links.length > 0 && (
        <details className={classes.why} open={links.length <= 3}>
          <summary>{t('inspector.why')}</summary>
          <LongList rows={links} render={(link, index) => <li key={index}>{sentence(link)}</li>} />
        </details>
      )}
    </>
  )
}
