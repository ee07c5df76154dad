import { unsafe } from '../refusal'
import type { Part } from '../zip/unpack-parts'

/** No spreadsheet program writes a DOCTYPE; entities in one are how a small file becomes a huge text. */
export const refuseDoctype = (part: Part): void => {
  if (!/\.(xml|rels)$/i.test(part.name)) return
  for (let at = part.content.indexOf('<!'); at >= 0; at = part.content.indexOf('<!', at + 2)) {
    const word = part.content.toString('latin1', at + 2, at + 9).toUpperCase()
    if (word === 'DOCTYPE' || word.startsWith('ENTITY')) throw unsafe(`${part.name}: DOCTYPE`)
  }
}
