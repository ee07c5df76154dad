export const common = {
  productName: 'Wavewright',
  cancel: 'Cancel',
  close: 'Close',
  items_one: '{{count}} item',
  items_other: '{{count}} items',
} as const
