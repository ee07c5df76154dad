import { cellText } from './cell-text'
import type { SheetMapping } from './corrections'
import { withBlocks } from './content/block-columns'
import { columnsByContent } from './content/columns-by-content'
import { sheetByContent, withHosting } from './content/guess-sheet'
import { listAbout } from './content/list-about'
import { kindOfHeading, kindOfIdHeading } from './content/kind-headings'
import { knownNames, noNames, type KnownNames } from './content/known-names'
import { fieldByHeading } from './headings'
import { hasAllHeadings } from './match-columns'
import { isDerivedSheet } from './plan-workbook/derived-sheets'
import { builtInPresets } from './presets/built-in-presets'
import type { Preset } from './presets/preset'
import type { RawSheet, RawWorkbook } from './raw-workbook'
import { layoutsOfReading, recogniseSheet, type FoundLayout, type Recognised, type SheetLayout } from './recognise-sheet'
import { TableColumns } from './row-reader'
import { isRestSheet, listsOthers, sheetMeaning } from './sheet-names'
import type { ItemKind } from '../estate/item'

export type RecognisedSheet = { readonly sheet: RawSheet; readonly recognised: Recognised }

type Names = readonly (readonly [text: string, kind: ItemKind | null])[]

/** Ids and names that a layout lists, with the kind of its sheet. */
const namesOf = (sheet: RawSheet, layout: SheetLayout): Names => {
  if (layout.role !== 'items') return []
  const columns = layout.columns.filter(({ field }) => field === 'id' || field === 'name').map(({ column }) => column)
  return sheet.rows.slice(layout.headerIndex + 1).flatMap((row) =>
    columns.map((column) => [cellText(row.cells[column]), layout.kind] as const))
}

const layoutsOf = ({ recognised }: RecognisedSheet): readonly FoundLayout[] => (recognised.type === 'table' ? recognised.layouts : [])

const rowsBelow = (sheet: RawSheet, layout: SheetLayout): RawSheet['rows'] => sheet.rows.slice(layout.headerIndex + 1)

/** A program writes what it knows on every row, and under headings that it describes. */
const isOfProgram = ({ preset }: SheetLayout): boolean => preset?.source !== undefined

/** Also those that are left out: what stands below them belongs to their block. */
const allRowsBelow = (sheet: RawSheet, layout: SheetLayout): RawSheet['rows'] => {
  const headings = sheet.rows[layout.headerIndex]?.number ?? 0
  const leftOut = sheet.leftOut?.filter(({ number }) => number > headings) ?? []
  const rows = rowsBelow(sheet, layout)
  return leftOut.length === 0 ? rows : [...rows, ...leftOut].sort((one, other) => one.number - other.number)
}

const inBlocks = (sheet: RawSheet, layout: FoundLayout): FoundLayout =>
  (isOfProgram(layout) ? layout : { ...layout, columns: withBlocks(allRowsBelow(sheet, layout), layout.columns, layout.role) })

/** What the content of a layout's columns adds to what their headings say. */
const completedLayout = (sheet: RawSheet, layout: FoundLayout, names: () => KnownNames): FoundLayout => {
  // Only a column that no heading explains may refer to what is listed; collecting that takes a moment in a region.
  const isOpen = layout.role !== 'items' || layout.columns.some(({ field }) => field === null)
  const context = { role: layout.role, kind: layout.kind, names: isOpen ? names() : noNames }
  const whole = { ...layout, columns: columnsByContent(rowsBelow(sheet, layout), layout.columns, context) }
  return layout.role === 'dependencies' && !layout.preset ? withHosting(sheet, whole, context.names) : whole
}

/** What the content of a sheet adds to what its headings say. A known export says all of itself, and so does what we wrote. */
const completed = (one: RecognisedSheet, names: () => KnownNames): Recognised => {
  const found = withContent(one, names)
  const turned = found.type === 'table' && found.layouts.length === 1 ? found.layouts.flatMap((layout) => turnedHeadings(one.sheet, layout)) : []
  return turned.length > 0 ? { type: 'kept', turned: turned.slice(0, 3).join(', ') } : found
}

const withContent = ({ sheet, recognised }: RecognisedSheet, names: () => KnownNames): Recognised => {
  const isSaid = recognised.type === 'empty' || (recognised.type === 'table' && recognised.layouts.some(saysWhatItLists))
  if (listsOthers(sheet) && !isSaid && !headsItems(sheet)) return { type: 'kept' }
  if (recognised.type === 'table') {
    const [layout, ...others] = recognised.layouts
    if (!layout || others.length > 0 || hasAllHeadings(layout.columns, layout.role)) return recognised
    return { type: 'table', layouts: [inBlocks(sheet, isOfProgram(layout) ? layout : completedLayout(sheet, layout, names))] }
  }
  if (recognised.type === 'empty' || (recognised.type === 'kept' && recognised.housekeeping) || isRestSheet(sheet.name)) return recognised
  const meaning = sheetMeaning(sheet)
  const layout = sheetByContent(sheet, meaning, names())
  if (!layout) return recognised
  // `Server` on a sheet of servers is as good as a heading.
  const isHeaded = meaning !== undefined && layout.columns.some(({ field, reason }) => field === 'name' && reason === 'synonym')
  return { type: 'table', layouts: [inBlocks(sheet, layout)], ...(!isHeaded && { byContent: saysWhatItNames(layout) ? 'headed' : true }) }
}

/** By more than headings that lists of people and prices have, too. */
const saysWhatItLists = ({ role, preset, columns }: SheetLayout): boolean =>
  role !== 'items' || preset !== null || columns.some(({ field }) => field !== null && ofItems.has(field))

/** What people, prices and risks do not have. */
const ofItems: ReadonlySet<string> = new Set(['kind', 'environment', 'wave', 'moveGroup', 'disposition', 'endOfSupport'])

/** `Applikasjon` or `Server` above a column, whatever the sheet is called. */
const headsItems = ({ rows }: RawSheet): boolean =>
  rows.slice(0, headingRows).some(({ cells }) => cells.some((cell) => typeof cell === 'string' && kindOfHeading(cell) !== undefined))
const headingRows = 10

/** What stands below each other where names are looked for, and would be headings, each of another field; none of a list that is what it looks like. */
const turnedHeadings = (sheet: RawSheet, layout: FoundLayout): readonly string[] => {
  const name = layout.columns.find(({ field }) => field === 'name')
  if (layout.role !== 'items' || layout.preset || !name || sheet.rows.length > mostTurned || layout.columns.some(({ field }) => field !== null && field !== 'name') || hasAllHeadings(layout.columns, 'items')) return []
  const texts = rowsBelow(sheet, layout).map(({ cells }) => cellText(cells[name.column])).filter((text) => text !== '')
  const headings = texts.filter((text) => fieldByHeading.items.get(text) !== undefined)
  const fields = new Set(headings.map((text) => fieldByHeading.items.get(text)))
  return fields.size >= 2 && fields.size * 2 > texts.length ? headings : []
}

/** Nobody says more than this of an item. */
const mostTurned = 60

/** `Applikasjon` above the names, or above who needs and what is needed. */
const saysWhatItNames = ({ columns, role }: SheetLayout): boolean => {
  const key = columns.filter(({ field }) => field !== null && (role === 'dependencies' ? ['from', 'to'] : ['name']).includes(field))
  return key.length > 0 && key.every(({ heading }) => kindOfHeading(heading) ?? kindOfIdHeading(heading))
}

/** What the sheets of a workbook list, as far as they are understood; collected when somebody asks, which takes a moment in a region. */
class ListedNames {
  #listed: (() => Names)[] = []
  #known: KnownNames | null = null

  add(sheet: RawSheet, layouts: readonly SheetLayout[]): void {
    if (!layouts.some(({ role }) => role === 'items')) return
    this.#listed.push(() => layouts.flatMap((layout) => namesOf(sheet, layout)))
    this.#known = null
  }

  readonly known = (): KnownNames => (this.#known ??= knownNames(this.#listed.flatMap((names) => names())))
}

/** In which order sheets are asked for their content: those whose names say that they list items, then the others, then what has headings. */
const turnOf = ({ sheet, recognised }: RecognisedSheet): number => {
  if (recognised.type === 'table') return 2
  return sheetMeaning(sheet)?.role === 'items' ? 0 : 1
}

/**
 * What each sheet of a workbook holds: by its name and headings, then by its content where those leave something open. Sheets
 * that we made from a plan are not among them, and a workbook that has such sheets is read by its headings alone.
 * `mappings`: sheets that are read as somebody said; they are left as they are recognised, but what they list is known.
 */
export const recogniseWorkbook = (
  raw: RawWorkbook, presets: readonly Preset[] = builtInPresets, mappings: readonly SheetMapping[] = [],
): readonly RecognisedSheet[] => {
  const sheets = raw.sheets.filter((sheet) => !isDerivedSheet(sheet))
  const byHeadings = sheets.map((sheet): RecognisedSheet => ({ sheet, recognised: recogniseSheet(sheet, presets) }))
  if (sheets.length < raw.sheets.length) return byHeadings
  const said = new Map(mappings.map(({ sheet, reading }) => [sheet, reading]))
  const names = new ListedNames()
  for (const one of byHeadings) {
    const reading = said.get(one.sheet.name)
    names.add(one.sheet, reading ? layoutsOfReading(one.sheet, reading, presets) : layoutsOf(one))
  }
  const found = new Map<RecognisedSheet, RecognisedSheet>()
  for (const turn of [0, 1, 2]) {
    for (const one of byHeadings.filter((each) => turnOf(each) === turn && !said.has(each.sheet.name))) {
      const whole = { ...one, recognised: completed(one, names.known) }
      found.set(one, whole)
      // What another sheet refers to may be listed by one that only its content explains.
      if (one.recognised.type !== 'table') names.add(one.sheet, layoutsOf(whole))
    }
  }
  const all = byHeadings.map((one) => found.get(one) ?? one)
  let listed: readonly TableColumns[] | null = null
  const lists = (): readonly TableColumns[] => (listed ??= all.flatMap((one) => {
    const reading = said.get(one.sheet.name)
    const layouts: readonly SheetLayout[] = reading ? layoutsOfReading(one.sheet, reading, presets) : layoutsOf(one)
    return layouts.flatMap((layout) => (layout.role === 'items' ? new TableColumns(one.sheet, layout) : []))
  }))
  return all.map((one) => (said.has(one.sheet.name) ? one : { ...one, recognised: asListAbout(one, lists) }))
}

/** What a sheet Waves says of waves alone. */
const ofWaves: ReadonlySet<string> = new Set(['start', 'end', 'capacity', 'maxItems', 'budget'])

/** What says more about the items of other sheets: of no meaning by itself, or a plan of waves that lists items and nothing of the waves. */
const asListAbout = ({ sheet, recognised }: RecognisedSheet, lists: () => readonly TableColumns[]): Recognised => {
  const layout = recognised.type === 'table' ? recognised.layouts[0] : undefined
  const isPlan = layout?.role === 'waves' && !layout.columns.some(({ field }) => field !== null && ofWaves.has(field))
  const isOpen = recognised.type === 'kept' && !recognised.housekeeping && recognised.turned === undefined && !isRestSheet(sheet.name)
  if (!isPlan && !isOpen) return recognised
  const names = new Set(lists().flatMap((table) => namesOf(table.sheet, table.layout).map(([text]) => text.toLowerCase())))
  const found = names.size > 0 ? listAbout(sheet, lists(), names, isPlan ? ['wave'] : []) : null
  return found ? { type: 'table', layouts: [inBlocks(sheet, found)] } : recognised
}
