import type { Translated } from '../catalogue'
import type { supplierPackage as en } from '../en/package'

export const supplierPackage: Translated<typeof en> = {
  title: 'Pakke til {{supplier}}',
  subtitle: 'Deres del av flytteplanen: {{items}}, deres bølger og datoer, og det de avhenger av.',
  related: 'Tilknyttede elementer',
  howTitle: 'Dette ber vi dere om',
  stepOpen: 'Åpne arket {{sheet}}: en rad er et av deres elementer, med flyttegruppe, bølge og datoer.',
  stepFill: 'Fyll ut de gule kolonnene: svar, dato dere bekrefter, innsats, pris og kommentar.',
  stepLeave: 'La resten stå. Det er låst uten passord; det som endres der, vises til oss og tas ikke inn.',
  stepReturn: 'Lagre filen som .xlsx og send den tilbake under hvilket som helst navn.',
  fillTitle: 'De gule kolonnene',
  about_items: 'deres elementer, og der dere svarer',
  about_related: 'det elementene deres berører og andre eier',
  about_dependencies: 'hva som trenger hva',
  about_waves: 'bølgene som angår dere',
  about_rules: 'regler om elementene deres',
  about_freezeWindows: 'når ingenting kan legges om',
}
