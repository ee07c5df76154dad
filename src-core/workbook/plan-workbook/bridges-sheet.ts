import type { ExtraField } from '../../estate/item'
import { planWords } from '../../messages/plan-words'
import { translator, type Language, type MessageKey } from '../../messages/translator'
import { lookup } from '../../plan/lookup'
import type { PlanDocument } from '../../plan/plan-document'
import { buildSheet, type ColumnOf } from '../sheet-builder'
import { typeWords } from '../value-words'
import type { ColumnType, SheetModel } from '../workbook-model'
import { derivedBanner } from './derived-sheets'
import type { Bridge } from './list-bridges'

type Row = Bridge & { readonly extra?: readonly ExtraField[] }

const columnsFor = (document: PlanDocument, language: Language): readonly ColumnOf<Row>[] => {
  const { itemById } = lookup(document)
  const nameOf = (id: string): string => itemById.get(id)?.name ?? id
  const of = (key: MessageKey, width: number, type: ColumnType, cell: ColumnOf<Row>['cell']): ColumnOf<Row> =>
    ({ heading: { en: translator('en')(key), nb: translator('nb')(key) }, width, type, cell })
  return [
    of('workbook.bridgeFrom', 16, 'text', ({ dependency }) => dependency.from),
    of('workbook.bridgeFromName', 30, 'text', ({ dependency }) => nameOf(dependency.from)),
    of('workbook.bridgeFromWave', 10, 'integer', ({ fromWave }) => fromWave?.number),
    of('workbook.bridgeTo', 16, 'text', ({ dependency }) => dependency.to),
    of('workbook.bridgeToName', 30, 'text', ({ dependency }) => nameOf(dependency.to)),
    of('workbook.bridgeToWave', 10, 'integer', ({ toWave }) => toWave?.number),
    of('workbook.bridgeType', 14, 'text', ({ dependency }) => typeWords[dependency.type][language]),
    of('workbook.bridgeStart', 12, 'date', ({ start }) => (start === undefined ? null : { date: start })),
    of('workbook.bridgeEnd', 12, 'date', ({ end }) => (end === undefined ? null : { date: end })),
    of('workbook.bridgeDays', 8, 'integer', ({ days }) => days),
    of('workbook.bridgePerDay', 11, 'decimal', ({ pricePerDay }) => pricePerDay),
    of('workbook.bridgePrice', 12, 'decimal', ({ price }) => price),
  ]
}

/** What must span old and new, from when to when, at what price. null when nothing must. */
export const bridgesSheet = (document: PlanDocument, bridges: readonly Bridge[], language: Language): SheetModel | null => {
  if (bridges.length === 0) return null
  const t = translator(language)
  const price = planWords(t, language, document).number(bridges.reduce((sum, bridge) => sum + bridge.price, 0))
  const total = t('workbook.bridgesTotal', { bridges: t('workbook.bridgeCount', { count: bridges.length }), price })
  return {
    ...buildSheet(t('workbook.bridges'), columnsFor(document, language), bridges, language),
    banner: derivedBanner(t, t('workbook.bridges'), total),
  }
}
