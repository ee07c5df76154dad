import { cellText } from './cell-text'
import { fold } from './fold'
import { repeatedAs } from './read-items'
import type { RawRow } from './raw-workbook'
import type { TableColumns } from './row-reader'
import { sheetMeaning } from './sheet-names'

/** Lists whose items the rows of another sheet are about, and the names (in small letters) that stand once there and once here. */
export type ListAbout = { readonly lists: readonly TableColumns[]; readonly names: ReadonlySet<string> }

/** So many of its names must stand on other lists, or the sheet is a list of its own. */
const mostNames = 0.7
/** Two lists with so many of their columns in common are written alike: one for each trust or environment. */
const mostColumns = 0.75
/** Values are compared on so many rows. */
const comparedRows = 2_000

/** Fields of which a second sheet says something else without being about something else. */
const changing: ReadonlySet<string> = new Set(['notes', 'status', 'phaseOutReason', 'wave', 'moveGroup', 'moveGroupOrigin'])

/** `Prod` and `Produksjon`, `Helse Bergen` and `Helse Bergen HF`. */
export const isAlike = (one: string, other: string): boolean => {
  const [shorter, longer] = [fold(one), fold(other)].sort((a, b) => a.length - b.length) as [string, string]
  return shorter === longer || (shorter.length >= 3 && longer.startsWith(shorter))
}

const environmentWord = /^(?:prod(?:uksjon|uktion|uction)?|test|qa|uat|dev|utvikling|utveckling|udvikling|development|stag(?:ing|e)|preprod|kurs|akseptanse|acceptance|opplæring|training)$/iu
const organisationWord = /^(?:helse|hf|trust|kommune?|region|fylke.*|foretak.*|.*(?:sykehus|sjukehus|sjukhus|sygehus|hospital)(?:et)?)$/iu
/** Words for what a sheet is, which tell no lists of one sort apart. */
const sheetWord = /plan|list|oversikt|översikt|oversigt|overview|detal|details|info|data|patch|backup|drift|kontakt|contact|risiko|risk/iu

const wordsOf = (name: string): readonly string[] => name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

/** One list, arranged for comparing it with others. */
class List {
  /** null: the name stands several times. */
  readonly rowByName = new Map<string, RawRow | null>()
  /** Of what is filled somewhere, without the names. */
  readonly columns = new Map<string, number>()
  readonly words: readonly string[]
  readonly title: string

  constructor(readonly table: TableColumns) {
    const { sheet, layout, columnByField } = table
    this.title = sheet.title ?? sheet.name
    this.words = wordsOf(this.title)
    const rows = sheet.rows.slice(layout.headerIndex + 1).filter((row) => !table.sides.byNumber.has(row.number) && table.records.takes(row))
    const merges = repeatedAs(table) !== 'never'
    const name = columnByField.get('name') ?? -1
    for (const row of rows) {
      const text = cellText(table.translated(name, row.cells[name] ?? null)).toLowerCase()
      if (text === '') continue
      const known = this.rowByName.get(text)
      if (known === undefined) this.rowByName.set(text, row)
      else if (!merges || (known && !this.#isOneItem(known, row))) this.rowByName.set(text, null)
    }
    for (const { column, field, heading } of layout.columns) {
      if (field === 'name' || field === 'id' || !rows.some(({ cells }) => cellText(cells[column]) !== '')) continue
      const key = field ?? `extra:${fold(heading)}`
      if (!this.columns.has(key)) this.columns.set(key, column)
    }
  }

  #isOneItem(one: RawRow, other: RawRow): boolean {
    return ['organisation', 'environment', 'site'].every((field) => {
      const column = this.table.columnByField.get(field) ?? -1
      return cellText(one.cells[column]) === cellText(other.cells[column])
    })
  }

  text(row: RawRow, key: string): string {
    return cellText(row.cells[this.columns.get(key) ?? -1])
  }

  get hasIds(): boolean {
    const id = this.table.columnByField.get('id')
    return id !== undefined && this.table.sheet.rows.slice(this.table.layout.headerIndex + 1).some(({ cells }) => cellText(cells[id]) !== '')
  }

  /** Whether it may be about the items of another: nothing but its names says which items it means. */
  get mayBeAbout(): boolean {
    const { layout, columnByField, properties, matrix } = this.table
    return layout.preset?.source === undefined && !properties && !matrix && columnByField.has('name') && !this.hasIds
  }

  /** The more it says of what is listed, the sooner it is the list. */
  get rank(): readonly number[] {
    const meaning = sheetMeaning(this.table.sheet)
    return [
      this.mayBeAbout ? 0 : 1, meaning?.role === 'items' ? 1 : 0, this.table.layout.kind === null ? 0 : 1, this.rowByName.size, this.columns.size,
    ]
  }
}

const byRank = (one: List, other: List): number => {
  const ranks = [one.rank, other.rank] as const
  const differing = ranks[0].findIndex((value, index) => value !== ranks[1][index])
  return differing < 0 ? 0 : (ranks[1][differing] ?? 0) - (ranks[0][differing] ?? 0)
}

const shared = (one: List, other: List): readonly string[] => [...one.columns.keys()].filter((key) => other.columns.has(key))

const isWrittenAlike = (one: List, other: List): boolean => {
  const same = shared(one, other).length
  const all = one.columns.size + other.columns.size - same
  return same >= all * mostColumns
}

/** `Systemer Bergen` and `Systemer Fonna`: one list for each of several. */
const areNamedApart = (one: List, other: List): boolean => {
  const [mine, theirs] = [one, other].map(({ words }) => words.map(fold)) as [string[], string[]]
  const own = (list: List, others: readonly string[]): readonly string[] => list.words.filter((word) => !others.includes(fold(word)))
  const [left, right] = [own(one, theirs), own(other, mine)]
  const isName = (word: string): boolean => /^[\p{Lu}\p{N}]/u.test(word) && !sheetWord.test(word) && sheetMeaning({ name: word }) === undefined
  return mine.some((word) => theirs.includes(word)) && left.length > 0 && right.length > 0 && [...left, ...right].every(isName)
}

/** What the sheet's name says of all of its rows. */
const saidByTitle = (list: List, organisations: ReadonlySet<string>): Readonly<Record<'environment' | 'organisation', string | undefined>> => ({
  environment: list.words.find((word) => environmentWord.test(word)),
  organisation: organisations.has(fold(list.title)) || list.words.some((word) => organisationWord.test(word) || organisations.has(fold(word))) ? list.title : undefined,
})

const areSameOrganisation = (one: string, other: string): boolean => {
  const [mine, theirs] = [one, other].map((text) => wordsOf(text).filter((word) => !organisationWord.test(word)).map(fold)) as [string[], string[]]
  return isAlike(one, other) || mine.some((word) => theirs.includes(word))
}

/** Whether the rows that both name speak of the same things, by what both say of them. */
const saysTheSame = (one: List, other: List, organisations: ReadonlySet<string>): boolean => {
  const keys = shared(one, other).filter((key) => !changing.has(key))
  const [mine, theirs] = [saidByTitle(one, organisations), saidByTitle(other, organisations)]
  let [same, differing, apart, compared] = [0, 0, 0, 0]
  for (const [name, row] of one.rowByName) {
    const known = other.rowByName.get(name)
    if (!row || !known || compared >= comparedRows) continue
    compared += 1
    for (const key of keys) {
      const [said, before] = [one.text(row, key), other.text(known, key)]
      if (said === '' || before === '') continue
      if (isAlike(said, before)) same += 1
      else differing += 1
    }
    const isApart = (field: 'environment' | 'organisation', areSame: (a: string, b: string) => boolean): boolean => {
      const [said, before] = [one.text(row, field) || mine[field], other.text(known, field) || theirs[field]]
      if (said === undefined) return false
      // What only the sheet's name says stands against lists that say nothing of it, too.
      return before === undefined ? mine[field] !== undefined : !areSame(said, before)
    }
    if (isApart('environment', isAlike) || isApart('organisation', areSameOrganisation)) apart += 1
  }
  return differing <= same && apart * 2 <= compared
}

const mayBeOneKind = ({ table: { layout } }: List, { table: { layout: other } }: List): boolean =>
  layout.kind === null || other.kind === null || layout.kind === other.kind

/** Whether the second is a list of its own whatever names it shares with the first. */
const areOwnLists = (one: List, other: List, organisations: ReadonlySet<string>): boolean =>
  !mayBeOneKind(one, other) || isWrittenAlike(one, other) || areNamedApart(one, other) || !saysTheSame(one, other, organisations)

const aboutOf = (one: List, lists: readonly List[], organisations: ReadonlySet<string>): (ListAbout & { readonly of: readonly List[] }) | null => {
  const near = lists.filter((list) => [...one.rowByName.keys()].some((name) => list.rowByName.has(name)))
  const of = near.filter((list) => !areOwnLists(one, list, organisations))
  const names = new Set([...one.rowByName].flatMap(([name, row]) => {
    const there = of.flatMap((list) => (list.rowByName.has(name) ? [list.rowByName.get(name)] : []))
    return row && there.length === 1 && there[0] ? [name] : []
  }))
  return names.size > 0 && names.size >= one.rowByName.size * mostNames ? { of, lists: of.map(({ table }) => table), names } : null
}

/**
 * Sheets of items that are no lists of their own: without ids, and mostly of names that other sheets of the workbook list, they say
 * more about those (a list of patch windows, a plan of waves). Of two such sheets the one that describes more is the list, wherever
 * it stands. Lists that are written alike, named for different trusts or environments, or that contradict each other, stay apart.
 */
export const listsAbout = (tables: readonly TableColumns[]): ReadonlyMap<TableColumns, ListAbout> => {
  const lists = tables.length > 1 ? tables.map((table) => new List(table)).sort(byRank) : []
  if (!lists.some(({ mayBeAbout }) => mayBeAbout)) return new Map()
  const organisations = new Set(tables.flatMap((table) => (table.columnByField.has('organisation') ? [...table.textsOf('organisation').keys()] : []))
    .flatMap((text) => [text, ...wordsOf(text)]).map(fold).filter((word) => word.length > 2))
  const found = new Map<List, NonNullable<ReturnType<typeof aboutOf>>>()
  const own: List[] = []
  for (const list of lists) {
    const about = list.mayBeAbout ? aboutOf(list, own, organisations) : null
    if (about) found.set(list, about)
    else own.push(list)
  }
  // A short list under a telling name may be part of a long one.
  for (const list of own.filter(({ mayBeAbout }) => mayBeAbout)) {
    const isBase = [...found.values()].some(({ of }) => of.includes(list))
    const about = isBase ? null : aboutOf(list, own.filter((other) => other !== list && !found.has(other)), organisations)
    if (about) found.set(list, about)
  }
  return new Map([...found].map(([{ table }, about]) => [table, about]))
}
