/** Rows of a long list that are written in one go: a few milliseconds. */
const rowsInPart = 1000

const inSlices = function* (rows: readonly unknown[]): Generator<string> {
  for (let at = 0; at < rows.length; at += rowsInPart) {
    const text = JSON.stringify(rows.slice(at, at + rowsInPart)).slice(1, -1)
    yield at === 0 ? text : `,${text}`
  }
}

const ofList = function* (rows: readonly unknown[]): Generator<string> {
  yield '['
  if (rows.length > rowsInPart) yield* inSlices(rows)
  else {
    for (const [at, row] of rows.entries()) {
      if (at > 0) yield ','
      yield* jsonParts(row ?? null)
    }
  }
  yield ']'
}

const ofRecord = function* (record: object): Generator<string> {
  let before = '{'
  for (const [name, value] of Object.entries(record)) {
    if (value === undefined) continue
    yield `${before}${JSON.stringify(name)}:`
    yield* jsonParts(value)
    before = ','
  }
  yield before === '{' ? '{}' : '}'
}

/**
 * The text that `JSON.stringify` makes of plain data, piece by piece, so that whoever writes a region's 100,000 rows can
 * do something else in between.
 */
export const jsonParts = function* (value: unknown): Generator<string> {
  if (Array.isArray(value)) yield* ofList(value)
  else if (typeof value === 'object' && value !== null) yield* ofRecord(value)
  else yield JSON.stringify(value)
}
