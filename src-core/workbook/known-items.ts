import type { ItemKind } from '../estate/item'
import { cellText } from './cell-text'
import type { FindingLog } from './finding-log'
import { fold } from './fold'
import { isAlike, type ListAbout } from './lists-about'
import { someNames } from './quoted-names'
import { GatheredRow, type ItemRow, type KnownItems } from './read-items'
import { cellOf, type RowReader, type TableColumns } from './row-reader'
import { kindByWord } from './value-words'

/** What tells two items of one name apart. */
const apart = ['organisation', 'environment'] as const

/** Fields in which another word is to be expected, and no contradiction. */
const freeTexts: ReadonlySet<string> = new Set(['notes', 'status'])

const kindSaid = (reader: RowReader): ItemKind | undefined => reader.table.layout.kind ?? kindByWord.get(reader.text('kind') ?? '')

/** The items of lists before, which rows of another sheet may be about, by their names. */
export class ItemsOfLists implements KnownItems {
  readonly #placeByName = new Map<string, number | null>()
  readonly #gathered = new Map<number, GatheredRow>()
  readonly #sheets = new Set<string>()
  #count = 0

  /** `rows`: those of the lists, at their places among all of them. `about`: what was found of the sheet. */
  constructor(readonly rows: ItemRow[], readonly about: ListAbout, placesOf: (table: TableColumns) => readonly number[], readonly log: FindingLog) {
    for (const place of about.lists.flatMap(placesOf)) {
      const name = rows[place]?.item.name.toLowerCase() ?? ''
      this.#placeByName.set(name, this.#placeByName.has(name) ? null : place)
    }
  }

  get kind(): ItemKind | null {
    const kinds = new Set(this.about.lists.map(({ layout }) => layout.kind))
    const [kind = null] = kinds
    return kinds.size === 1 ? kind : null
  }

  of(reader: RowReader): GatheredRow | undefined {
    const name = (reader.text('name') ?? '').toLowerCase()
    const place = this.about.names.has(name) ? (this.#placeByName.get(name) ?? null) : null
    const row = place === null ? undefined : this.rows[place]
    if (!row || place === null || !this.#isSame(row, reader)) return undefined
    const gathered = this.#gathered.get(place) ?? new GatheredRow(row, place)
    this.#gathered.set(place, gathered)
    return gathered
  }

  #isSame({ item }: ItemRow, reader: RowReader): boolean {
    if ((kindSaid(reader) ?? item.kind) !== item.kind) return false
    return apart.every((field) => {
      const [known, said] = [item[field], reader.text(field)]
      return known === undefined || said === undefined || isAlike(known, said)
    })
  }

  said(reader: RowReader, { row }: GatheredRow, otherwise: readonly string[]): void {
    this.#count += 1
    this.#sheets.add(row.place.sheet)
    for (const field of otherwise) {
      const text = cellText(reader.cell(field))
      const known = field === 'wave' ? row.wave : row.item[field as keyof ItemRow['item']]
      if (freeTexts.has(field) || fold(text) === fold(String(known ?? ''))) continue
      this.log.add('said-otherwise', cellOf(reader.place, field), { name: row.item.name, heading: reader.table.heading(field), text, other: row.place.sheet })
    }
  }

  /** Puts what was said into the rows. */
  finish(sheet: string): void {
    for (const gathered of this.#gathered.values()) this.rows[gathered.at] = gathered.finished()
    const sheets = [...this.#sheets]
    if (this.#count > 0) this.log.add('rows-of-known', { sheet }, { count: this.#count, sheets: someNames(sheets), of: sheets.length })
  }
}
