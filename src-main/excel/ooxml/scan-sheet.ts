import type { RawFormula } from '@core/workbook/raw-workbook'

/** What one pass over the bytes of a sheet tells, before a parser sees it. */
export type SheetScan = {
  readonly cells: number
  /** The number of the last row there is or is said to be. */
  readonly declaredRows: number
  readonly formulas: readonly RawFormula[]
}

const lessThan = 0x3c
const greaterThan = 0x3e
const colon = 0x3a
/** Longer than the opening tag of any row or cell. */
const longestTag = 500

/**
 * Counts cells and finds formulas by looking only at tag names, whatever their prefix, and spoils in place the names
 * of merges and hyperlinks, over whose ranges the parser would loop cell by cell. Tolerates broken XML, which is
 * left for the parser to refuse. Linear in the bytes.
 */
export const scanSheet = (xml: Buffer): SheetScan => {
  const scan = new Scan(xml)
  for (let at = xml.indexOf(lessThan); at >= 0 && at < xml.length; at++) {
    if (xml[at] !== lessThan) continue
    const start = afterPrefix(xml, at + 1)
    const end = nameEnd(xml, start)
    scan.tag(at, start, end)
    at = end - 1
  }
  return { cells: scan.cells, declaredRows: Math.max(scan.declared, scan.rowNumber()), formulas: scan.formulas }
}

class Scan {
  cells = 0
  declared = 0
  readonly formulas: RawFormula[] = []
  private rows = 0
  private rowStart = 0
  private cellStart = 0
  private cellInRow = -1
  private inFormulaCell = false

  constructor(private readonly xml: Buffer) {}

  tag(at: number, start: number, end: number): void {
    const length = end - start
    const first = this.xml[start]
    if (length === 1 && first === 0x63 /* c */) this.cell(at)
    else if (length === 1 && first === 0x66 /* f */) this.formula()
    else if (length === 1 && first === 0x76 /* v */) this.value(end)
    else if (length === 3 && first === 0x72 /* row */ && this.xml[end - 1] === 0x77) this.row(at)
    else if (length === 9 && (first === 0x64 || first === 0x68 || first === 0x6d)) this.nineLetters(at, start, end)
  }

  private cell(at: number): void {
    this.cells++
    this.cellInRow++
    this.cellStart = at
    this.inFormulaCell = false
  }

  private row(at: number): void {
    this.rows++
    this.rowStart = at
    this.cellInRow = -1
  }

  /** Of the row that was seen last, as it says itself or, where it does not, by counting; 0 before the first. */
  rowNumber(): number {
    if (this.rows === 0) return 0
    const written = /^<(?:\w+:)?row\s(?:[^>]*\s)?r\s*=\s*["'](\d{1,9})["']/.exec(this.head(this.rowStart))
    return written ? Number(written[1]) : this.rows
  }

  private formula(): void {
    const reference = /\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/.exec(this.head(this.cellStart))
    this.formulas.push({
      row: reference ? Number(reference[2]) : this.rowNumber(),
      column: reference?.[1] ? columnIndex(reference[1]) : this.cellInRow,
      hasValue: false,
    })
    this.inFormulaCell = true
  }

  private value(end: number): void {
    const last = this.formulas.at(-1)
    if (!this.inFormulaCell || !last) return
    const isFilled = this.xml[end] === greaterThan && this.xml[end + 1] !== lessThan
    if (isFilled) this.formulas[this.formulas.length - 1] = { ...last, hasValue: true }
    this.inFormulaCell = false
  }

  private nineLetters(at: number, start: number, end: number): void {
    const name = this.xml.toString('latin1', start, end)
    if (name === 'dimension') {
      const reference = /ref\s*=\s*["'][A-Z]*\d*:?[A-Z]+(\d{1,9})["']/.exec(this.head(at))
      this.declared = Number(reference?.[1] ?? 0)
    }
    if (name === 'mergeCell' || name === 'hyperlink') this.xml[start] = 0x78
  }

  private head(at: number): string {
    const text = this.xml.toString('latin1', at, at + longestTag)
    const end = text.indexOf('>')
    return end < 0 ? text : text.slice(0, end)
  }
}

/** A closing tag has an empty name here: its stroke is no part of one. */
const afterPrefix = (xml: Buffer, from: number): number => {
  const end = nameEnd(xml, from)
  return xml[end] === colon ? end + 1 : from
}

const nameEnd = (xml: Buffer, from: number): number => {
  let end = from
  while (end < xml.length && isNameByte(xml[end] ?? 0)) end++
  return end
}

/** Letters, digits and the low line; not the colon, which ends a prefix. */
const isNameByte = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f

const columnIndex = (letters: string): number =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
