const ending = ' (as written)'

/** What a field that could not be read is kept under: not a heading that we would read again. */
export const asWritten = (heading: string): string => `${heading}${ending}`

export const isAsWritten = (heading: string): boolean => heading.endsWith(ending)
