import type { Item } from '../estate/item'
import { extraKey } from '../estate/source'
import type { NameEvidence } from './name-evidence'
import { nameWords } from './name-words'

/** Why two items are taken for one, or may be. */
export type LikenessEvidence = {
  /** 0 to 1. 1: the same but for case, punctuation, order, versions and legal forms. */
  readonly names: number
  /** How many items both depend on or are needed by, and how many either is; only those that the other side has, too. */
  readonly sharedNeighbours: number
  readonly neighbours: number
  /** Fields that say the same, as far as that says something, those that say most first; `server` where one runs both. */
  readonly alike: readonly string[]
  /** Fields that say different things. */
  readonly unlike: readonly string[]
  /** `strong` and `likely` are taken for one; `possible` is only offered. */
  readonly confidence: 'strong' | 'likely' | 'possible'
}

/** What lies around both of two items. `shared` weighs what few others have more: 1 for a server of their own. */
export type CommonPlace = { readonly shared: number; readonly all: number; readonly sharedNeighbours: number; readonly neighbours: number; readonly hasServer: boolean }

/** Fields by which items of one house, site or trust resemble each other: `most` is what the same value says, `less` what another takes away. */
const placeFields: readonly (readonly [field: 'organisation' | 'supplier' | 'owner' | 'team' | 'site' | 'serviceArea', most: number, less: number])[] = [
  ['owner', 1, 0.5], ['supplier', 0.75, 1.5], ['organisation', 0.5, 0], ['team', 0.5, 0.25], ['serviceArea', 0.5, 0.5], ['site', 0.5, 0.5],
]
const mostOfPlace = 2.5
/** Fields that are hardly the same by chance. */
const figures: readonly (readonly [field: 'effort' | 'users' | 'cost' | 'count' | 'endOfSupport', most: number, less: number])[] = [
  ['users', 1.5, 0.5], ['cost', 1.5, 0.5], ['count', 1, 0.5], ['endOfSupport', 1, 0.5], ['effort', 1, 0.5],
]
const ofExtra = 1.5
const mostOfFigures = 4.5
/** A value that so many have says nothing. */
const commonValue = 64
/** Round figures are estimates, and alike by chance. */
const ofRound = 0.3

const isRound = (value: unknown): boolean => typeof value === 'number' && /^[1-9]0*$|^[1-9]5?0*$/.test(String(value))

const valuesOf = (item: Item): readonly (readonly [field: string, value: unknown])[] => [
  ...placeFields.map(([field]) => [field, item[field]] as const), ...figures.map(([field]) => [field, item[field]] as const),
  ...(item.extra ?? []).map(([heading, value]) => [extraKey(heading), value] as const),
]

/** How rare a value is among the items of both estates: 1 for one that only one of each has, 0 for one that many have. */
export class ValueCounts {
  readonly #counts = new Map<string, number>()
  readonly #bare = new Map<string, string>()

  constructor(open: readonly Item[], imported: readonly Item[]) {
    for (const items of [open, imported]) {
      const counts = new Map<string, number>()
      for (const item of items) {
        for (const [field, value] of valuesOf(item)) {
          if (value === undefined) continue
          const key = `${field}\n${String(value)}`
          counts.set(key, (counts.get(key) ?? 0) + 1)
        }
      }
      for (const [key, count] of counts) if (count > (this.#counts.get(key) ?? 0)) this.#counts.set(key, count)
    }
  }

  count(field: string, value: unknown): number {
    return Math.max(1, this.#counts.get(`${field}\n${String(value)}`) ?? 0)
  }

  /** `Fjord AS` and `FJORD` are one supplier. */
  bareName(text: string): string {
    const bare = this.#bare.get(text) ?? nameWords(text, 'application').words.join('')
    this.#bare.set(text, bare)
    return bare
  }

  rarity(field: string, value: unknown): number {
    const rarity = Math.max(0, 1 - Math.log2(this.count(field, value)) / Math.log2(commonValue))
    return isRound(value) ? rarity * ofRound : rarity
  }
}

/** What fields of two items say for and against their being one. */
type FieldEvidence = { readonly place: number; readonly figures: number; readonly against: number; readonly alike: readonly string[]; readonly unlike: readonly string[]; readonly isOtherFigure: boolean }

/** Compares what both say. */
const fieldEvidence = (open: Item, imported: Item, counts: ValueCounts, isSameOrganisation: boolean | null): FieldEvidence => {
  const [alike, unlike]: [(readonly [string, number])[], string[]] = [[], []]
  let [place, sum, against] = [0, 0, 0]
  for (const [field, most, less] of placeFields) {
    const [mine, theirs] = [open[field], imported[field]]
    if (mine === undefined || theirs === undefined) continue
    const isSame = mine === theirs || (field === 'organisation' ? isSameOrganisation === true : counts.bareName(mine) === counts.bareName(theirs))
    const weight = isSame ? most * Math.max(0.2, counts.rarity(field, mine)) : 0
    place += weight
    if (isSame) alike.push([field, weight])
    else {
      against += less
      unlike.push(field)
    }
  }
  for (const [field, most, less] of figures) {
    const [mine, theirs] = [open[field], imported[field]]
    if (mine === undefined || theirs === undefined) continue
    const weight = mine === theirs ? most * counts.rarity(field, mine) : 0
    sum += weight
    if (weight > 0) alike.push([field, weight])
    if (mine === theirs) continue
    against += less
    unlike.push(field)
  }
  const extra = new Map(imported.extra)
  for (const [heading, value] of open.extra ?? []) {
    const weight = extra.get(heading) === value && typeof value !== 'boolean' ? ofExtra * Math.max(0, counts.rarity(extraKey(heading), value) * 2 - 1) : 0
    if (weight === 0) continue
    sum += weight
    alike.push([extraKey(heading), weight])
  }
  return {
    place: Math.min(place, mostOfPlace), figures: Math.min(sum, mostOfFigures), against, unlike,
    isOtherFigure: figures.some(([field]) => unlike.includes(field)),
    alike: alike.sort((a, b) => b[1] - a[1]).map(([field]) => field),
  }
}

/** The same name says this much; part of it, that part. */
const ofName = 6
const ofNeighbours = 3
/** Neighbours that weigh as much as one and a half servers of their own say all that neighbours can say. */
const fullNeighbours = 1.5
/** So much is taken for one, and so much for surely one. */
const enough = 6
const plenty = 8.5
/** The same name is enough by itself, unless nearly everything else is another. */
const enoughOfSameName = 3
/** Names as alike as this are enough together with other signs; without, these must be such as are not alike by chance. */
export const alikeNames = 0.6
const leastFigures = 1.5
const enoughOfOthers = 4.5
const enoughToOffer = 3.5

export type Judged = { readonly score: number; readonly evidence: LikenessEvidence; readonly isEnough: boolean }

/** What two items are compared by. */
export type Compared = {
  readonly open: Item
  readonly imported: Item
  readonly name: NameEvidence
  readonly place: CommonPlace
  readonly isSameOrganisation: boolean | null
}

/**
 * How much speaks for two items being one, weighed; null where it is too little to speak of. The weights are set so that a
 * name that has changed needs several signs that do not hang together (an own server, a rare figure), since two products of one
 * supplier share their server, owner and site as a rule.
 */
export const judgeLikeness = ({ open, imported, name, place, isSameOrganisation }: Compared, counts: ValueCounts): Judged | null => {
  const fields = fieldEvidence(open, imported, counts, isSameOrganisation)
  const around = place.all === 0 ? 0 : ofNeighbours * (place.shared / place.all) * Math.min(1, place.shared / fullNeighbours)
  const others = around + fields.place + fields.figures - fields.against
  const score = name.names * ofName + others
  if (name.names < 1 && score < enoughToOffer) return null
  const isAlike = name.names >= alikeNames && !name.areBrothers && (!name.isLonger || (fields.figures > 0 && !fields.isOtherFigure))
  const isByOthers = others >= enoughOfOthers && fields.figures >= leastFigures && fields.unlike.length === 0
  const isEnough = name.names === 1 ? score >= enoughOfSameName : isAlike ? score >= enough && others > 0 : isByOthers
  const { sharedNeighbours, neighbours, hasServer } = place
  return {
    score, isEnough,
    evidence: {
      names: name.names, sharedNeighbours, neighbours, alike: [...(hasServer ? ['server'] : []), ...fields.alike], unlike: fields.unlike,
      confidence: !isEnough ? 'possible' : score >= plenty ? 'strong' : 'likely',
    },
  }
}
