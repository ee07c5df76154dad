const entities: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]])

const entity = (whole: string, name: string): string => {
  const known = entities.get(name)
  if (known !== undefined) return known
  const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** Text with its entities, and with the `_x000D_` by which spreadsheets write what XML cannot hold. */
const unescape = (text: string): string => {
  const plain = text.includes('&') ? text.replace(/&(amp|lt|gt|quot|apos|#\d{1,7}|#[xX][\da-fA-F]{1,6});/g, entity) : text
  const whole = plain.includes('_x')
    ? plain.replace(/_x([\da-fA-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : plain
  return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
}

const withSections = (text: string): string =>
  text.split(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/).map((part, index) => (index % 2 === 1 ? part : unescape(part))).join('')

/** The text between two places of a part, as a reader of the sheet sees it; CDATA is understood, other tags are not expected. */
export const readXmlText = (xml: Buffer, start: number, end: number): string => {
  const text = xml.toString('utf8', start, end)
  return text.includes('<') ? withSections(text) : unescape(text)
}
