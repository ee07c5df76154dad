const longest = 31

/** Names that Excel takes: 31 characters, none of `[]:*?/\`, no apostrophe at an end, unique without case. */
export const legalSheetNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    const legal = unique(legalName(name), taken)
    taken.add(legal.toLowerCase())
    return legal
  })
}

const legalName = (name: string): string => {
  const bare = name.replace(/[[\]:*?/\\\u0000-\u001f]/g, '-').replace(/^'+|'+$/g, '').trim().slice(0, longest).trim()
  // Excel keeps History for itself.
  if (bare === '' || bare.toLowerCase() === 'history') return `Sheet${bare && ` ${bare}`}`
  return bare
}

const unique = (name: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(name.toLowerCase())) return name
  for (let number = 2; ; number++) {
    const ending = ` (${number})`
    const candidate = name.slice(0, longest - ending.length).trim() + ending
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}

/** `'Freeze windows'!` for use in a reference. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'!`
