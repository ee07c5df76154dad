import { readXmlText } from './read-xml-text'
import { afterMarkup, byte, localName, nameEnd, nextTag, tagEnd } from './xml-bytes'

/** A tag of a small part: its name without prefix, and its attributes by name without prefix, read when they are asked for. */
export type XmlTag = {
  readonly name: string
  readonly isEnd: boolean
  readonly attributes: () => ReadonlyMap<string, string>
}

/** No attribute that we read is longer; the rest of a longer tag is passed over. */
const longestTag = 16_384

const attributesOf = (tag: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const [, name, double, single] of tag.matchAll(/\s(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = Buffer.from(double ?? single ?? '')
    if (name !== undefined) found.set(name, readXmlText(value, 0, value.length))
  }
  return found
}

/** The tags of a part in their order, in one pass over its bytes whatever is broken in it; comments are passed over. */
export function* xmlTags(xml: Buffer): Generator<XmlTag> {
  let at = nextTag(xml, 0)
  while (at < xml.length) {
    const next = xml[at + 1]
    if (next === byte.mark || next === byte.query) {
      at = nextTag(xml, afterMarkup(xml, at))
      continue
    }
    const isEnd = next === byte.slash
    const start = localName(xml, isEnd ? at + 2 : at + 1)
    const end = nameEnd(xml, start)
    const past = tagEnd(xml, end)
    const tag = xml.subarray(end, Math.min(past, end + longestTag))
    yield { name: xml.toString('latin1', start, Math.min(end, start + 64)), isEnd, attributes: () => attributesOf(tag.toString('utf8')) }
    at = nextTag(xml, past)
  }
}
