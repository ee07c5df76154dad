import type { ExtraSheet } from '../estate/estate'
import type { ItemKind } from '../estate/item'
import type { Language } from '../messages/translator'
import { activeScenario, type PlanDocument } from '../plan/plan-document'
import { fieldByHeading } from './headings'
import { itemRows } from './item-rows'
import { buildSheet } from './sheet-builder'
import {
  dependencyColumns, freezeColumns, itemColumns, ruleColumns, waveColumns, type DependencySheetRow, type ItemSheetRow,
} from './sheet-columns'
import { sheetNames, type OwnSheet } from './sheet-names'
import { yesNo } from './value-words'
import type { SheetModel, WorkbookModel } from './workbook-model'

export type ExportOptions = {
  /** Of headings, sheet names and fixed values; English when absent. */
  readonly language?: Language
}

/** Kinds without a sheet of their own in DESIGN 5 share the sheet Items, where each row says its kind. */
const sheetOfKind: Readonly<Record<ItemKind, OwnSheet>> = {
  application: 'applications', server: 'servers', platform: 'platforms', 'device-class': 'devices',
  database: 'items', network: 'items', service: 'items',
}

/** Items whose kinds have the same text share a sheet of an exported workbook. */
export const ownSheetOf = (kind: ItemKind): string => sheetOfKind[kind]

/**
 * Consecutive rows that belong on one sheet. The order of items decides ties in a plan, so it must survive: where the
 * kinds are mixed in the list, all go on one sheet Items in their order.
 */
const splitBySheet = (rows: readonly ItemSheetRow[]): readonly { own: OwnSheet; rows: readonly ItemSheetRow[] }[] => {
  const runs: { own: OwnSheet; rows: ItemSheetRow[] }[] = []
  for (const row of rows) {
    const own = sheetOfKind[row.item.kind]
    const last = runs.at(-1)
    if (last?.own === own) last.rows.push(row)
    else runs.push({ own, rows: [row] })
  }
  const isMixed = new Set(runs.map((run) => run.own)).size < runs.length
  if (isMixed) return [{ own: 'items', rows }]
  return runs.length > 0 ? runs : [{ own: 'applications', rows: [] }]
}

const saysKind = (rows: readonly ItemSheetRow[]): boolean =>
  rows.some((row) => row.extra?.some(([heading]) => fieldByHeading.items.get(heading) === 'kind'))

const itemSheets = (document: PlanDocument, language: Language): readonly SheetModel[] =>
  splitBySheet(itemRows(document)).map(({ own, rows }) => {
    const withKind = own === 'items' || saysKind(rows)
    return buildSheet(sheetNames[own][language], itemColumns(language, withKind), rows, language)
  })

const dependencySheets = (document: PlanDocument, language: Language): readonly SheetModel[] => {
  const { dependencies, unresolved } = document.estate
  const lost = unresolved.map(({ fromText, toText, ...rest }): DependencySheetRow => ({ ...rest, from: fromText, to: toText }))
  const rows: readonly DependencySheetRow[] = [...dependencies, ...lost]
  return rows.length === 0 ? [] : [buildSheet(sheetNames.dependencies[language], dependencyColumns(language), rows, language)]
}

const planSheets = (document: PlanDocument, language: Language): readonly SheetModel[] => {
  const { waves, rules, freezeWindows } = activeScenario(document)
  const sheets = [
    buildSheet(sheetNames.waves[language], waveColumns(language), waves, language),
    buildSheet(sheetNames.rules[language], ruleColumns(language), rules, language),
    buildSheet(sheetNames.freezeWindows[language], freezeColumns(), freezeWindows, language),
  ]
  return sheets.filter((sheet) => sheet.rows.length > 0)
}

/** A sheet that we keep, under a name that none of ours has. */
const extraSheet = (sheet: ExtraSheet, taken: Set<string>): SheetModel => {
  let name = sheet.name
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    const suffix = ` (${number})`
    name = sheet.name.slice(0, 31 - suffix.length) + suffix
  }
  taken.add(name.toLowerCase())
  const widest = sheet.rows.reduce((width, row) => Math.max(width, row.length), 0)
  const columns = Array.from({ length: widest }, () => ({ heading: '', width: 16, type: 'any' as const }))
  return { name, columns, rows: sheet.rows, headless: true }
}

/** The active scenario as the sheets of DESIGN 5; importing them gives the same plan again. */
export const documentToSheets = (document: PlanDocument, options: ExportOptions = {}): WorkbookModel => {
  const language = options.language ?? 'en'
  const own = [...itemSheets(document, language), ...dependencySheets(document, language), ...planSheets(document, language)]
  const taken = new Set(own.map((sheet) => sheet.name.toLowerCase()))
  const kept = document.estate.extraSheets.map((sheet) => extraSheet(sheet, taken))
  return { title: document.name, sheets: [...own, ...kept], yesNo: yesNo(language) }
}
