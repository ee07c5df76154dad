import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { removeFreezeWindow, removeRule } from '@core/plan/commands'
import { activeScenario } from '@core/plan/plan-document'
import type { FreezeWindow, Rule } from '@core/plan/rule'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { newId } from '../new-id'
import { runChange, useLookup, usePlanDocument } from '../stores/plan-store'
import page from '../ui/page.module.css'
import { FreezeForm } from './freeze-form'
import { RuleForm } from './rule-form'
import { freezeSentence, ruleSentence, ruleTypeKeys } from './rule-sentence'
import { SharedServices } from './shared-services'
import classes from './estate-lists.module.css'

type RowProps = {
  readonly type: string
  readonly sentence: string
  readonly reason?: string
  readonly editLabel: string
  readonly onEdit: () => void
  readonly onRemove: () => void
}

const RowCard = ({ type, sentence, reason, editLabel, onEdit, onRemove }: RowProps): ReactElement => {
  const { t } = useTranslate()
  return (
    <li className={page.card}>
      <span className={classes.ruleType}>{type}</span>
      <div className={page.cardBody}>
        <p>{sentence}</p>
        {reason && <p className={page.quiet}>{reason}</p>}
      </div>
      <Tooltip label={editLabel}>
        <ActionIcon aria-label={`${editLabel}: ${sentence}`} onClick={onEdit}><IconPencil size={18} aria-hidden /></ActionIcon>
      </Tooltip>
      <Tooltip label={t('common.remove')}>
        <ActionIcon aria-label={`${t('common.remove')}: ${sentence}`} onClick={onRemove}><IconTrash size={18} aria-hidden /></ActionIcon>
      </Tooltip>
    </li>
  )
}

const Section = ({ title, add, onAdd, children }: {
  readonly title: string
  readonly add: string
  readonly onAdd: () => void
  readonly children: ReactNode
}): ReactElement => (
  <section aria-label={title}>
    <div className={classes.sectionHead}>
      <h2>{title}</h2>
      <Button size="compact-md" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>{add}</Button>
    </div>
    {children}
  </section>
)

const Rules = ({ edit }: { readonly edit: (rule: Rule | null) => void }): ReactElement => {
  const words = useTranslate()
  const { t } = words
  const document = usePlanDocument()
  const { itemById } = useLookup()
  const { rules } = activeScenario(document)
  const remove = (rule: Rule): void => {
    runChange({ key: 'inventory.stepRemoveRule' }, removeRule(document, rule.id, newId))
    announce(t('inventory.stepRemoveRule'))
  }
  return (
    <Section title={t('inventory.rules')} add={t('inventory.addRule')} onAdd={() => edit(null)}>
      {rules.length === 0 && <p className={page.quiet}>{t('inventory.rulesNone')}</p>}
      <ul className={page.cards}>
        {rules.map((rule) => (
          <RowCard
            key={rule.id} type={t(ruleTypeKeys[rule.type])} sentence={ruleSentence(words, rule, (id) => itemById.get(id)?.name ?? id)} reason={rule.reason}
            editLabel={t('inventory.editRule')} onEdit={() => edit(rule)} onRemove={() => remove(rule)}
          />
        ))}
      </ul>
    </Section>
  )
}

const Freezes = ({ edit }: { readonly edit: (freeze: FreezeWindow | null) => void }): ReactElement => {
  const words = useTranslate()
  const { t } = words
  const document = usePlanDocument()
  const { freezeWindows } = activeScenario(document)
  const remove = (freeze: FreezeWindow): void => {
    runChange({ key: 'inventory.stepRemoveFreeze' }, removeFreezeWindow(document, freeze.id))
    announce(t('inventory.stepRemoveFreeze'))
  }
  return (
    <Section title={t('inventory.freezes')} add={t('inventory.addFreeze')} onAdd={() => edit(null)}>
      {freezeWindows.length === 0 && <p className={page.quiet}>{t('inventory.freezesNone')}</p>}
      <ul className={page.cards}>
        {freezeWindows.map((freeze) => (
          <RowCard
            key={freeze.id} type={freeze.name ?? ''} sentence={freezeSentence(words, freeze)} editLabel={t('inventory.editFreeze')}
            onEdit={() => edit(freeze)} onRemove={() => remove(freeze)}
          />
        ))}
      </ul>
    </Section>
  )
}

type Editing =
  | { readonly what: 'rule'; readonly rule: Rule | null }
  | { readonly what: 'freeze'; readonly freeze: FreezeWindow | null }

/** Rules and freeze windows, to see, add, edit and remove. `onForm` is told when a form stands in place of the list. */
export const RulesContent = ({ onForm }: { readonly onForm?: (isForm: boolean) => void }): ReactElement => {
  const { t } = useTranslate()
  const [editing, setEditing] = useState<Editing | null>(null)
  const show = (next: Editing | null): void => {
    setEditing(next)
    onForm?.(next !== null)
  }
  const finish = (): void => show(null)
  if (editing?.what === 'rule') return <RuleForm rule={editing.rule} finish={finish} />
  if (editing?.what === 'freeze') return <FreezeForm freeze={editing.freeze} finish={finish} />
  return (
    <>
      <p className={page.lead}>{t('inventory.rulesLead')}</p>
      <SharedServices />
      <Rules edit={(rule) => show({ what: 'rule', rule })} />
      <Freezes edit={(freeze) => show({ what: 'freeze', freeze })} />
    </>
  )
}

export const RulesList = (): ReactElement => {
  const { t } = useTranslate()
  return (
    <div className={page.scroll} tabIndex={0} role="region" aria-label={t('inventory.rulesTitle')}>
      <RulesContent />
    </div>
  )
}
