import type { SheetGives } from './imported-workbook'

/** Counts what comes from each sheet while a workbook is being understood. */
export class SheetTally {
  readonly #bySheet = new Map<string, Record<keyof SheetGives, number>>()

  add(sheet: string, what: keyof SheetGives, count = 1): void {
    const gives = this.#bySheet.get(sheet) ?? { items: 0, named: 0, dependencies: 0 }
    gives[what] += count
    this.#bySheet.set(sheet, gives)
  }

  of(sheet: string): SheetGives {
    return { items: 0, named: 0, dependencies: 0, ...this.#bySheet.get(sheet) }
  }
}
