import { translator, type Language, type Translate } from '../../messages/translator'
import type { PlanDocument } from '../../plan/plan-document'
import { evaluate } from '../../violations/evaluate'
import { documentToSheets } from '../document-to-sheets'
import { sheetNames } from '../sheet-names'
import type { SheetModel, WorkbookModel } from '../workbook-model'
import { bridgesSheet } from './bridges-sheet'
import { changesBetween } from './changes-between'
import { changesSheet } from './changes-sheet'
import { coverSheet, type ContentsLine } from './cover-sheet'
import { ganttSheet } from './gantt-sheet'
import { listBridges } from './list-bridges'
import { planFigures } from './plan-figures'
import { violationsSheet } from './violations-sheet'

export type PlanWorkbookOptions = {
  /** Of headings, sheet names and fixed values; English when absent. */
  readonly language?: Language
  /** An earlier state of the plan, and what people call it: the workbook says what has changed since. */
  readonly since?: { readonly name: string; readonly document: PlanDocument }
}

/**
 * The plan for people: cover, waves, Gantt, inventory, dependencies, bridges, violations, rules and freeze windows, and
 * what has changed. The tables of DESIGN 5 among them are those of `documentToSheets`; an import knows the others as
 * ours and leaves them out, so that what went out comes back without loss.
 */
export const planWorkbook = (document: PlanDocument, options: PlanWorkbookOptions = {}): WorkbookModel => {
  const language = options.language ?? 'en'
  const t = translator(language)
  const plain = documentToSheets(document, { language })
  const evaluation = evaluate(document)
  const figures = planFigures(document, evaluation)
  const { since } = options
  const derived = [
    ...(figures.waves.length > 0 ? [ganttSheet(document, figures, language)] : []),
    bridgesSheet(document, listBridges(document), language),
    violationsSheet(document, evaluation, language),
    since ? changesSheet(changesBetween(since.document, document, language), since.name, language) : null,
  ].filter((sheet) => sheet !== null)
  const sheets = inOrder(plain.sheets, derived, language)
  const contents = contentsOf(sheets, language, since?.name ?? '')
  const cover = coverSheet({ document, figures, evaluation, contents, language })
  return { ...plain, title: `${document.name} - ${t('workbook.migrationPlan')}`, sheets: asideOfKept([cover, ...sheets]) }
}

/** Where a reader looks for each; sheets that are none of ours come last, in their order. */
const inOrder = (plain: readonly SheetModel[], derived: readonly SheetModel[], language: Language): readonly SheetModel[] => {
  const t = translator(language)
  const isOurs = (sheet: SheetModel): boolean => !sheet.headless
  const own = (name: keyof typeof sheetNames) => (sheet: SheetModel) => isOurs(sheet) && sheet.name === sheetNames[name][language]
  const isNamed = (key: 'gantt' | 'bridges' | 'violations' | 'changes') => (sheet: SheetModel) => sheet.name === t(`workbook.${key}`)
  const isPlanSheet = (sheet: SheetModel): boolean => (['waves', 'dependencies', 'rules', 'freezeWindows'] as const).some((name) => own(name)(sheet))
  return [
    ...plain.filter(own('waves')), ...derived.filter(isNamed('gantt')),
    ...plain.filter((sheet) => isOurs(sheet) && !isPlanSheet(sheet)), ...plain.filter(own('dependencies')),
    ...derived.filter(isNamed('bridges')), ...derived.filter(isNamed('violations')),
    ...plain.filter(own('rules')), ...plain.filter(own('freezeWindows')), ...derived.filter(isNamed('changes')),
    ...plain.filter((sheet) => !isOurs(sheet)),
  ]
}

const aboutKeys = [
  ['waves', 'workbook.aboutWaves'], ['dependencies', 'workbook.aboutDependencies'], ['rules', 'workbook.aboutRules'],
  ['freezeWindows', 'workbook.aboutFreezeWindows'],
] as const

const contentsOf = (sheets: readonly SheetModel[], language: Language, since: string): readonly ContentsLine[] => {
  const t: Translate = translator(language)
  const about = new Map<string, string>([
    ...aboutKeys.map(([name, key]) => [sheetNames[name][language], t(key)] as const),
    [t('workbook.gantt'), t('workbook.aboutGantt')], [t('workbook.bridges'), t('workbook.aboutBridges')],
    [t('workbook.violations'), t('workbook.aboutViolations')], [t('workbook.changes'), t('workbook.aboutChanges', { since })],
  ])
  const isKept = (sheet: SheetModel): boolean => sheet.headless === true && sheet.look === undefined
  return sheets.filter((sheet) => !isKept(sheet)).map(({ name, rows }) =>
    ({ sheet: name, about: about.get(name) ?? `${t('common.items', { count: rows.length })}: ${t('workbook.aboutItems')}` }))
}

/** A sheet that came with the import keeps its name; one of ours of the same name gives way when it is written. */
const asideOfKept = (sheets: readonly SheetModel[]): readonly SheetModel[] => {
  const isKept = (sheet: SheetModel): boolean => sheet.headless === true && sheet.look === undefined
  const taken = new Set(sheets.filter(isKept).map((sheet) => sheet.name.toLowerCase()))
  if (taken.size === 0) return sheets
  const renamed = new Map<string, string>()
  for (const { name } of sheets.filter((sheet) => !isKept(sheet))) {
    if (taken.has(name.toLowerCase())) renamed.set(name, `${name} (Wavewright)`)
  }
  const now = (name: string): string => renamed.get(name) ?? name
  return sheets.map((sheet) => (isKept(sheet) ? sheet : {
    ...sheet,
    name: now(sheet.name),
    ...(sheet.banner && { banner: sheet.banner.map((line) => (line.link ? { ...line, link: now(line.link) } : line)) }),
    ...(sheet.look && { look: { ...sheet.look, links: sheet.look.links?.map((link) => ({ ...link, sheet: now(link.sheet) })) ?? [] } }),
  }))
}
