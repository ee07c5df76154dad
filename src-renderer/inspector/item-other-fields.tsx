import type { ReactElement } from 'react'
import type { CellValue, Item } from '@core/estate/item'
import type { MessageKey } from '@core/messages/translator'
import { useTranslate } from '../i18n/use-translate'
import type { Translation } from '../i18n/use-translate'
import { sensitivityKeys } from '../i18n/words'
import { useLookup } from '../stores/plan-store'
import { Section } from './section'
import classes from './inspector.module.css'

const textFields = [
  ['organisation', 'common.fieldOrganisation'],
  ['site', 'common.fieldSite'],
  ['serviceArea', 'common.fieldServiceArea'],
  ['environment', 'common.fieldEnvironment'],
  ['owner', 'common.fieldOwner'],
  ['team', 'common.fieldTeam'],
  ['phaseOutReason', 'common.fieldPhaseOutReason'],
  ['status', 'common.fieldStatus'],
  ['notes', 'common.fieldNotes'],
] as const satisfies readonly (readonly [keyof Item, MessageKey])[]

const numberFields = [
  ['cost', 'common.fieldCost'],
  ['users', 'common.fieldUsers'],
  ['count', 'common.fieldCount'],
] as const satisfies readonly (readonly [keyof Item, MessageKey])[]

type Line = readonly [label: string, value: string]

const cellText = ({ t, formatNumber }: Translation, value: CellValue): string => {
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  return typeof value === 'number' ? formatNumber(value, 2) : value
}

const linesOf = (words: Translation, item: Item, nameById: (id: string) => string): readonly Line[] => {
  const { t, formatNumber, formatDate } = words
  const texts = textFields.map(([field, key]): Line => [t(key), item[field] ?? ''])
  const numbers = numberFields.map(([field, key]): Line => [t(key), item[field] === undefined ? '' : formatNumber(item[field])])
  const others: readonly Line[] = [
    [t('common.fieldEndOfSupport'), item.endOfSupport ? formatDate(item.endOfSupport) : ''],
    [t('common.fieldSensitivity'), item.sensitivity ? t(sensitivityKeys[item.sensitivity]) : ''],
    [t('common.fieldConsolidateInto'), item.consolidateInto ? nameById(item.consolidateInto) : ''],
  ]
  return [...texts, ...numbers, ...others].filter(([, value]) => value !== '')
}

const Lines = ({ lines }: { readonly lines: readonly Line[] }): ReactElement => (
  <dl className={classes.lines}>
    {lines.map(([label, value], index) => (
      <div key={index}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** The rest of what the inventory said, and every column that we did not understand. */
export const OtherFields = ({ item }: { readonly item: Item }): ReactElement => {
  const words = useTranslate()
  const { t } = words
  const { itemById } = useLookup()
  const lines = linesOf(words, item, (id) => itemById.get(id)?.name ?? id)
  const extra = (item.extra ?? []).map(([heading, value]): Line => [heading, cellText(words, value)])
  return (
    <>
      {lines.length > 0 && <Section title={t('inspector.moreFields')}><Lines lines={lines} /></Section>}
      {extra.length > 0 && <Section title={t('inspector.extraFields')}><Lines lines={extra} /></Section>}
    </>
  )
}
