import { Button } from '@mantine/core'
import { IconStack2 } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { platformReleases } from '@core/plan/platform-release'
import type { PlatformHolder, PlatformRelease } from '@core/plan/platform-release'
import { WaveChip } from '../app/wave-chip'
import { useTranslate } from '../i18n/use-translate'
import { waveName } from '../i18n/words'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { focusItem, select } from '../stores/view-store'
import chip from '../ui/chip.module.css'
import page from '../ui/page.module.css'
import classes from './estate-lists.module.css'

const shownHolders = 12

const useReleaseSentence = (): ((release: PlatformRelease) => string) => {
  const { t, formatDate } = useTranslate()
  const { waveById } = useLookup()
  return (release) => {
    switch (release.state) {
      case 'empty': return t('inventory.releaseEmpty')
      case 'dated': return t('inventory.releaseDated', { date: release.freeOn ? formatDate(release.freeOn) : '' })
      case 'undated': return t('inventory.releaseUndated', { wave: waveName(t, waveById.get(release.waveId ?? '') ?? null) })
      case 'unplanned': return t('inventory.releaseUnplanned')
      case 'never': return t('inventory.releaseNever')
    }
  }
}

const Holder = ({ holder }: { readonly holder: PlatformHolder }): ReactElement => {
  const { t } = useTranslate()
  const { itemById, waveById } = useLookup()
  const go = (): void => {
    select([holder.itemId])
    focusItem(holder.itemId)
  }
  return (
    <li>
      <button type="button" className={chip.chip} onClick={go}>
        {itemById.get(holder.itemId)?.name ?? holder.itemId}
        {holder.reason === 'retained' && <span className={page.quiet}> · {t('inventory.holderRetained')}</span>}
        {holder.reason === 'unplanned' && <span className={page.quiet}> · {t('inventory.holderUnplanned')}</span>}
        {holder.reason === 'last-wave' && <> <WaveChip short wave={waveById.get(holder.waveId ?? '') ?? null} /></>}
      </button>
    </li>
  )
}

const Platform = ({ release }: { readonly release: PlatformRelease }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const { itemById } = useLookup()
  const sentence = useReleaseSentence()
  const { holders } = release
  const more = holders.length - shownHolders
  return (
    <li className={page.card} data-platform={release.platformId}>
      <IconStack2 size={22} stroke={1.5} aria-hidden />
      <div className={page.cardBody}>
        <h3>{itemById.get(release.platformId)?.name ?? release.platformId}</h3>
        <p><strong>{sentence(release)}</strong></p>
        <p className={page.quiet}>
          {t('inventory.releaseItems', { count: release.items })}
          {holders.length > 0 && <> · {t('inventory.holders', { count: holders.length })}</>}
        </p>
        <ul className={`${chip.chips} ${classes.holders}`}>
          {holders.slice(0, shownHolders).map((holder) => <Holder key={holder.itemId} holder={holder} />)}
          {more > 0 && <li className={page.quiet}>+ {formatNumber(more)}</li>}
        </ul>
      </div>
      {holders.length > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => select(holders.map((holder) => holder.itemId))}>
          {t('inventory.selectHolders')}
        </Button>
      )}
    </li>
  )
}

/** When each legacy platform is free, and which items hold it up (DESIGN 5, point 10). */
export const PlatformsList = (): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const releases = useMemo(() => platformReleases(document), [document])
  return (
    <div className={page.scroll} tabIndex={0} role="region" aria-label={t('inventory.platforms')}>
      <p className={page.lead}>{releases.length === 0 ? t('inventory.platformsNone') : t('inventory.platformsLead')}</p>
      <ul className={page.cards}>
        {releases.map((release) => <Platform key={release.platformId} release={release} />)}
      </ul>
    </div>
  )
}
