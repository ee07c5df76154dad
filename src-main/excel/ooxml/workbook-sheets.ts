import { damaged, unsafe } from '../refusal'
import type { PackedPart, Part } from '../zip/unpack-parts'
import { xmlTags } from './xml-tags'

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: PackedPart }

/** What workbook.xml and its relations say: the sheets with cells in the order of the tabs, and the parts that all share. */
export type WorkbookParts = {
  readonly sheets: readonly SheetPart[]
  readonly styles: PackedPart | undefined
  readonly strings: PackedPart | undefined
  readonly date1904: boolean
}

type Relation = { readonly type: string; readonly target: string }

/** The list of sheets of a real workbook is a few kilobytes. */
const longestList = 4 * 1024 * 1024

/** The attributes of every tag of that name. */
const tagsOf = ({ name: partName, content }: Part, name: string): readonly ReadonlyMap<string, string>[] => {
  if (content.length > longestList) throw unsafe(partName)
  const found: ReadonlyMap<string, string>[] = []
  for (const tag of xmlTags(content)) if (tag.name === name && !tag.isEnd) found.push(tag.attributes())
  return found
}

const resolve = (folder: string, target: string): string => {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
  return path.replaceAll('\\', '/').split('/').reduce<string[]>((steps, step) => {
    if (step === '..') return steps.slice(0, -1)
    return step === '.' || step === '' ? steps : [...steps, step]
  }, []).join('/').toLowerCase()
}

const relationsOf = (parts: ReadonlyMap<string, PackedPart>, workbook: PackedPart): ReadonlyMap<string, Relation> => {
  const folder = workbook.name.slice(0, workbook.name.lastIndexOf('/') + 1)
  const part = parts.get(`${folder}_rels/${workbook.name.slice(folder.length)}.rels`.toLowerCase())
  const relations = new Map<string, Relation>()
  for (const tag of part ? tagsOf(part.unpack(), 'Relationship') : []) {
    relations.set(tag.get('Id') ?? '', {
      type: (tag.get('Type') ?? '').replace(/^.*\//, ''), target: resolve(folder, tag.get('Target') ?? ''),
    })
  }
  return relations
}

/** Charts, macros and dialogues are sheets as well, and hold no rows. */
const sheetOf = (
  tag: ReadonlyMap<string, string>, relations: ReadonlyMap<string, Relation>, parts: ReadonlyMap<string, PackedPart>,
): SheetPart | null => {
  const relation = relations.get(tag.get('id') ?? '')
  if (relation && relation.type !== 'worksheet') return null
  const part = relation && parts.get(relation.target)
  if (!part) throw damaged(relation?.target ?? 'xl/workbook.xml')
  return { name: tag.get('name') ?? '', hidden: /hidden/i.test(tag.get('state') ?? ''), part }
}

/** One part under many names is how a small file is read a thousand times. */
const checkApart = (sheets: readonly SheetPart[]): void => {
  const seen = new Set<PackedPart>()
  for (const { part } of sheets) {
    if (seen.has(part)) throw unsafe(part.name)
    seen.add(part)
  }
}

/** Throws a Refusal where a sheet is named that is not there. */
export const workbookParts = (all: readonly PackedPart[]): WorkbookParts => {
  const parts = new Map(all.map((part) => [part.name.toLowerCase(), part]))
  const workbook = all.find((part) => /(^|\/)workbook\d*\.xml$/i.test(part.name))
  if (!workbook) throw damaged('xl/workbook.xml')
  const relations = relationsOf(parts, workbook)
  const list = workbook.unpack()
  const ofType = (type: string): PackedPart | undefined => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target
    return target === undefined ? undefined : parts.get(target)
  }
  const date1904 = tagsOf(list, 'workbookPr').some((tag) => /^(1|true)$/i.test(tag.get('date1904') ?? ''))
  const sheets = tagsOf(list, 'sheet').flatMap((tag) => sheetOf(tag, relations, parts) ?? [])
  checkApart(sheets)
  return { sheets, styles: ofType('styles'), strings: ofType('sharedStrings'), date1904 }
}
