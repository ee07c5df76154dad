export const figures = {
  title: '{{plan}}: key figures',
  open: 'Key figures',
  unplanned: 'Unplanned groups',
  ofGroups_one: 'of {{count, number}} move group',
  ofGroups_other: 'of {{count, number}} move groups',
  bridges_one: '{{count, number}} bridge',
  bridges_other: '{{count, number}} bridges',
  leastWaves: 'At least {{waves}}: {{argument}}.',
  leastBridges: 'At least {{price}} in any complete plan: {{parts}}.',
  load: '{{effort}} d',
  loadOf: '{{effort}} of {{capacity}} d',
} as const
