import type { Translated } from '../catalogue'
import type { figures as en } from '../en/figures'

export const figures: Translated<typeof en> = {
  title: '{{plan}}: nøkkeltall',
  open: 'Nøkkeltall',
  unplanned: 'Ikke planlagte grupper',
  ofGroups_one: 'av {{count, number}} flyttegruppe',
  ofGroups_other: 'av {{count, number}} flyttegrupper',
  bridges_one: '{{count, number}} bro',
  bridges_other: '{{count, number}} broer',
  noPrices: 'ingen priser oppgitt: 1 per dag hver',
  least: 'en fullstendig plan: minst {{least}}',
  load: '{{effort}} dv',
  loadOf: '{{effort}} av {{capacity}} dv',
}
