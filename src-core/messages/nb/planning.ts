import type { Translated } from '../catalogue'
import type { planning as en } from '../en/planning'

export const planning: Translated<typeof en> = {
  tooLarge: '{{group}} krever {{effort}} dagsverk; ingen bølge rommer mer enn {{limit}}. Øk en kapasitet, eller del gruppen.',
  tooManyItems: '{{group}} har {{items}} elementer; ingen bølge rommer mer enn {{limit}}. Øk grensen, eller del gruppen.',
  noWave: '{{group}} finner ingen bølge som er sen nok for det den trenger og tidlig nok for det som trenger den.',
  noRoom_one: 'Ingen bølge som {{group}} kan legges i, har plass til {{effort}} dagsverk og 1 element. Legg til en bølge, eller øk en kapasitet.',
  noRoom_other: 'Ingen bølge som {{group}} kan legges i, har plass til {{effort}} dagsverk og {{items}} elementer. Legg til en bølge, eller øk en kapasitet.',
  pinUnknownWave: '{{group}} er festet til bølge {{wave}}, som planen ikke har.',
  conflictingRules: 'Regler motsier hverandre for {{group}}: {{rules}}.',
  frozen: 'Alle bølger som {{group}} kan legges i, er i frysperiode for den ({{freezes}}).',
  settled: '{{group}} måtte ha ligget i en bølge som er bestemt, i gang eller ferdig, og de røres ikke.',
  providerUnplaced: '{{group}} trenger først {{others}}, som ikke fant noen bølge.',
  orderCycle: '{{group}} måtte ha ligget i en tidligere bølge enn seg selv: reglene om rekkefølge går i ring.',
  splitByHand: '{{group}} og {{others}} er gjort til to flyttegrupper selv om en hard avhengighet binder dem sammen. Gjør dem til én, eller gjør avhengigheten myk.',
  freezeWindows: 'frysperioder',
  ruleWithReason: '{{rule}} ({{reason}})',
  ruleTogether: 'sammen',
  ruleApart: 'fra hverandre',
  ruleBefore: 'før',
  rulePin: 'fast bølge',
  ruleWindow: 'vindu',
  ruleCapacity: 'kapasitet',
  ruleCriticalLimit: 'grense for kritiske grupper',
}
