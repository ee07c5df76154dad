import type { IsoDate } from '../estate/item'
import facts from './end-of-support.json'

/** What an operating system's name says of its support: the day that it ends without a paid extension, and who says so. */
export type EndOfSupport = { readonly ends: IsoDate; readonly source: string }

const products = facts.products.flatMap(({ texts, ends, source }) => texts.map((text) => ({ text, ends, source })))
  // The longest name first: Windows Server 2012 R2 before Windows Server 2012.
  .sort((a, b) => b.text.length - a.text.length)

const words = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}./]+/gu, ' ').trim()} `

/** The month in which the table was last compared with its sources. */
export const endOfSupportChecked = facts.checked

/** Hundreds of machines have the same few systems. */
const known = new Map<string, EndOfSupport | null>()

const lookUp = (system: string): EndOfSupport | null => {
  const said = words(system)
  // `Windows Server 2016 or later` may be any of them, and is not ours to guess.
  if (said.includes(' or later ')) return null
  const found = products.find(({ text }) => {
    const at = said.indexOf(` ${text}`)
    return at >= 0 && /^(\.\d+)* /.test(said.slice(at + 1 + text.length))
  })
  return found ? { ends: found.ends, source: found.source } : null
}

/**
 * When the support of an operating system or hypervisor ends, by its name as inventories write it (`Microsoft Windows Server
 * 2012 R2 (64-bit)`, `RHEL 7.9`); null where the name does not say its version or is not known here. The table is
 * `end-of-support.json`.
 */
export const endOfSupportOf = (system: string): EndOfSupport | null => {
  const seen = known.get(system)
  if (seen !== undefined) return seen
  const found = lookUp(system)
  if (known.size < 10_000) known.set(system, found)
  return found
}
