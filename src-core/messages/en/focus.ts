export const focus = {
  open: 'Focus on the selection',
  openPaths: 'Paths between two items…',
  leave: 'Back to the whole estate',
} as const
