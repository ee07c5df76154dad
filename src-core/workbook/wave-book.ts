import type { NewId } from '../ids'
import type { Wave } from '../plan/wave'
import { fold } from './fold'

const numbered = /^(?:waves?|bølge|bolge|bølger|våg|vag|w|b)?[\s.:#-]*(\d{1,6})$/iu
const unplanned = new Set(['', 'unplanned', 'ikkeplanlagt', 'uplanlagt', 'oplanerad', 'ejplanlagt', 'ikkeplanlagd', 'none', 'ingen', 'na'])

/** The number in `3`, `Wave 3`, `bølge 3`; null where the text names a wave otherwise. */
export const waveNumber = (cell: string | number): number | null => {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? cell : null
  const match = numbered.exec(cell.trim())
  return match ? Number(match[1]) : null
}

/** The waves of a plan while it is being read: asked for by number or by name, made where they are missing. */
export class WaveBook {
  readonly #byNumber = new Map<number, Wave>()
  readonly #byName = new Map<string, Wave>()

  constructor(readonly newId: NewId) {}

  /** false: the number is taken. */
  add(wave: Wave): boolean {
    if (this.#byNumber.has(wave.number)) return false
    this.#byNumber.set(wave.number, wave)
    const name = fold(wave.name ?? '')
    if (name !== '' && !this.#byName.has(name)) this.#byName.set(name, wave)
    return true
  }

  /** The wave that a cell means, or null for unplanned. `made` says that it was not on any sheet. */
  find(cell: string | number): { wave: Wave | null; made: boolean } {
    const name = fold(String(cell))
    if (typeof cell === 'string' && unplanned.has(name)) return { wave: null, made: false }
    const number = waveNumber(cell)
    const known = number === null ? this.#byName.get(name) : this.#byNumber.get(number)
    if (known) return { wave: known, made: false }
    const wave: Wave = number === null
      ? { id: this.newId('wave'), number: this.next(), name: String(cell).trim(), status: 'planned' }
      : { id: this.newId('wave'), number, status: 'planned' }
    this.add(wave)
    return { wave, made: true }
  }

  /** The first number after all others. */
  next(): number {
    return Math.max(0, ...this.#byNumber.keys()) + 1
  }

  list(): readonly Wave[] {
    return [...this.#byNumber.values()].sort((one, other) => one.number - other.number)
  }
}
