import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import type { Item } from '@core/estate/item'
import { likenessWords } from '@core/workbook/likeness-words'
import type { LikelyRename } from '@core/workbook/match-likely-items'
import { useTranslate } from '../i18n/use-translate'
import { kindKeys } from '../i18n/words'
import { Dialog } from '../ui/dialog'
import type { Changes } from './use-changes'

/** An imported item that looks new. */
export type Stray = { readonly importedId: string; readonly item: Item }

/** A list of thousands is searched, not read. */
const mostShown = 60

/** Items of the plan that no row of the import is, those of the stray's own kind first. */
export const unmatchedItems = ({ compared }: Changes): readonly Item[] => {
  const taken = new Set([...compared.matches.values()].map(({ openId }) => openId))
  return compared.open.estate.items.filter(({ id }) => !taken.has(id))
}

/** Asks which item of the plan an imported one is that neither id nor name nor neighbours have told. */
export const PairDialog = ({ stray, possible, changes, close }: {
  readonly stray: Stray
  /** Those that it may be, the most likely first. */
  readonly possible: readonly LikelyRename[]
  readonly changes: Changes; readonly close: () => void
}): ReactElement => {
  const { t } = useTranslate()
  const [openId, setOpenId] = useState<string | null>(possible[0]?.openId ?? null)
  // The list over the answer would hide why it may be that one.
  const isOpen = possible.length === 0
  const chosen = possible.find((pair) => pair.openId === openId)
  const data = useMemo(() => {
    const items = unmatchedItems(changes)
    const likely = new Map(possible.map((pair, index) => [pair.openId, index]))
    const placeOf = (item: Item): number => likely.get(item.id) ?? (item.kind === stray.item.kind ? likely.size : likely.size + 1)
    return items.toSorted((one, other) => placeOf(one) - placeOf(other)).map((item) => ({
      value: item.id, label: [item.name, ...(item.id === item.name ? [] : [item.id]), t(kindKeys[item.kind]), ...(item.organisation ? [item.organisation] : [])].join(' · '),
    }))
  }, [changes, possible, stray, t])
  const pair = (): void => {
    if (openId === null) return
    changes.pair(stray.importedId, openId)
    close()
  }
  return (
    <Dialog opened onClose={close} title={t('import.pairTitle', { name: stray.item.name })} size={560}>
      <Stack gap="md">
        <Text size="sm">{t('import.pairLead')}</Text>
        <Select
          label={t('import.pairLabel')} placeholder={t('import.pairSearch')} nothingFoundMessage={t('import.pairNone')} searchable data-autofocus={isOpen || undefined}
          limit={mostShown} data={data} value={openId} onChange={setOpenId}
        />
        <Text size="sm" role="status">{chosen && likenessWords(t, chosen.evidence)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>{t('common.cancel')}</Button>
          <Button disabled={openId === null} data-autofocus={!isOpen || undefined} onClick={pair}>{t('import.pairDo')}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
