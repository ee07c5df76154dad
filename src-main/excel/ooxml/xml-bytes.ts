/** The bytes of XML that the scans look for. */
export const byte = {
  lessThan: 0x3c, greaterThan: 0x3e, slash: 0x2f, colon: 0x3a, quote: 0x22, apostrophe: 0x27, equals: 0x3d, mark: 0x21, query: 0x3f,
} as const

/** Letters, digits, the low line, hyphen and point, and all beyond ASCII; not the colon, which ends a prefix. */
const isNameByte = (one: number): boolean =>
  (one >= 0x61 && one <= 0x7a) || (one >= 0x41 && one <= 0x5a) || (one >= 0x30 && one <= 0x39) ||
  one === 0x5f || one === 0x2d || one === 0x2e || one >= 0x80

/** Past the name that begins at `from`. */
export const nameEnd = (xml: Buffer, from: number): number => {
  let end = from
  while (end < xml.length && isNameByte(xml[end] ?? 0)) end++
  return end
}

/** Where the name of a tag begins behind its prefix, if it has one. `from` is behind `<` or `</`. */
export const localName = (xml: Buffer, from: number): number => {
  const end = nameEnd(xml, from)
  return xml[end] === byte.colon ? end + 1 : from
}

/** The next `<` at or after `from`; the length of the file where there is none. */
export const nextTag = (xml: Buffer, from: number): number => {
  let at = from
  while (at < xml.length && xml[at] !== byte.lessThan) at++
  return at
}

/** Past the `>` of the tag that `from` is in, whatever its quotation marks hold. */
export const tagEnd = (xml: Buffer, from: number): number => {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const one = xml[at] ?? 0
    if (quote !== 0) quote = one === quote ? 0 : quote
    else if (one === byte.quote || one === byte.apostrophe) quote = one
    else if (one === byte.greaterThan) return at + 1
  }
  return xml.length
}

/** Past a comment, CDATA section, declaration or instruction that begins with the `<` at `at`. */
export const afterMarkup = (xml: Buffer, at: number): number => {
  const past = (ending: string): number => {
    const found = xml.indexOf(ending, at + 2, 'latin1')
    return found < 0 ? xml.length : found + ending.length
  }
  if (xml[at + 1] === byte.query) return past('?>')
  if (xml[at + 2] === 0x2d) return past('-->')
  return xml[at + 2] === 0x5b ? past(']]>') : past('>')
}

export const isNamed = (xml: Buffer, start: number, end: number, name: string): boolean => {
  if (end - start !== name.length) return false
  for (let index = 0; index < name.length; index++) if (xml[start + index] !== name.charCodeAt(index)) return false
  return true
}
