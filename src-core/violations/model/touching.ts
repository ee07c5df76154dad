import type { EstateModel } from './estate-model'

/** The dependencies that touch each item, in rows: those of item i are `list[offsets[i] .. offsets[i + 1]]`. */
export type Touching = { readonly offsets: Int32Array; readonly list: Int32Array }

const build = (model: EstateModel): Touching => {
  const offsets = new Int32Array(model.movable.length + 1)
  const ends = [model.from, model.to]
  for (const end of ends) {
    end.forEach((item, dependency) => {
      if (model.meaning[dependency] !== 0) offsets[item + 1]! += 1
    })
  }
  for (let item = 1; item < offsets.length; item++) offsets[item]! += offsets[item - 1]!
  const list = new Int32Array(offsets[offsets.length - 1] ?? 0)
  const next = offsets.slice()
  for (const end of ends) {
    end.forEach((item, dependency) => {
      if (model.meaning[dependency] !== 0) list[next[item]!++] = dependency
    })
  }
  return { offsets, list }
}

const known = new WeakMap<Uint8Array, Touching>()

/** Made when first asked for, once per estate. */
export const touching = (model: EstateModel): Touching => {
  const found = known.get(model.meaning)
  if (found) return found
  const made = build(model)
  known.set(model.meaning, made)
  return made
}

/** The dependencies that touch any of the items, each once. */
export const dependenciesTouching = (model: EstateModel, items: Iterable<number>): Int32Array => {
  const { offsets, list } = touching(model)
  const seen = new Set<number>()
  for (const item of items) {
    for (let at = offsets[item]!; at < offsets[item + 1]!; at++) seen.add(list[at]!)
  }
  return Int32Array.from(seen)
}
