import type { Translated } from '../catalogue'
import type { views as en } from '../en/views'

export const views: Translated<typeof en> = {
  openToday: 'Åpne, lukk og skjul …',
  openAll: 'Åpne alle blokker',
  closeAll: 'Lukk alle blokker',
  hideSelection: 'Skjul det valgte',
  showHidden: 'Vis alt som er skjult',
  open: 'Navngitte visninger …',
  name: 'Gi denne visningen et navn …',
  next: 'Neste navngitte visning',
  previous: 'Forrige navngitte visning',
  present: 'Presenter',
}
