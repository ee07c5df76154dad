export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Of the element itself, entities resolved. */
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

const resolved = (text: string): string => {
  if (/[<\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) throw new Error(`Not allowed in XML: ${JSON.stringify(text)}`)
  return text.replace(/&[^;]*;?/g, (entity) => {
    const character = entities[entity]
    if (character === undefined) throw new Error(`No such entity: ${entity}`)
    return character
  })
}

/** A strict reader of the XML that we write: elements, attributes and text. Throws for what is not well-formed. */
export const parseXml = (source: string): XmlElement => {
  const text = source.replace(/^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\s*/, '').trimEnd()
  let at = 0
  const element = (): XmlElement => {
    const open = /^<([A-Za-z]\w*)((?: [\w:]+="[^"<]*")*)(\/?)>/.exec(text.slice(at, at + 4000))
    if (!open) throw new Error(`Not an element: ${text.slice(at, at + 80)}`)
    at += open[0].length
    const [, name = '', list = '', isEmpty] = open
    const attributes = Object.fromEntries([...list.matchAll(/ ([\w:]+)="([^"]*)"/g)].map((match) => [match[1] ?? '', resolved(match[2] ?? '')]))
    if (isEmpty) return { name, attributes, children: [], text: '' }
    const children: XmlElement[] = []
    let own = ''
    while (!text.startsWith('</', at)) {
      if (at >= text.length) throw new Error(`${name} is not closed`)
      if (text[at] === '<') children.push(element())
      else {
        const next = text.indexOf('<', at)
        own += text.slice(at, next)
        at = next
      }
    }
    if (!text.startsWith(`</${name}>`, at)) throw new Error(`${name} is closed as ${text.slice(at, at + 20)}`)
    at += name.length + 3
    return { name, attributes, children, text: resolved(own) }
  }
  const root = element()
  if (at !== text.length) throw new Error(`More after the end: ${text.slice(at, at + 40)}`)
  return root
}

/** Which children are not in the published list, and which stand before one that should come earlier. */
export const childOrder = (element: XmlElement, order: readonly string[]): { readonly unknown: readonly string[]; readonly outOfOrder: readonly string[] } => {
  const names = element.children.map((child) => child.name)
  const places = names.map((name) => order.indexOf(name))
  return {
    unknown: names.filter((name) => !order.includes(name)),
    outOfOrder: names.filter((_, index) => index > 0 && (places[index] ?? 0) < (places[index - 1] ?? 0)),
  }
}
