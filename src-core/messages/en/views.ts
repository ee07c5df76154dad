export const views = {
  openToday: 'Open, close and hide…',
  openAll: 'Open all blocks',
  closeAll: 'Close all blocks',
  hideSelection: 'Hide the selection',
  showHidden: 'Show all that is hidden',
  open: 'Named views…',
  name: 'Name this view…',
  next: 'Next named view',
  previous: 'Previous named view',
  present: 'Present',
} as const
