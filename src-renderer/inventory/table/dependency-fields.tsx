import type { Dependency } from '@core/estate/dependency'
import { dependencyTypes, orders, strengths } from '@core/estate/dependency'
import type { CellValue } from '@core/estate/item'
import { newestSource } from '@core/estate/source'
import type { DependencyFields } from '@core/plan/commands'
import { orderByWord, strengthByWord, typeByWord } from '@core/workbook/value-words'
import { ViolationMarks } from '../../app/violation-marks'
import { WaveChip } from '../../app/wave-chip'
import { dependencyTypeKeys, orderKeys, strengthKeys, waveName } from '../../i18n/words'
import type { Field } from './field'
import { refused, took } from './field'
import { extraFieldsOf, fieldMaker } from './make-fields'
import { itemNames, readItem } from './read-values'
import { violationKey, violationText } from './world'
import type { World } from './world'

export type DependencyWrite =
  | { readonly type: 'fields'; readonly fields: DependencyFields }
  | { readonly type: 'extra'; readonly heading: string; readonly value: CellValue | undefined }

export type DependencyField = Field<Dependency, DependencyWrite>

const write = (field: string, value: unknown): DependencyWrite => ({ type: 'fields', fields: { [field]: value } })

const endField = ({ words, document, found }: World, end: 'from' | 'to'): DependencyField => {
  const names = itemNames(document.estate.items)
  const nameOf = (row: Dependency): string => found.itemById.get(row[end])?.name ?? row[end]
  const other = end === 'from' ? 'to' : 'from'
  return {
    id: end, heading: words.t(`inventory.${end}`), width: 200, type: 'item', isRequired: true, isStrict: true,
    text: nameOf, sortKey: nameOf,
    plain: (row) => { const item = found.itemById.get(row[end]); return item ? names.nameFor(item) : row[end] },
    choices: () => document.estate.items.map(names.nameFor),
    read: (text, row) => {
      const read = readItem(words, text, names)
      if (!read.ok) return read
      if (read.value === undefined) return refused(words.t('table.needsEnd'))
      return row && row[other] === read.value.id ? refused(words.t('table.itself')) : took(write(end, read.value.id))
    },
  }
}

/** The wave of one end: it is moved in the table of items. */
const waveField = ({ words, found }: World, end: 'from' | 'to'): DependencyField => {
  const has = (row: Dependency): boolean => found.groupByItemId.has(row[end])
  return {
    id: `${end}Wave`, heading: words.t(end === 'from' ? 'table.fromWave' : 'table.toWave'), width: 106, type: 'choice', isPlanned: true,
    text: (row) => (has(row) ? waveName(words.t, found.waveOfItem(row[end])) : ''),
    sortKey: (row) => (has(row) ? found.waveOfItem(row[end])?.number ?? Number.MAX_SAFE_INTEGER : undefined),
    render: (row) => (has(row) ? <WaveChip short wave={found.waveOfItem(row[end])} /> : null),
  }
}

const violationsField = ({ words, evaluation }: World): DependencyField => ({
  id: 'violations', heading: words.t('inventory.violationsShort'), width: 80, type: 'number', isPlanned: true,
  text: (row) => violationText(words, evaluation.violationsByDependencyId.get(row.id)),
  sortKey: (row) => violationKey(evaluation.violationsByDependencyId.get(row.id)),
  compared: (row) => evaluation.violationsByDependencyId.get(row.id)?.length ?? 0,
  render: (row) => <ViolationMarks violations={evaluation.violationsByDependencyId.get(row.id)} />,
})

/** The row of the workbook that said so. */
const readFromField = ({ words: { t }, document: { estate } }: World): DependencyField => {
  const said = (row: Dependency): string => {
    const source = newestSource(estate, row)
    return source ? t('import.sourceRow', { file: source.fileName, sheet: source.sheet, row: source.row }) : ''
  }
  return { id: 'readFrom', heading: t('table.readFrom'), width: 240, type: 'text', text: said, sortKey: said }
}

/** Every field of a dependency, the waves of both ends, and one column for each extra field. */
export const dependencyFields = (world: World): readonly DependencyField[] => {
  const { words, document } = world
  const { t } = words
  const make = fieldMaker<Dependency, DependencyWrite>(words, write)
  const labels = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return [
    endField(world, 'from'),
    endField(world, 'to'),
    make.choice({ id: 'type', heading: t('inventory.type'), width: 104 }, (row) => row.type, { values: labels(dependencyTypes, (type) => t(dependencyTypeKeys[type])), byWord: typeByWord }, t('table.needsChoice')),
    make.choice({ id: 'strength', heading: t('inventory.strength'), width: 76 }, (row) => row.strength, { values: labels(strengths, (strength) => t(strengthKeys[strength])), byWord: strengthByWord }, t('table.needsChoice')),
    make.choice({ id: 'order', heading: t('inventory.order'), width: 112 }, (row) => row.order, { values: labels(orders, (order) => t(orderKeys[order])), byWord: orderByWord }, t('table.needsChoice')),
    waveField(world, 'from'),
    waveField(world, 'to'),
    violationsField(world),
    make.number({ id: 'pricePerDay', heading: t('inventory.bridge'), width: 92 }, (row) => row.pricePerDay),
    make.number({ id: 'maxLatencyMs', heading: t('table.latency'), width: 106 }, (row) => row.maxLatencyMs),
    make.text({ id: 'confidence', heading: t('table.confidence'), width: 100 }, (row) => row.confidence),
    make.text({ id: 'source', heading: t('table.source'), width: 120 }, (row) => row.source),
    make.text({ id: 'notes', heading: t('common.fieldNotes'), width: 240 }, (row) => row.notes, { isMultiline: true }),
    readFromField(world),
    ...extraFieldsOf<Dependency, DependencyWrite>(document.estate.dependencies, words, (heading, value) => ({ type: 'extra', heading, value })),
  ]
}
