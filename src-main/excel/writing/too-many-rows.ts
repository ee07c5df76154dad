/** A sheet that no spreadsheet could open. */
export class TooManyRows extends Error {
  constructor(readonly sheet: string, readonly limit: number) {
    super(`The sheet ${sheet} has more than ${limit} rows`)
  }
}
