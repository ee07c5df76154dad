/** What holds no cells: pictures, charts, macros, caches, comments, links and the like. Not even unpacked. */
const without = new RegExp(
  [
    '^(customXml|docProps|customUI|userCustomization|_xmlsignatures)/',
    '^xl/(media|drawings|charts|diagrams|embeddings|pivotCache|pivotTables|externalLinks|printerSettings|tables)/',
    '^xl/(queryTables|ctrlProps|slicers|slicerCaches|timelines|timelineCaches|activeX|model|persons|theme)/',
    '^xl/(threadedComments|webextensions|richData|customProperty|featurePropertyBag|revisions)/',
    '^xl/(comments[^/]*|calcChain[^/]*|vbaProject[^/]*|vbaData[^/]*|connections[^/]*|metadata[^/]*|volatileDependencies[^/]*)$',
    '^xl/(worksheets|chartsheets|dialogsheets|macrosheets)/_rels/',
    '^(Pictures|Thumbnails|ObjectReplacements|Configurations2|Basic|Object [^/]*)/',
    '^(thumbnail|meta|settings|manifest)\\.',
  ].join('|'),
  'i',
)

export const isKept = (name: string): boolean => !without.test(name)

/** The list of parts must not name what is left out: the parser would look for it. */
export const forgetLeftOut = (contentTypes: Buffer): Buffer =>
  Buffer.from(contentTypes.toString('utf8').split('<').filter(isToBeNamed).join('<'), 'utf8')

/** `piece` is what stands between a `<` and the next. */
const isToBeNamed = (piece: string): boolean => {
  const isOverride = /^\/?(?:\w+:)?Override\b/.test(piece.slice(0, 100))
  if (!isOverride) return true
  const name = /\sPartName\s*=\s*["']\/?([^"']*)["']/.exec(piece.slice(0, 2000))?.[1]
  return name !== undefined && isKept(name)
}
