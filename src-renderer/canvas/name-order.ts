const collator = new Intl.Collator(undefined, { numeric: true })

/** As people count: Trust 2 before Trust 10. */
export const nameOrder = (a: string, b: string): number => collator.compare(a, b)
