import type { RawCell, RawFormula, RawRow } from '@core/workbook/raw-workbook'
import { damaged, tooLarge } from '../refusal'
import type { ReadLimits } from '../read-limits'
import { checkTally, type Tally } from '../read-tally'
import { readAddress, readDigits } from './cell-address'
import { cellKind, readCellValue, type CellKind, type WorkbookFacts } from './cell-values'
import { readXmlText } from './read-xml-text'
import { readTextRuns } from './text-runs'
import { afterMarkup, byte, isNamed, localName, nameEnd, nextTag, tagEnd } from './xml-bytes'

/** A block of merged cells; rows from 1, columns from 0. */
export type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export type ReadSheetOptions = {
  readonly name: string
  readonly facts: WorkbookFacts
  readonly limits: ReadLimits
  readonly tally: Tally
}

/** Merges beyond this are counted on no screen; a file that has more of them is not read for them. */
const mostMerges = 20_000

/**
 * Reads the rows of a sheet in one pass over its bytes, whatever prefix its tags have, and never further into the grid than
 * its cells are. Broken XML gives a Refusal or fewer cells of the broken row, and never an empty sheet.
 */
export class SheetReader {
  readonly rows: RawRow[] = []
  readonly formulas: RawFormula[] = []
  readonly merges: Merge[] = []
  declaredRows = 0
  /** Rows came in another order than they stand in. */
  unsorted = false

  #rowNumber = 0
  #rowSays = false
  #cells: RawCell[] = []
  #column = -1
  #isOpen = false
  #isClosed = false
  /** Of the tag whose attributes were read last: where the values of r, s, t and ref begin and end, and whether it is closed. */
  readonly #r = { start: 0, end: 0 }
  readonly #s = { start: 0, end: 0 }
  readonly #t = { start: 0, end: 0 }
  readonly #ref = { start: 0, end: 0 }
  #isEmptyTag = false
  #mostRows = Infinity
  readonly #address = { column: -1, row: -1 }

  constructor(private readonly xml: Buffer, private readonly options: ReadSheetOptions) {}

  /** All of it. */
  read(): this {
    this.#scan()
    this.#endRow()
    // A sheet whose rows never end was cut short by whoever wrote it.
    if (!this.#isOpen || !this.#isClosed) throw damaged(this.options.name)
    return this
  }

  /** The first filled rows, of a sheet of which this may only be the beginning; null where no row follows so many. */
  begin(count: number): readonly RawRow[] | null {
    this.#mostRows = count
    this.#scan()
    return this.rows.length < count ? null : this.rows.slice(0, count)
  }

  #scan(): void {
    const { xml } = this
    let at = nextTag(xml, 0)
    while (at < xml.length && this.rows.length < this.#mostRows) {
      const next = xml[at + 1] ?? 0
      if (next === byte.mark || next === byte.query) at = nextTag(xml, afterMarkup(xml, at))
      else if (next === byte.slash) at = nextTag(xml, this.#closing(at + 2))
      else at = nextTag(xml, this.#opening(at + 1))
    }
  }

  #closing(from: number): number {
    const start = localName(this.xml, from)
    const end = nameEnd(this.xml, start)
    if (isNamed(this.xml, start, end, 'sheetData')) this.#isClosed = true
    return end
  }

  /** Gives where to go on. */
  #opening(from: number): number {
    const { xml } = this
    const start = localName(xml, from)
    const end = nameEnd(xml, start)
    const first = xml[start]
    if (end - start === 1 && first === 0x63 /* c */) return this.#cell(end)
    if (end - start === 3 && first === 0x72 && isNamed(xml, start, end, 'row')) return this.#row(end)
    if (end - start === 9) return this.#nineLetters(start, end)
    return end
  }

  #nineLetters(start: number, end: number): number {
    if (isNamed(this.xml, start, end, 'sheetData')) {
      const past = this.#attributes(end)
      this.#isOpen = true
      if (this.#isEmptyTag) this.#isClosed = true
      return past
    }
    if (isNamed(this.xml, start, end, 'dimension')) {
      const past = this.#attributes(end)
      this.declaredRows = this.#range()?.bottom ?? 0
      return past
    }
    if (!isNamed(this.xml, start, end, 'mergeCell') || this.merges.length >= mostMerges) return end
    const past = this.#attributes(end)
    const merge = this.#range()
    if (merge && merge.top >= 1 && merge.left >= 0) this.merges.push(merge)
    return past
  }

  /** What `ref="A1:B9"` says; null where it says nothing of the kind. */
  #range(): Merge | null {
    const { start, end } = this.#ref
    let split = start
    while (split < end && this.xml[split] !== byte.colon) split++
    readAddress(this.xml, start, split, this.#address)
    const { column: left, row: top } = this.#address
    if (split < end) readAddress(this.xml, split + 1, end, this.#address)
    const { column: right, row: bottom } = this.#address
    return bottom < 0 ? null : { top, left, bottom: Math.max(top, bottom), right: Math.max(left, right) }
  }

  #row(from: number): number {
    this.#endRow()
    const past = this.#attributes(from)
    const said = readDigits(this.xml, this.#r.start, this.#r.end)
    this.#rowSays = said > 0
    this.#rowNumber = said > 0 ? said : this.#rowNumber + 1
    if (this.#rowNumber > this.options.limits.rows) throw damaged(this.options.name)
    this.declaredRows = Math.max(this.declaredRows, this.#rowNumber)
    this.#column = -1
    return past
  }

  #endRow(): void {
    if (this.#cells.length === 0) return
    const { tally, limits } = this.options
    const last = this.rows[this.rows.length - 1]
    if (last && last.number >= this.#rowNumber) this.unsorted = true
    this.rows.push({ number: this.#rowNumber, cells: this.#cells })
    tally.slots += this.#cells.length
    this.#cells = []
    checkTally(tally, limits)
  }

  #cell(from: number): number {
    const past = this.#attributes(from)
    this.#locate()
    // Blank formatted cells cost time as well, however few bytes they take.
    if (++this.options.tally.seen > this.options.limits.cells * 2) throw tooLarge('cells', this.options.limits.cells)
    return this.#isEmptyTag ? past : this.#contents(past)
  }

  /** By its address, or the one after the last where it has none. */
  #locate(): void {
    this.#column++
    if (this.#r.start === 0) return
    readAddress(this.xml, this.#r.start, this.#r.end, this.#address)
    const { column, row } = this.#address
    if (column < 0 || column >= this.options.limits.columns || row > this.options.limits.rows) throw damaged(this.options.name)
    this.#column = column
    if (this.#rowSays || row < this.#rowNumber) return
    this.#rowNumber = row
    this.#rowSays = true
    this.declaredRows = Math.max(this.declaredRows, row)
  }

  /** What stands in a cell, up to its closing tag. */
  #contents(from: number): number {
    const { xml } = this
    const kind = cellKind(xml, this.#t.start, this.#t.end)
    const style = this.#s.start === 0 ? 0 : readDigits(xml, this.#s.start, this.#s.end)
    const usual = kind === 'inline' ? this.#usualInline(from) : this.#usualValue(from, kind, style)
    if (usual > 0) return usual
    let at = nextTag(xml, from)
    while (at < xml.length) {
      if (xml[at + 1] === byte.mark || xml[at + 1] === byte.query) {
        at = nextTag(xml, afterMarkup(xml, at))
        continue
      }
      const isEnd = xml[at + 1] === byte.slash
      const start = localName(xml, isEnd ? at + 2 : at + 1)
      const end = nameEnd(xml, start)
      const length = end - start
      const first = xml[start]
      if (isEnd && length === 1 && first === 0x63) return end
      // The cell was never closed: what follows is not lost for it.
      if (!isEnd && ((length === 1 && first === 0x63) || (length === 3 && isNamed(xml, start, end, 'row')))) return at
      if (isEnd) at = nextTag(xml, end)
      else if (length === 1 && first === 0x76 /* v */) at = this.#value(end, kind, style)
      else if (length === 1 && first === 0x66 /* f */) at = this.#formula(end)
      else if (length === 2 && isNamed(xml, start, end, 'is') && kind === 'inline') at = this.#inline(end)
      else at = nextTag(xml, end)
    }
    return at
  }

  /** `<v>..</v></c>` without anything else, as nearly all cells are; 0 where it is not. */
  #usualValue(from: number, kind: CellKind, style: number): number {
    const { xml } = this
    if (xml[from] !== byte.lessThan || xml[from + 1] !== 0x76 || xml[from + 2] !== byte.greaterThan) return 0
    const end = nextTag(xml, from + 3)
    if (xml[end + 1] !== byte.slash || xml[end + 2] !== 0x76 || xml[end + 3] !== byte.greaterThan || !this.#endsCell(end + 4)) return 0
    this.#put(readCellValue(xml, from + 3, end, kind, style, this.options.facts, this.options.name))
    return end + 7
  }

  /** `<is><t>..</t></is></c>`, the same for text in the sheet itself. */
  #usualInline(from: number): number {
    const { xml } = this
    if (xml[from + 1] !== 0x69 || xml[from + 3] !== byte.greaterThan || xml[from + 4] !== byte.lessThan || xml[from + 5] !== 0x74) return 0
    const start = xml[from + 6] === byte.greaterThan ? from + 7 : xml[from + 6] === 0x20 ? tagEnd(xml, from + 6) : 0
    if (start === 0 || xml[start - 2] === byte.slash) return 0
    const end = nextTag(xml, start)
    const isClosed = xml[end + 1] === byte.slash && xml[end + 2] === 0x74 && xml[end + 3] === byte.greaterThan &&
      xml[end + 4] === byte.lessThan && xml[end + 5] === byte.slash && xml[end + 6] === 0x69 && xml[end + 8] === byte.greaterThan
    if (!isClosed || !this.#endsCell(end + 9)) return 0
    this.#put(readXmlText(xml, start, end) || null)
    return end + 12
  }

  #endsCell(at: number): boolean {
    return this.xml[at] === byte.lessThan && this.xml[at + 1] === byte.slash && this.xml[at + 2] === 0x63
  }

  #value(from: number, kind: CellKind, style: number): number {
    const { xml } = this
    const start = this.#attributes(from)
    if (this.#isEmptyTag) return nextTag(xml, start)
    let end = nextTag(xml, start)
    while (xml[end + 1] === byte.mark) end = nextTag(xml, afterMarkup(xml, end))
    this.#fill(end > start)
    this.#put(readCellValue(xml, start, end, kind, style, this.options.facts, this.options.name))
    return end
  }

  #inline(from: number): number {
    const start = this.#attributes(from)
    if (this.#isEmptyTag) return nextTag(this.xml, start)
    const end = this.#closingOf(start, 'is')
    this.#fill(true)
    this.#put(readTextRuns(this.xml, start, end) || null)
    return end
  }

  /** Where the closing tag of that name begins, or the end of the sheet. */
  #closingOf(from: number, name: string): number {
    let at = nextTag(this.xml, from)
    for (; at < this.xml.length; at = nextTag(this.xml, at + 1)) {
      if (this.xml[at + 1] !== byte.slash) continue
      const start = localName(this.xml, at + 2)
      if (isNamed(this.xml, start, nameEnd(this.xml, start), name)) return at
    }
    return at
  }

  #formula(from: number): number {
    const past = this.#attributes(from)
    this.formulas.push({ row: this.#rowNumber, column: this.#column, hasValue: false })
    return this.#isEmptyTag ? nextTag(this.xml, past) : this.#closingOf(past, 'f')
  }

  /** Notes that the formula of this cell, if it has one, has a stored value. */
  #fill(isFilled: boolean): void {
    const formula = this.formulas[this.formulas.length - 1]
    if (isFilled && formula?.row === this.#rowNumber && formula.column === this.#column) {
      this.formulas[this.formulas.length - 1] = { ...formula, hasValue: true }
    }
  }

  #put(value: RawCell): void {
    if (value === null) return
    const { tally, limits } = this.options
    const cells = this.#cells
    while (cells.length < this.#column) cells.push(null)
    cells[this.#column] = value
    tally.cells++
    if (typeof value === 'string') tally.text += value.length
    if (tally.cells > limits.cells) checkTally(tally, limits)
  }

  /** Notes the attributes that a cell, row or range can have, from the end of a tag's name on; gives the place past the tag. */
  #attributes(from: number): number {
    const { xml } = this
    this.#r.start = this.#s.start = this.#t.start = this.#ref.start = 0
    this.#r.end = this.#s.end = this.#t.end = this.#ref.end = 0
    this.#isEmptyTag = false
    let at = from
    while (at < xml.length) {
      const one = xml[at] ?? 0
      if (one === byte.greaterThan) return at + 1
      this.#isEmptyTag = one === byte.slash
      if (one <= 0x20 || one === byte.slash) at++
      else at = this.#attribute(at)
    }
    return at
  }

  #attribute(from: number): number {
    const { xml } = this
    let at = from
    while (at < xml.length && xml[at] !== byte.equals && xml[at] !== byte.greaterThan) at++
    if (xml[at] !== byte.equals) return at
    const nameLength = lengthWithoutSpace(xml, from, at)
    at++
    while ((xml[at] ?? 0x21) <= 0x20) at++
    const quote = xml[at] ?? 0
    if (quote !== byte.quote && quote !== byte.apostrophe) return at
    const start = at + 1
    let end = start
    while (end < xml.length && xml[end] !== quote) end++
    if (nameLength === 1) this.#note(xml[from] ?? 0, start, end)
    else if (nameLength === 3 && isNamed(xml, from, from + 3, 'ref')) noted(this.#ref, start, end)
    return end + 1
  }

  #note(name: number, start: number, end: number): void {
    if (name === 0x72) noted(this.#r, start, end)
    else if (name === 0x73) noted(this.#s, start, end)
    else if (name === 0x74) noted(this.#t, start, end)
  }
}

const noted = (span: { start: number; end: number }, start: number, end: number): void => {
  span.start = start
  span.end = end
}

const lengthWithoutSpace = (xml: Buffer, start: number, end: number): number => {
  let length = end - start
  while (length > 0 && (xml[start + length - 1] ?? 0) <= 0x20) length--
  return length
}
