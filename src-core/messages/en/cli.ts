export const cli = {
  usage: `Usage:
  wavewright check  FILE [--json]
  wavewright plan   FILE -o OUT [--capacity N] [--max-items N] [--waves N]
                    [--objective balanced|waves|bridges] [--seconds S | --steps N]
                    [--seed N] [--accept-shared] [--json]
  wavewright export FILE -o OUT.xlsx [--supplier NAME]

FILE is a workbook or a .waveplan; OUT ends in .xlsx or .waveplan.
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
  read: '{{items}} items, {{dependencies}} dependencies, {{groups}} move groups in {{file}}.',
  shape: 'Largest move group: {{largest}} items. Cycles: {{cycles}}. Shared services: {{shared}}.',
  waves: 'Waves: {{waves}} (at least {{least}} needed).',
  wavesOnly: 'Waves: {{waves}}.',
  noHard: 'No hard violations, {{warnings}} warnings. Bridges: {{bridges}}, price {{price}}.',
  violations: '{{hard}} hard violations, {{warnings}} warnings. Bridges: {{bridges}}, price {{price}}.',
  error: 'error',
  warning: 'warning',
  note: 'note',
  hard: 'hard',
  more_one: '... and {{count}} more (all of them: --json).',
  more_other: '... and {{count}} more (all of them: --json).',
  unplaced_one: '{{count}} move group found no wave:',
  unplaced_other: '{{count}} move groups found no wave:',
  undated_one: '{{count}} wave has no dates: freeze windows, end of support and the like were not checked there.',
  undated_other: '{{count}} waves have no dates: freeze windows, end of support and the like were not checked there.',
} as const
