import { tooLarge } from '../refusal'
import { readTextRuns } from './text-runs'
import { readXmlText } from './read-xml-text'
import { afterMarkup, byte, isNamed, localName, nameEnd, nextTag, tagEnd } from './xml-bytes'

/** The strings that cells name by number. Finds where each is at once, and decodes one when it is asked for first. */
export class SharedStrings {
  /** Two numbers a string: where it begins and ends. */
  readonly #places: number[] = []
  readonly #texts: (string | undefined)[] = []

  /** Throws a Refusal where there are more than `most`. */
  constructor(private readonly xml: Buffer, most: number) {
    let opened = -1
    let at = nextTag(xml, 0)
    while (at < xml.length) {
      const next = xml[at + 1]
      if (next === byte.mark || next === byte.query) {
        at = nextTag(xml, afterMarkup(xml, at))
        continue
      }
      const name = localName(xml, next === byte.slash ? at + 2 : at + 1)
      const end = nameEnd(xml, name)
      if (end - name === 2 && isNamed(xml, name, end, 'si')) opened = this.#string(at, end, opened)
      if (this.count > most) throw tooLarge('cells', most)
      at = nextTag(xml, end)
    }
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

  get count(): number {
    return this.#places.length / 2
  }

  /** undefined where there is no such string. */
  get(index: number): string | undefined {
    const known = this.#texts[index]
    if (known !== undefined || !(index >= 0 && index < this.count)) return known
    const text = this.#read(this.#places[index * 2] ?? 0, this.#places[index * 2 + 1] ?? 0)
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
