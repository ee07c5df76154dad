import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { acceptSharedServices, declineSharedService } from '@core/plan/commands'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { newId } from '../new-id'
import { runChange, useLookup, usePlanDocument } from '../stores/plan-store'
import page from '../ui/page.module.css'
import { useSharedServiceCandidates } from './use-shared-service-candidates'
import classes from './estate-lists.module.css'

const shownCandidates = 6

/** Items that hold everything together, as proposals until somebody accepts them (DESIGN 5, point 5). */
export const SharedServices = (): ReactElement | null => {
  const { t, formatNumber } = useTranslate()
  const document = usePlanDocument()
  const { itemById } = useLookup()
  const candidates = useSharedServiceCandidates()
  if (candidates.length === 0) return null
  const accept = (itemIds: readonly string[]): void => {
    runChange({ key: 'inventory.stepAcceptShared' }, acceptSharedServices(document, itemIds, newId))
    announce(t('inventory.stepAcceptShared'))
  }
  const decline = (itemId: string, name: string): void => {
    runChange({ key: 'inventory.stepDeclineShared', params: { name } }, declineSharedService(document, itemId, newId))
    announce(t('inventory.sharedDeclineLabel', { name }))
  }
  const more = candidates.length - shownCandidates
  return (
    <section aria-label={t('inventory.sharedTitle', { count: candidates.length })}>
      <div className={classes.sectionHead}>
        <h2>{t('inventory.sharedTitle', { count: candidates.length })}</h2>
        <Button size="compact-md" variant="light" onClick={() => accept(candidates.map((candidate) => candidate.itemId))}>
          {t('inventory.sharedAccept')}
        </Button>
      </div>
      <p className={page.lead}>{t('inventory.sharedLead')}</p>
      <ul className={page.cards}>
        {candidates.slice(0, shownCandidates).map(({ itemId, consumers, groupsGlued }) => {
          const name = itemById.get(itemId)?.name ?? itemId
          return (
            <li key={itemId} className={page.card}>
              <p className={page.cardBody}>{t('inventory.sharedItem', { name, consumers: formatNumber(consumers), groups: formatNumber(groupsGlued) })}</p>
              <div className={classes.cardActions}>
                <Button size="compact-sm" variant="default" onClick={() => accept([itemId])}>{t('inventory.sharedAcceptOne')}</Button>
                <Button size="compact-sm" variant="subtle" aria-label={t('inventory.sharedDeclineLabel', { name })} onClick={() => decline(itemId, name)}>
                  {t('inventory.sharedDecline')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {more > 0 && <p className={page.lead}>{t('inventory.sharedMore', { count: more })}</p>}
    </section>
  )
}
