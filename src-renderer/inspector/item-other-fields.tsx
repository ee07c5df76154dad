import type { ReactElement } from 'react'
import type { CellValue, Item } from '@core/estate/item'
import { extraKey } from '@core/estate/source'
import type { MessageKey } from '@core/messages/translator'
import { useTranslate } from '../i18n/use-translate'
import type { Translation } from '../i18n/use-translate'
import { sensitivityKeys } from '../i18n/words'
import { useLookup } from '../stores/plan-store'
import { useSourceOf } from './item-sources'
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

type Line = readonly [label: string, value: string, field: string]

const cellText = ({ t, formatNumber }: Translation, value: CellValue): string => {
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  return typeof value === 'number' ? formatNumber(value, 2) : value
}

const linesOf = (words: Translation, item: Item, nameById: (id: string) => string): readonly Line[] => {
  const { t, formatNumber, formatDate } = words
  const texts = textFields.map(([field, key]): Line => [t(key), item[field] ?? '', field])
  const numbers = numberFields.map(([field, key]): Line => [t(key), item[field] === undefined ? '' : formatNumber(item[field]), field])
  const others: readonly Line[] = [
    [t('common.fieldEndOfSupport'), item.endOfSupport ? formatDate(item.endOfSupport) : '', 'endOfSupport'],
    [t('common.fieldSensitivity'), item.sensitivity ? t(sensitivityKeys[item.sensitivity]) : '', 'sensitivity'],
    [t('common.fieldConsolidateInto'), item.consolidateInto ? nameById(item.consolidateInto) : '', 'consolidateInto'],
  ]
  return [...texts, ...numbers, ...others].filter(([, value]) => value !== '')
}

const Lines = ({ lines, sourceOf }: {
  readonly lines: readonly Line[]; readonly sourceOf: (field: string) => string | undefined
}): ReactElement => (
  <dl className={classes.lines}>
    {lines.map(([label, value, field], index) => (
      <div key={index} title={sourceOf(field)}>
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
  const sourceOf = useSourceOf(item)
  const lines = linesOf(words, item, (id) => itemById.get(id)?.name ?? id)
  const extra = (item.extra ?? []).map(([heading, value]): Line => [heading, cellText(words, value), extraKey(heading)])
  return (
    <>
      {lines.length > 0 && <Section title={t('inspector.moreFields')}><Lines lines={lines} sourceOf={sourceOf} /></Section>}
      {extra.length > 0 && <Section title={t('inspector.extraFields')}><Lines lines={extra} sourceOf={sourceOf} /></Section>}
    </>
  )
}
