import type { SheetGives } from './imported-workbook'

const nothing: SheetGives = { items: 0, named: 0, dependencies: 0 }

/** Counts what comes from each sheet while a workbook is being understood. */
export class SheetTally {
  readonly #bySheet = new Map<string, SheetGives>()

  add(sheet: string, what: keyof SheetGives, count = 1): void {
    const known = this.of(sheet)
    this.#bySheet.set(sheet, { ...known, [what]: known[what] + count })
  }

  of(sheet: string): SheetGives {
    return this.#bySheet.get(sheet) ?? nothing
  }
}
