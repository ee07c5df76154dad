import type { Translated } from '../catalogue'
import type { find as en } from '../en/find'

export const find: Translated<typeof en> = {
  open: 'Finn og filtrer …',
  openConditions: 'Filtrer med vilkår …',
  next: 'Neste treff',
  previous: 'Forrige treff',
  selectFound: 'Velg alle treff',
  hideRest: 'Skjul eller vis det som ikke er treff',
  clear: 'Tøm søket',
}
