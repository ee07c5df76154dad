export const find = {
  open: 'Find and filter…',
  openConditions: 'Filter by conditions…',
  next: 'Next found',
  previous: 'Previous found',
  selectFound: 'Select all that was found',
  hideRest: 'Hide or show what was not found',
  clear: 'Clear what is looked for',
} as const
