import type { Part } from '../zip/unpack-parts'

/**
 * The names of the parts of the sheets, lower case, in the order of the tabs; null where the file names none.
 * Understands just enough of workbook.xml and its relations; the parser finds the sheets by itself.
 */
export const sheetPartNames = (parts: readonly Part[]): readonly (string | null)[] => {
  const workbook = parts.find((part) => /(^|\/)workbook\d*\.xml$/i.test(part.name))
  if (!workbook) return []
  const folder = workbook.name.slice(0, workbook.name.lastIndexOf('/') + 1)
  const relations = parts.find(
    (part) => part.name.toLowerCase() === `${folder}_rels/${workbook.name.slice(folder.length)}.rels`.toLowerCase(),
  )
  const targets = relations ? targetById(relations.content.toString('utf8'), folder) : new Map<string, string>()
  return [...workbook.content.toString('utf8').matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map((match) => {
    const id = attribute(match[1] ?? '', '\\w+:id')
    return (id !== null && targets.get(id)) || null
  })
}

const targetById = (xml: string, folder: string): ReadonlyMap<string, string> => {
  const targets = new Map<string, string>()
  for (const match of xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)) {
    const id = attribute(match[1] ?? '', 'Id')
    const target = attribute(match[1] ?? '', 'Target')
    if (id !== null && target !== null) targets.set(id, resolve(folder, target).toLowerCase())
  }
  return targets
}

const resolve = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  return `${folder}${target}`.split('/').reduce<string[]>((path, step) => {
    if (step === '..') return path.slice(0, -1)
    return step === '.' ? path : [...path, step]
  }, []).join('/')
}

const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? null
