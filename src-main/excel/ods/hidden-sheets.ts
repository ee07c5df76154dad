const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** A name as it is written in XML, as a person reads it. */
export const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole)

const attribute = (tag: string, name: string): string | null => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null

/** The styles that hide a sheet stand before all sheets, each with its properties within. */
const hidingStyles = (content: string): ReadonlySet<string> => {
  const styles = new Set<string>()
  const firstTable = content.indexOf('<table:table ')
  const head = firstTable < 0 ? content : content.slice(0, firstTable)
  for (const part of head.split('<style:style').slice(1)) {
    const name = attribute(part.slice(0, part.indexOf('>')), 'style:name')
    if (name !== null && /<style:table-properties[^>]*\stable:display="false"/.test(part)) styles.add(name)
  }
  return styles
}

/** Names of the sheets of an ods that are hidden, as they are written there: the parser does not tell. `content`: of its content.xml. */
export const hiddenSheets = (content: string): ReadonlySet<string> => {
  const styles = hidingStyles(content)
  const hidden = new Set<string>()
  if (styles.size === 0) return hidden
  for (const [tag] of content.matchAll(/<table:table\s[^<>]*>/g)) {
    const [name, style] = [attribute(tag, 'table:name'), attribute(tag, 'table:style-name')]
    if (name !== null && style !== null && styles.has(style)) hidden.add(name)
  }
  return hidden
}
