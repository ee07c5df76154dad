import { tooLarge } from '../refusal'
import { readTextRuns } from './text-runs'
import { readXmlText } from './read-xml-text'
import { afterMarkup, byte, isNamed, localName, nameEnd, nextTag, tagEnd } from './xml-bytes'

/** The strings that cells name by number. Looks for one, and decodes it, when it is asked for first. */
export class SharedStrings {
  /** Two numbers a string: where it begins and ends. */
  readonly #places: number[] = []
  readonly #texts: (string | undefined)[] = []

  #at = 0
  #opened = -1

  /** More strings than `most` are refused when one beyond them is asked for. */
  constructor(private readonly xml: Buffer, private readonly most: number) {}

  /** Finds the places of strings up to the one of that number, and of no more than are asked for. */
  #findUpTo(index: number): void {
    const { xml } = this
    let at = nextTag(xml, this.#at)
    while (at < xml.length && this.#places.length <= index * 2 + 1) {
      const next = xml[at + 1]
      if (next === byte.mark || next === byte.query) {
        at = nextTag(xml, afterMarkup(xml, at))
        continue
      }
      const name = localName(xml, next === byte.slash ? at + 2 : at + 1)
      const end = nameEnd(xml, name)
      if (end - name === 2 && isNamed(xml, name, end, 'si')) this.#opened = this.#string(at, end, this.#opened)
      at = nextTag(xml, end)
    }
    this.#at = at
  }

  /** Opens or closes a string; gives where the open one begins, or -1. */
  #string(at: number, nameEnds: number, opened: number): number {
    if (this.xml[at + 1] === byte.slash) {
      if (opened >= 0) this.#places.push(opened, at)
      return -1
    }
    const past = tagEnd(this.xml, nameEnds)
    if (this.xml[past - 2] !== byte.slash) return past
    this.#places.push(past, past)
    return -1
  }

  /** undefined where there is no such string. */
  get(index: number): string | undefined {
    const known = this.#texts[index]
    if (known !== undefined || index < 0) return known
    if (index > this.most) throw tooLarge('cells', this.most)
    this.#findUpTo(index)
    const start = this.#places[index * 2]
    const end = this.#places[index * 2 + 1]
    if (start === undefined || end === undefined) return undefined
    const text = this.#read(start, end)
    this.#texts[index] = text
    return text
  }

  #read(start: number, end: number): string {
    const { xml } = this
    // `<t>text</t>` and nothing else, as nearly all of them are.
    if (xml[start + 1] === 0x74 && xml[start + 2] === byte.greaterThan && nextTag(xml, start + 3) === end - 4) {
      return readXmlText(xml, start + 3, end - 4)
    }
    return readTextRuns(xml, start, end)
  }
}
