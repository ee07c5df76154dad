import { xmlText } from './xml-text'

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Every text once; cells refer to it by its place. */
export class SharedStrings {
  private readonly places = new Map<string, number>()
  private uses = 0

  place(text: string): number {
    this.uses++
    const known = this.places.get(text)
    if (known !== undefined) return known
    this.places.set(text, this.places.size)
    return this.places.size - 1
  }

  xml(): string {
    const items = [...this.places.keys()].map((text) => `<si><t${needsSpace(text)}>${xmlText(text)}</t></si>`)
    return `<sst xmlns="${namespace}" count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`
  }
}

/** Without it a reader may trim the text. */
const needsSpace = (text: string): string => (/^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : '')
