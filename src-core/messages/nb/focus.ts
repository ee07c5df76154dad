import type { Translated } from '../catalogue'
import type { focus as en } from '../en/focus'

export const focus: Translated<typeof en> = {
  open: 'Fokus på det valgte',
  openPaths: 'Veier mellom to elementer …',
  leave: 'Tilbake til hele bildet',
}
