import { afterMarkup, byte, isNamed, localName, nameEnd, nextTag, tagEnd } from './xml-bytes'
import { readXmlText } from './read-xml-text'

/** Past the closing tag of the element that is open at `from`, or the end. */
const afterClosing = (xml: Buffer, from: number, end: number, name: string): number => {
  for (let at = nextTag(xml, from); at < end; at = nextTag(xml, at + 1)) {
    if (xml[at + 1] !== byte.slash) continue
    const start = localName(xml, at + 2)
    if (isNamed(xml, start, nameEnd(xml, start), name)) return tagEnd(xml, at)
  }
  return end
}

/** Where the text that begins at `from` ends: at a tag, but a CDATA section or comment is within it. */
const textEnd = (xml: Buffer, from: number, end: number): number => {
  let at = nextTag(xml, from)
  while (at < end && xml[at + 1] === byte.mark) at = nextTag(xml, afterMarkup(xml, at))
  return Math.min(at, end)
}

/** The texts of a string of several runs (`<r><t>..</t></r>`) in one, without how it is pronounced (`<rPh>`). */
export const readTextRuns = (xml: Buffer, start: number, end: number): string => {
  let text = ''
  let at = nextTag(xml, start)
  while (at < end) {
    if (xml[at + 1] === byte.mark || xml[at + 1] === byte.query) {
      at = nextTag(xml, afterMarkup(xml, at))
      continue
    }
    const name = localName(xml, at + 1)
    const ending = nameEnd(xml, name)
    let past = tagEnd(xml, ending)
    if (isNamed(xml, name, ending, 't') && xml[past - 2] !== byte.slash) {
      const stop = textEnd(xml, past, end)
      text += readXmlText(xml, past, stop)
      past = stop
    } else if (isNamed(xml, name, ending, 'rPh')) past = afterClosing(xml, past, end, 'rPh')
    at = nextTag(xml, past)
  }
  return text
}
