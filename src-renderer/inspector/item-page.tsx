import type { ReactElement } from 'react'
import { activeScenario } from '@core/plan/plan-document'
import { dispositions } from '@core/estate/item'
import type { Criticality, Item } from '@core/estate/item'
import { editItem, moveItems } from '@core/plan/commands'
import { lookup } from '@core/plan/lookup'
import { evaluate } from '@core/violations/evaluate'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { dispositionKeys, kindKeys, waveName } from '../i18n/words'
import { newId } from '../new-id'
import { planStore, runChange, useLookup, usePlanDocument } from '../stores/plan-store'
import { ChoiceField, TextField, YesNoField } from './edit-fields'
import { Dependencies } from './item-dependencies'
import { Membership } from './item-membership'
import { OtherFields } from './item-other-fields'
import { Sources, useSourceOf } from './item-sources'
import { Section } from './section'
import { ViolationsOf } from './violations-of'
import { WhyThisWave } from './why-this-wave'
import classes from './inspector.module.css'

type ItemFields = Parameters<typeof editItem>[2]

const useEdit = (item: Item): ((fields: ItemFields) => void) => {
  const document = usePlanDocument()
  return (fields) =>
    runChange({ key: 'inspector.stepEditItem', params: { name: item.name } }, editItem(document, item.id, fields, newId))
}

const numberOrNone = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text.trim().replace(',', '.')))

const isGoodNumber = (text: string): boolean => {
  const number = numberOrNone(text)
  return number === undefined || (Number.isFinite(number) && number >= 0)
}

const criticalities = [1, 2, 3, 4] as const

const EditableFields = ({ item }: { readonly item: Item }): ReactElement => {
  const { t } = useTranslate()
  const edit = useEdit(item)
  const sourceOf = useSourceOf(item)
  const none = { value: '', label: '–' }
  const criticality = (value: string): Criticality | undefined => criticalities.find((level) => String(level) === value)
  return (
    <div className={classes.fields}>
      <TextField
        label={t('common.fieldName')} source={sourceOf('name')} value={item.name} onCommit={(name) => edit({ name })}
        problemOf={(text) => (text.trim() ? null : t('inspector.invalidName'))}
      />
      <ChoiceField
        label={t('common.fieldCriticality')} source={sourceOf('criticality')} value={String(item.criticality ?? '')} onCommit={(value) => edit({ criticality: criticality(value) })}
        data={[none, ...criticalities.map((level) => ({ value: String(level), label: t(`common.criticality${level}`) }))]}
      />
      <ChoiceField
        label={t('common.fieldDisposition')} source={sourceOf('disposition')} value={item.disposition ?? ''}
        onCommit={(value) => edit({ disposition: dispositions.find((one) => one === value) })}
        data={[none, ...dispositions.map((value) => ({ value, label: t(dispositionKeys[value]) }))]}
      />
      <TextField
        label={t('common.fieldEffort')} source={sourceOf('effort')} value={item.effort === undefined ? '' : String(item.effort)}
        problemOf={(text) => (isGoodNumber(text) ? null : t('inspector.invalidNumber'))} onCommit={(text) => edit({ effort: numberOrNone(text) })}
      />
      <TextField
        label={t('common.fieldSupplier')} source={sourceOf('supplier')} value={item.supplier ?? ''} problemOf={() => null}
        onCommit={(text) => edit({ supplier: text || undefined })}
      />
      <YesNoField label={t('common.fieldSharedService')} value={item.sharedService ?? false} onCommit={(sharedService) => edit({ sharedService })} />
    </div>
  )
}

const moveTo = (item: Item, waveId: string | null, t: ReturnType<typeof useTranslate>['t']): void => {
  const { document } = planStore.getState()
  if (!document) return
  const { groupByItemId, waveById } = lookup(document)
  const group = groupByItemId.get(item.id)
  const wave = waveName(t, waveId === null ? null : waveById.get(waveId) ?? null)
  runChange(
    { key: 'inspector.stepMoveItem', params: { name: group?.name ?? item.name, wave } },
    moveItems(document, group?.itemIds ?? [item.id], waveId, newId),
  )
  const after = planStore.getState().document
  if (after) announce(t('inspector.moved', { name: group?.name ?? item.name, wave, hard: t('common.hardViolations', { count: evaluate(after).hard }) }))
}

/** The group moves whole: an item is in its wave because its group is. */
const WaveField = ({ item }: { readonly item: Item }): ReactElement | null => {
  const { t } = useTranslate()
  const { groupByItemId } = useLookup()
  const { waves } = activeScenario(usePlanDocument())
  const group = groupByItemId.get(item.id)
  if (!group) return null
  return (
    <ChoiceField
      label={t('common.fieldWave')} value={group.waveId ?? ''} onCommit={(value) => moveTo(item, value || null, t)}
      data={[{ value: '', label: t('common.unplanned') }, ...waves.map((wave) => ({ value: wave.id, label: waveName(t, wave) }))]}
    />
  )
}

/** Everything that is known of one item, and why it is where it is. */
export const ItemPage = ({ itemId }: { readonly itemId: string }): ReactElement | null => {
  const { t } = useTranslate()
  const { itemById, groupByItemId } = useLookup()
  const item = itemById.get(itemId)
  if (!item) return null
  const group = groupByItemId.get(itemId)
  return (
    <>
      <header className={classes.head}>
        <span className={classes.kind}>{t(kindKeys[item.kind])} · {item.id}</span>
        <h3>{item.name}</h3>
      </header>
      <ViolationsOf itemId={itemId} />
      <Section title={t('inspector.group')}>
        <Membership item={item} />
        <div className={classes.fields}><WaveField item={item} /></div>
      </Section>
      {group && <WhyThisWave groupId={group.id} />}
      <Section title={t('inspector.fields')}><EditableFields item={item} /></Section>
      <OtherFields item={item} />
      <Sources item={item} />
      <Dependencies itemId={itemId} />
    </>
  )
}
