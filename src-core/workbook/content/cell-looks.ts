import { FoldedMap } from '../fold'

/** What a text looks like, whatever it means. All of them take trimmed text. */
export const isEmail = (text: string): boolean => /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text)
/** One address, or several of them. */
export const isAddress = (text: string): boolean =>
  /^(\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?|[0-9a-f]{1,4}(:[0-9a-f]{0,4}){3,7}|([0-9a-f]{2}[:-]){5}[0-9a-f]{2})([,;\s]+\S+)*$/i.test(text)
/** `srv-ehr01.helse.local`, `ahus-sql-12`: no blanks, with a digit or a domain. */
export const isHostName = (text: string): boolean =>
  /^[a-z][a-z0-9_-]{1,62}(\.[a-z0-9-]+)*$/i.test(text) && (/[a-z].*\d/i.test(text) || /\.[a-z]{2,}$/i.test(text)) && !isAddress(text)
/** `APP-0012`, `12345`, `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`: short, without blanks, with a digit. */
export const isCode = (text: string): boolean => text.length <= 40 && /^[\p{L}\p{N}._:/#-]+$/u.test(text) && /\d/.test(text) && !isAddress(text)
/** `Team Klinisk`, `Driftsgruppen`. */
export const isTeam = (text: string): boolean => /^(team|gruppe|grupp|seksjon|sektion|avdeling|afdeling|avdelning|enhet|squad)\b/i.test(text) || /(team|gruppe|gruppen|seksjonen|avdelingen|squad)$/i.test(text)
export const isCompany = (text: string): boolean => /\b(AS|ASA|AB|A\/S|ApS|GmbH|AG|SE|Ltd|Limited|Inc|LLC|Oy|Oyj|BV|B\.V\.|Corp|Corporation|plc)\.?$/.test(text)
export const isTrust = (text: string): boolean =>
  /\b(HF|RHF|NHS|trust|region|kommune|fylkeskommune|regionen)$/i.test(text) || /^(helse|region)\s/i.test(text) || /(sykehus|sykehuset|sjukhus|sygehus|hospital|sjukehus)/i.test(text)

/** Names that people in these countries bear: two words with capitals are as often a program as a person. */
const givenNames = new Set((
  'anders andreas anita anna anne arne arvid astrid bente berit birgit bjarne bjorn bjørn brit camilla carl cecilie charlotte christian christina ' +
  'dag daniel david eirik elin elisabeth ellen emil emilie emma erik erika erling espen eva finn frank fredrik frode geir gerd grete gro gunnar gustav ' +
  'hanna hanne hans harald heidi helen helene helge henrik hilde håkon håvard ida inge inger ingrid ivar jacob jakob jan jens jenny jesper joakim ' +
  'johan johanna johannes john jon jonas jorunn jørgen jörgen karen kari karin karl katrine kenneth kim kirsten kjell kjetil knut kristian kristin ' +
  'kristina kåre lars lasse leif lena line linda line lisa lise liv magnus marcus margrethe mari maria marianne marie marit markus marte martin mats ' +
  'mette michael mikael mikkel mona morten nils nina nora odd ola olav ole oskar paul per peter petter philip pia pål ragnar ragnhild randi rasmus ' +
  'roar robert rolf rune sara sigrid silje simon siri sissel sofie solveig stein steinar stian stig susanne svein sven sverre tarjei terje thea thomas ' +
  'thor tom tommy tone tor tore torill trond trygve turid unni vegard vibeke vidar øystein øyvind åge åse ' +
  'alice amy andrew andy anthony barbara ben brian carol charles chris claire daniela diana donald edward elizabeth emily eric gary george helen ' +
  'james jane jason jennifer jessica joe joseph julia julie karen kate katherine kevin laura linda lucy mark mary matthew michelle nancy nick oliver ' +
  'pamela patricia patrick rachel rebecca richard ruth sam samuel sarah scott sophie stephen steve steven susan thomas tim victoria william'
).split(' '))

/** `Kari Nordmann`, `Nordmann, Kari`, `Kari`. */
export const isPerson = (text: string): boolean => {
  if (!/^\p{Lu}[\p{L}'’-]+([ ,.]+\p{Lu}[\p{L}'’.-]*){0,3}$/u.test(text)) return false
  const [first = '', last = ''] = [text.split(/[ ,.-]+/)[0], text.split(/,\s*/)[1]?.split(/[ .-]+/)[0]]
  return givenNames.has(first.toLowerCase()) || givenNames.has(last.toLowerCase())
}

/** `kr 1 200,-`, `450 NOK`, `€12.50`. */
export const isPrice = (text: string): boolean => /\d/.test(text) && /^(kr\.?|nok|sek|dkk|eur|usd|[€$£])\s*[\d\s.,'’]+(,-)?$|^[\d\s.,'’]+\s*(,-|kr\.?|nok|sek|dkk|eur|usd|[€$£])$/i.test(text)

const environments = new FoldedMap((
  'Production;Prod;Produksjon;Produktion;Test;Testing;Development;Dev;Utvikling;Utveckling;Udvikling;QA;Staging;Stage;Acceptance;UAT;Akseptanse;' +
  'Akseptansetest;Acceptanstest;Acceptans;Pre-production;Preprod;Pre-prod;Preproduksjon;Training;Kurs;Opplæring;Utbildning;Undervisning;Sandbox;' +
  'Disaster recovery;Demo;Verifikasjon;Systemtest;Integrasjonstest'
).split(';').map((word) => [word, true] as const))
export const isEnvironment = (text: string): boolean => environments.get(text) === true

/** `Wave 3`, `Bølge 12`: a number alone says too little. */
export const isWave = (text: string): boolean => /^(wave|bølge|våg|migration wave|migreringsbølge)\s*#?\s*\d{1,3}$/i.test(text)
