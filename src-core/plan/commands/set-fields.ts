/** The row with these fields; a field that is undefined is cleared, so that it is absent as in a blank cell. */
export const setFields = <Row extends object>(row: Row, fields: Partial<NoInfer<Row>>): Row => {
  const entries = Object.entries({ ...row, ...fields }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Row
}
