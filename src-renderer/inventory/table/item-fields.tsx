import type { Item } from '@core/estate/item'
import { dispositions, effortOf, isMovable, itemKinds, sensitivities } from '@core/estate/item'
import type { CellValue } from '@core/estate/item'
import type { ItemFields } from '@core/plan/commands'
import { criticalityAlone } from '@core/workbook/criticality-scale'
import { dispositionByWord, kindByWord, sensitivityByWord, yesNoByWord } from '@core/workbook/value-words'
import { ViolationMarks } from '../../app/violation-marks'
import { WaveChip } from '../../app/wave-chip'
import { dispositionKeys, kindKeys, sensitivityKeys, waveName } from '../../i18n/words'
import type { Field } from './field'
import { refused, took } from './field'
import { extraFieldsOf, fieldMaker } from './make-fields'
import { itemNames, readItem, readText, readWave } from './read-values'
import { suggestionsOf } from './suggestions'
import { violationKey, violationText } from './world'
import type { World } from './world'

/** What one cell of an item's row sets. */
export type ItemWrite =
  | { readonly type: 'nothing' }
  | { readonly type: 'id'; readonly id: string }
  | { readonly type: 'fields'; readonly fields: ItemFields }
  | { readonly type: 'extra'; readonly heading: string; readonly value: CellValue | undefined }
  | { readonly type: 'group'; readonly name: string | null }
  | { readonly type: 'wave'; readonly waveId: string | null }

export type ItemField = Field<Item, ItemWrite>

const criticalities = [1, 2, 3, 4] as const

const criticalityOfText = { get: criticalityAlone }

const truth = { get: (text: string): boolean | undefined => { const word = yesNoByWord.get(text); return word && word === 'yes' } }

const write = (field: string, value: unknown): ItemWrite => ({ type: 'fields', fields: { [field]: value } })

const maker = (world: World) => fieldMaker<Item, ItemWrite>(world.words, write)

const idField = ({ words, found }: World): ItemField => ({
  id: 'id', heading: words.t('common.fieldId'), width: 110, type: 'text', text: (item) => item.id, sortKey: (item) => item.id,
  read: (text, item) => {
    const id = text.trim()
    if (item) return id === item.id ? took({ type: 'nothing' }) : refused(words.t('table.idStays'))
    if (id === '') return took({ type: 'nothing' })
    return found.itemById.has(id) ? refused(words.t('table.idTaken', { id })) : took({ type: 'id', id })
  },
})

const nameField = ({ words }: World): ItemField => ({
  id: 'name', heading: words.t('common.fieldName'), width: 204, type: 'text', isRequired: true,
  text: (item) => item.name, sortKey: (item) => item.name,
  read: (text) => {
    const read = readText(words, text)
    if (!read.ok) return read
    return read.value === undefined ? refused(words.t('table.needsName')) : took(write('name', read.value))
  },
})

/** An item is in its wave because its group is: the group moves whole. */
const waveField = ({ words, found }: World): ItemField => {
  const { t } = words
  const { waves } = found.scenario
  const waveText = (item: Item): string => (found.groupByItemId.has(item.id) ? waveName(t, found.waveOfItem(item.id)) : '')
  return {
    id: 'wave', heading: t('common.fieldWave'), width: 106, type: 'choice', isPlanned: true, isStrict: true,
    text: waveText,
    plain: (item) => { const wave = found.waveOfItem(item.id); return wave ? String(wave.number) : waveText(item) },
    sortKey: (item) => (found.groupByItemId.has(item.id) ? found.waveOfItem(item.id)?.number ?? Number.MAX_SAFE_INTEGER : undefined),
    render: (item) => (found.groupByItemId.has(item.id) ? <WaveChip short wave={found.waveOfItem(item.id)} /> : null),
    choices: () => [...waves.map((wave) => waveName(t, wave)), t('common.unplanned')],
    read: (text, item) => {
      if (item && !isMovable(item)) return text.trim() === '' ? took({ type: 'nothing' }) : refused(t('table.notMovable'))
      const read = readWave(words, text, waves)
      return read.ok ? took({ type: 'wave', waveId: read.value?.id ?? null }) : read
    },
  }
}

const groupField = ({ words, found }: World): ItemField => ({
  id: 'group', heading: words.t('common.fieldGroup'), width: 128, type: 'text', isPlanned: true,
  text: (item) => found.groupByItemId.get(item.id)?.name ?? '',
  sortKey: (item) => found.groupByItemId.get(item.id)?.name,
  choices: () => found.scenario.groups.map((group) => group.name),
  read: (text, item) => {
    if (item && !isMovable(item)) return text.trim() === '' ? took({ type: 'nothing' }) : refused(words.t('table.notMovable'))
    const read = readText(words, text)
    return read.ok ? took({ type: 'group', name: read.value ?? null }) : read
  },
})

const violationsField = ({ words, evaluation }: World): ItemField => ({
  id: 'violations', heading: words.t('inventory.violationsShort'), width: 104, type: 'number', isPlanned: true,
  text: (item) => violationText(words, evaluation.violationsByItemId.get(item.id)),
  sortKey: (item) => violationKey(evaluation.violationsByItemId.get(item.id)),
  compared: (item) => evaluation.violationsByItemId.get(item.id)?.length ?? 0,
  render: (item) => <ViolationMarks violations={evaluation.violationsByItemId.get(item.id)} />,
})

const consolidateField = ({ words, document, found }: World): ItemField => {
  const names = itemNames(document.estate.items)
  const nameOf = (item: Item): string => (item.consolidateInto === undefined ? '' : found.itemById.get(item.consolidateInto)?.name ?? item.consolidateInto)
  return {
    id: 'consolidateInto', heading: words.t('common.fieldConsolidateInto'), width: 140, type: 'item', isStrict: true,
    text: nameOf, sortKey: (item) => nameOf(item) || undefined,
    plain: (item) => { const into = found.itemById.get(item.consolidateInto ?? ''); return into ? names.nameFor(into) : nameOf(item) },
    choices: () => document.estate.items.map(names.nameFor),
    read: (text, item) => {
      const read = readItem(words, text, names)
      if (!read.ok) return read
      return item && read.value === item ? refused(words.t('table.itself')) : took(write('consolidateInto', read.value?.id))
    },
  }
}

/** Every field of an item, and one column for each extra field of the estate. The order is that of the first look. */
export const itemFields = (world: World): readonly ItemField[] => {
  const { words, document } = world
  const { t } = words
  const { items } = document.estate
  const make = maker(world)
  const typed = (field: Parameters<typeof suggestionsOf>[1]) => ({ suggestions: () => suggestionsOf(items, field) })
  const labels = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  const effort = make.number({ id: 'effort', heading: t('common.fieldEffort'), width: 62 }, (item) => item.effort)
  const levels = criticalities.map((value) => ({ value, label: t(`common.criticality${value}`) }))
  const criticality = make.choice({ id: 'criticality', heading: t('common.fieldCriticality'), width: 50 }, (item) => item.criticality, { values: levels, byWord: criticalityOfText })
  return [
    nameField(world),
    make.choice({ id: 'kind', heading: t('common.fieldKind'), width: 96 }, (item) => item.kind, { values: labels(itemKinds, (kind) => t(kindKeys[kind])), byWord: kindByWord }, t('table.needsKind')),
    make.text({ id: 'organisation', heading: t('common.fieldOrganisation'), width: 124 }, (item) => item.organisation, typed('organisation')),
    waveField(world),
    groupField(world),
    violationsField(world),
    { ...criticality, short: t('inventory.criticalityShort'), plain: (item) => String(item.criticality ?? ''), render: (item) => item.criticality },
    { ...effort, short: t('inventory.effortShort'), amount: (item) => (isMovable(item) ? effortOf(item) : undefined) },
    make.number({ id: 'cost', heading: t('common.fieldCost'), width: 90 }, (item) => item.cost),
    make.text({ id: 'site', heading: t('common.fieldSite'), width: 110 }, (item) => item.site, typed('site')),
    make.text({ id: 'serviceArea', heading: t('common.fieldServiceArea'), width: 124 }, (item) => item.serviceArea, typed('serviceArea')),
    make.text({ id: 'environment', heading: t('common.fieldEnvironment'), width: 106 }, (item) => item.environment, typed('environment')),
    make.text({ id: 'supplier', heading: t('common.fieldSupplier'), width: 120 }, (item) => item.supplier, typed('supplier')),
    make.choice({ id: 'disposition', heading: t('common.fieldDisposition'), width: 124 }, (item) => item.disposition, { values: labels(dispositions, (value) => t(dispositionKeys[value])), byWord: dispositionByWord }),
    consolidateField(world),
    make.text({ id: 'phaseOutReason', heading: t('common.fieldPhaseOutReason'), width: 150 }, (item) => item.phaseOutReason, typed('phaseOutReason')),
    make.day({ id: 'endOfSupport', heading: t('common.fieldEndOfSupport'), width: 116 }, (item) => item.endOfSupport),
    make.text({ id: 'owner', heading: t('common.fieldOwner'), width: 120 }, (item) => item.owner, typed('owner')),
    make.text({ id: 'team', heading: t('common.fieldTeam'), width: 110 }, (item) => item.team, typed('team')),
    make.number({ id: 'users', heading: t('common.fieldUsers'), width: 80 }, (item) => item.users, true),
    make.number({ id: 'count', heading: t('common.fieldCount'), width: 76 }, (item) => item.count, true),
    make.choice({ id: 'sensitivity', heading: t('common.fieldSensitivity'), width: 106 }, (item) => item.sensitivity, { values: labels(sensitivities, (value) => t(sensitivityKeys[value])), byWord: sensitivityByWord }),
    make.choice({ id: 'sharedService', heading: t('common.fieldSharedService'), width: 112 }, (item) => item.sharedService, { values: [{ value: true, label: t('common.yes') }, { value: false, label: t('common.no') }], byWord: truth }),
    make.text({ id: 'status', heading: t('common.fieldStatus'), width: 110 }, (item) => item.status, typed('status')),
    idField(world),
    make.text({ id: 'notes', heading: t('common.fieldNotes'), width: 240 }, (item) => item.notes, { isMultiline: true }),
    ...extraFieldsOf<Item, ItemWrite>(items, words, (heading, value) => ({ type: 'extra', heading, value })),
  ]
}
