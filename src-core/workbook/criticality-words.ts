import type { Criticality } from '../estate/item'
import { FoldedMap } from './fold'

/** How far up a scale a word stands, whatever the scale's figures are. `critical` is the one whose level depends on its column. */
export type Rung = 'least' | 'low' | 'medium' | 'high' | 'critical' | 'utmost'

/** What each rung is on our scale, where 4 is the safety of patients, as long as the column says nothing else. */
export const levelOfRung: Readonly<Record<Rung, Criticality>> = { least: 1, low: 1, medium: 2, high: 3, critical: 3, utmost: 4 }

const wordsOfRung: Readonly<Record<Rung, string>> = {
  least:
    'Very low;Lowest;Least;Least critical;Not critical;Non-critical;Uncritical;Negligible;Insignificant;Administrative;Administrative service;Svært lav;Lavest;' +
    'Veldig lav;Minst kritisk;Ikke kritisk;Ikkje kritisk;Ukritisk;Ubetydelig;Uvesentlig;Ikke viktig;Uviktig;Mycket låg;Lägst;Ej kritisk;Inte kritisk;Icke kritisk;' +
    'Okritisk;Obetydlig;Oviktig;Meget lav;Lavest;Mindst kritisk;Ubetydeligt;Uvæsentlig',
  low: 'Low;Minor;Lav;Lavt;Låg;Lågt;Liten;Lille;Less important;Mindre viktig;Mindre vigtig;Mindre vesentlig',
  medium:
    'Medium;Moderate;Middle;Mid;Normal;Standard;Less critical;Business operational;Operational;Middels;Moderat;Mellom;Mindre kritisk;Medel;Mellan;Mellem;Middel;Medelhög;' +
    'Normalt',
  high:
    'High;Major;Important;Somewhat critical;Severe;Høy;Høyt;Høg;Høgt;Viktig;Noe kritisk;Vesentlig;Alvorlig;Hög;Högt;Viktigt;Väsentlig;Høj;Højt;Vigtig;Vigtigt;Væsentlig',
  critical:
    'Critical;Business critical;Kritisk;Virksomhetskritisk;Forretningskritisk;Kritiskt;Verksamhetskritisk;Affärskritisk;Virksomhedskritisk;Driftskritisk;' +
    'Verksamhetskritiskt',
  utmost:
    'Patient safety;Patient critical;Life critical;Safety critical;Very high;Highest;Most critical;Very critical;Extremely critical;Extremely high;Extreme;Mission critical;' +
    'Vital;Catastrophic;Society critical;Pasientsikkerhet;Pasientkritisk;Livskritisk;Livsviktig;Svært høy;Svært høyt;Svært høg;Veldig høy;Ekstremt høy;Høyest;Høyeste;Mest kritisk;' +
    'Svært kritisk;Veldig kritisk;Ekstremt kritisk;Samfunnskritisk;Misjonskritisk;Viktigst;Katastrofal;Patientsäkerhet;Patientkritisk;Mycket hög;Mycket högt;Högst;' +
    'Mycket kritisk;Mycket kritiskt;Samhällskritisk;Samhällskritiskt;Samhällsviktig;Samhällsviktigt;Livsavgörande;Patientsikkerhed;Meget høj;Meget højt;Højest;Meget kritisk;' +
    'Samfundskritisk;Livsvigtig',
}

const entriesOf = (words: Readonly<Record<string, string>>): readonly (readonly [string, Rung])[] =>
  Object.entries(words).flatMap(([rung, list]) => list.split(';').map((word) => [word, rung as Rung] as const))

const rungByWord = new FoldedMap(entriesOf(wordsOfRung))

/** Levels of service: they rank, but what they promise is not what we mean by critical. */
const rungByMetal = new FoldedMap<Rung>(entriesOf({ utmost: 'Platinum;Platina', high: 'Gold;Gull;Guld', medium: 'Silver;Sølv', low: 'Bronze;Bronse;Brons' }))

/** A known word of a scale; `isOwn`: it means with others what it means with us. */
export type RankedWord = { readonly rung: Rung; readonly isOwn: boolean }

const around = /^(?:kritikalitet|criticality|kritiskhet|prioritet|priority)\s*:?\s+|\s+(?:kritikalitet|criticality|kritiskhet|prioritet|priority|importance|impact)$/i

/** `Høy`, `Høy kritikalitet`, `Gull`; undefined for what ranks nothing. */
export const rankedWord = (text: string): RankedWord | undefined => {
  const rung = rungByWord.get(text) ?? rungByWord.get(text.replace(around, ''))
  if (rung !== undefined) return { rung, isOwn: true }
  const metal = rungByMetal.get(text)
  return metal && { rung: metal, isOwn: false }
}

/** By a word or figure alone, as one that knows no other cell of its column takes it. */
export const criticalityByWord = new FoldedMap<'1' | '2' | '3' | '4'>([
  ...(['1', '2', '3', '4'] as const).map((level) => [level, level] as const),
  ...entriesOf(wordsOfRung).map(([word, rung]) => [word, String(levelOfRung[rung]) as '1' | '2' | '3' | '4'] as const),
])
