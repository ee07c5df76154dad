export const cli = {
  usage: `Usage:
  wavewright check  FILE [--json]
  wavewright plan   FILE -o OUT [--capacity N] [--max-items N] [--waves N]
                    [--objective balanced|waves|bridges] [--seconds S | --steps N]
                    [--seed N] [--accept-shared] [--json]
  wavewright export FILE -o OUT.xlsx [--supplier NAME]

FILE is a workbook or a .waveplan; OUT ends in .xlsx or .waveplan.
--presets DIR, with any command: presets of your own for exports of other programs.
Exit status: 0 all is well, 1 hard violations (check: or errors among the findings), 2 bad input.`,
  noCommand: 'Say what to do: check, plan or export. See wavewright --help.',
  unknownCommand: 'There is no command “{{command}}”. There are check, plan and export. See wavewright --help.',
  noFile: 'Say which file to read: wavewright {{command}} FILE.',
  oneFile: 'Only one file can be read at a time: “{{extra}}” is one too many.',
  noOutput: 'Say where to write: -o OUT.',
  badOutput: '{{out}} must end in {{endings}}.',
  badOption: 'The options were not understood: {{detail}}.',
  notForCommand: 'The option {{option}} does not belong to {{command}}.',
  notANumber: '{{option}} needs a number above zero, not “{{text}}”.',
  notAWhole: '{{option}} needs a whole number, not “{{text}}”.',
  notAChoice: '{{option}} is one of {{choices}}, not “{{text}}”.',
  secondsOrSteps: 'Give --seconds or --steps, not both.',
  unknownSupplier: 'No item has the supplier “{{supplier}}”. Suppliers: {{suppliers}}.',
  noSuppliers: 'No item has the supplier “{{supplier}}”: no item names any.',
  cannotUse: '{{file}}: {{reason}}',
  written: 'Written: {{out}}',
  read: '{{items}}, {{dependencies}}, {{groups}} in {{file}}.',
  shape: 'Largest move group: {{largest}}. Cycles: {{cycles, number}}. Shared services: {{shared, number}}.',
  waves: 'Waves: {{waves, number}} (at least {{least, number}} needed).',
  wavesOnly: 'Waves: {{waves, number}}.',
  noHard: 'No hard violations, {{warnings}}. Bridges: {{bridges, number}}, price {{price, number}}.',
  violations: '{{hard}}, {{warnings}}. Bridges: {{bridges, number}}, price {{price, number}}.',
  error: 'error',
  warning: 'warning',
  note: 'note',
  hard: 'hard',
  more_one: '... and {{count, number}} more (all of them: --json).',
  more_other: '... and {{count, number}} more (all of them: --json).',
  unplaced_one: '{{count, number}} move group found no wave:',
  unplaced_other: '{{count, number}} move groups found no wave:',
  undated_one: '{{count, number}} wave has no dates: freeze windows, end of support and the like were not checked there.',
  undated_other: '{{count, number}} waves have no dates: freeze windows, end of support and the like were not checked there.',
} as const
