/** What XML 1.0 cannot hold, a carriage return (which XML turns into a line feed), and text that looks like such an escape. */
const needsEscape = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for an element or an attribute, with Excel's `_xHHHH_` for characters that XML has no place for. */
export const xmlText = (text: string): string =>
  text
    .replace(needsEscape, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)

/** A part: declaration, then a root element with everything in it. */
export const xmlPart = (name: string, body: string): { name: string; content: Buffer } => ({
  name,
  content: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`, 'utf8'),
})
