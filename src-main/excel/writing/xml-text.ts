/**
 * What XML 1.0 cannot hold, half a character among it; a carriage return, which XML turns into a line feed; and text that
 * looks like such an escape.
 */
const needsEscape =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g
/** Most texts need nothing: one quick look is cheaper than two replacements. */
const mayNeedEscape = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff&<>"]|_x/

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for an element or an attribute, with Excel's `_xHHHH_` for characters that XML has no place for. */
export const xmlText = (text: string): string => {
  if (!mayNeedEscape.test(text)) return text
  return text
    .replace(needsEscape, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** A part: declaration, then a root element with everything in it. */
export const xmlPart = (name: string, body: string): { name: string; content: Buffer } => ({
  name,
  content: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`, 'utf8'),
})
