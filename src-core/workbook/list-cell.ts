/** Ids in one cell, `;` or a line break between them; an id that holds either stands in quotation marks. */
export const splitList = (text: string): readonly string[] => {
  const parts: string[] = []
  const pattern = /\s*(?:"((?:[^"]|"")*)"(?=\s*(?:[;\n]|$))|([^;\n]*))\s*(?:[;\n]|$)/gy
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (!match) break
    const part = match[1] === undefined ? (match[2] ?? '').trim() : match[1].replaceAll('""', '"')
    if (part !== '') parts.push(part)
  }
  return parts
}

/** The same, where other programs put a list in brackets with `,` between: `[a,b];`. */
export const splitForeignList = (text: string): readonly string[] =>
  splitList(text).flatMap((part) => {
    const inside = /^\[(.*)\]$/.exec(part)?.[1]
    return inside === undefined ? part : inside.split(',').map((one) => one.trim()).filter((one) => one !== '')
  })

export const joinList = (parts: readonly string[]): string =>
  parts.map((part) => (/[;\n"]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join('; ')
