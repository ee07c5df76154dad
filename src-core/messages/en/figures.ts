export const figures = {
  title: '{{plan}}: key figures',
  open: 'Key figures',
  unplanned: 'Unplanned groups',
  ofGroups_one: 'of {{count, number}} move group',
  ofGroups_other: 'of {{count, number}} move groups',
  bridges_one: '{{count, number}} bridge',
  bridges_other: '{{count, number}} bridges',
  noPrices: 'no prices given: 1 a day each',
  least: 'a complete plan: at least {{least}}',
  load: '{{effort}} d',
  loadOf: '{{effort}} of {{capacity}} d',
} as const
