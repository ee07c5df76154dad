import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { addRule, editRule } from '@core/plan/commands'
import { ruleTypes } from '@core/plan/rule'
import type { Rule, RuleType } from '@core/plan/rule'
import { announce } from '../app/announcer'
import { ItemPicker } from '../find/item-picker'
import { useTranslate } from '../i18n/use-translate'
import { newId } from '../new-id'
import { runChange, useLookup, usePlanDocument } from '../stores/plan-store'
import { boundPair } from './bound-pair'
import { draftToRule, emptyRuleDraft, ruleToDraft } from './rule-draft'
import type { RuleDraft } from './rule-draft'
import { ruleHelpKeys, ruleTypeKeys } from './rule-sentence'
import { RulesForm } from './rules-form'
import { WindowFields } from './window-fields'

type TextField = Exclude<keyof RuleDraft, 'type' | 'itemIds' | 'earliest' | 'latest'>

const labels: Readonly<Record<TextField, MessageKey>> = {
  wave: 'inventory.ruleWave',
  lag: 'inventory.ruleLag',
  limit: 'inventory.ruleLimit',
  organisation: 'common.fieldOrganisation',
  site: 'common.fieldSite',
  serviceArea: 'common.fieldServiceArea',
  supplier: 'common.fieldSupplier',
  team: 'common.fieldTeam',
  reason: 'inventory.ruleReason',
}

/** What each type reads (src-core/plan/rule.ts), besides items and the ends of a window. */
const fieldsByType: Readonly<Record<RuleType, readonly TextField[]>> = {
  together: [],
  apart: [],
  before: ['lag'],
  pin: ['wave'],
  window: [],
  capacity: ['limit', 'wave', 'organisation', 'site', 'serviceArea', 'supplier', 'team'],
  'critical-limit': ['limit'],
}

const readsItems = (type: RuleType): boolean => type !== 'capacity' && type !== 'critical-limit'

const useSaveRule = (rule: Rule | null, finish: () => void): ((made: Omit<Rule, 'id'>) => void) => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  return (made) => {
    if (rule) {
      // Fields of the former type are cleared: an undefined one is taken away.
      const cleared = Object.fromEntries(Object.keys(rule).filter((key) => key !== 'id' && key !== 'extra').map((key) => [key, undefined]))
      runChange({ key: 'inventory.stepEditRule' }, editRule(document, rule.id, { ...cleared, ...made }, newId))
    } else runChange({ key: 'inventory.stepAddRule' }, addRule(document, made, newId))
    announce(t(rule ? 'inventory.stepEditRule' : 'inventory.stepAddRule'))
    finish()
  }
}

/** Says at once what a proposal would find out later. */
const BoundNote = ({ draft: { type, itemIds } }: { readonly draft: RuleDraft }): ReactElement | null => {
  const { t } = useTranslate()
  const plan = useLookup()
  const pair = boundPair(type, itemIds, plan)
  if (!pair) return null
  const nameOf = (id: string): string => plan.itemById.get(id)?.name ?? id
  return <Text role="status" c="var(--warning-text)">{t('inventory.ruleBound', { first: nameOf(pair[0]), second: nameOf(pair[1]) })}</Text>
}

/** Writes a rule, or edits one. */
export const RuleForm = ({ rule, finish }: { readonly rule: Rule | null; readonly finish: () => void }): ReactElement => {
  const { t } = useTranslate()
  const [draft, setDraft] = useState<RuleDraft>(rule ? ruleToDraft(rule) : emptyRuleDraft)
  const [message, setMessage] = useState<MessageKey | null>(null)
  const saveRule = useSaveRule(rule, finish)
  const fields: readonly TextField[] = [...fieldsByType[draft.type], 'reason']
  const save = (): void => {
    const result = draftToRule(draft)
    if (result.ok) saveRule(result.made)
    else setMessage(result.message)
  }
  const set = (changed: Partial<RuleDraft>): void => setDraft({ ...draft, ...changed })
  return (
    <RulesForm title={t(rule ? 'inventory.editRule' : 'inventory.addRule')} message={message} save={save} finish={finish}>
      <NativeSelect
        label={t('inventory.ruleType')} description={t(ruleHelpKeys[draft.type])} value={draft.type} autoFocus
        onChange={(event) => set({ type: ruleTypes.find((type) => type === event.currentTarget.value) ?? 'together' })}
        data={ruleTypes.map((type) => ({ value: type, label: t(ruleTypeKeys[type]) }))}
      />
      {readsItems(draft.type) && (
        <ItemPicker
          label={t(draft.type === 'before' ? 'inventory.ruleItemsOrdered' : 'inventory.ruleItems')}
          itemIds={draft.itemIds} onChange={(itemIds) => set({ itemIds })}
        />
      )}
      <BoundNote draft={draft} />
      {draft.type === 'window' && <WindowFields draft={draft} set={set} />}
      <SimpleGrid cols={2}>
        {fields.map((field) => (
          <TextInput key={field} label={t(labels[field])} value={draft[field]} onChange={(event) => set({ [field]: event.currentTarget.value })} />
        ))}
      </SimpleGrid>
    </RulesForm>
  )
}
