import type { Translated } from '../catalogue'
import type { common as en } from '../en/common'

export const common: Translated<typeof en> = {
  productName: 'Wavewright',
  cancel: 'Avbryt',
  close: 'Lukk',
  items_one: '{{count}} element',
  items_other: '{{count}} elementer',
}
