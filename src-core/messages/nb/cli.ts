import type { Translated } from '../catalogue'
import type { cli as en } from '../en/cli'

export const cli: Translated<typeof en> = {
  usage: `Bruk:
  wavewright check  FIL [--json]
  wavewright plan   FIL -o UT [--capacity N] [--max-items N] [--waves N]
                    [--objective balanced|waves|bridges] [--seconds S | --steps N]
                    [--seed N] [--accept-shared] [--json]
  wavewright export FIL -o UT.xlsx [--supplier NAVN]

FIL er en arbeidsbok eller en .waveplan; UT slutter på .xlsx eller .waveplan.
--presets MAPPE, til enhver kommando: egne oppsett for eksporter fra andre programmer.
Sluttstatus: 0 alt er i orden, 1 harde brudd (check: eller feil blant funnene), 2 ubrukelig inndata.`,
  noCommand: 'Si hva som skal gjøres: check, plan eller export. Se wavewright --help.',
  unknownCommand: 'Kommandoen «{{command}}» finnes ikke. Det finnes check, plan og export. Se wavewright --help.',
  noFile: 'Si hvilken fil som skal leses: wavewright {{command}} FIL.',
  oneFile: 'Bare én fil kan leses om gangen: «{{extra}}» er én for mye.',
  noOutput: 'Si hvor det skal skrives: -o UT.',
  badOutput: '{{out}} må slutte på {{endings}}.',
  badOption: 'Valgene ble ikke forstått: {{detail}}.',
  notForCommand: 'Valget {{option}} hører ikke til {{command}}.',
  notANumber: '{{option}} trenger et tall over null, ikke «{{text}}».',
  notAWhole: '{{option}} trenger et helt tall, ikke «{{text}}».',
  notAChoice: '{{option}} er ett av {{choices}}, ikke «{{text}}».',
  secondsOrSteps: 'Gi --seconds eller --steps, ikke begge.',
  unknownSupplier: 'Ingen elementer har leverandøren «{{supplier}}». Leverandører: {{suppliers}}.',
  noSuppliers: 'Ingen elementer har leverandøren «{{supplier}}»: ingen elementer nevner noen.',
  cannotUse: '{{file}}: {{reason}}',
  written: 'Skrevet: {{out}}',
  read: '{{items}}, {{dependencies}}, {{groups}} i {{file}}.',
  shape: 'Største flyttegruppe: {{largest}}. Sykler: {{cycles, number}}. Fellestjenester: {{shared, number}}.',
  waves: 'Bølger: {{waves, number}} (minst {{least, number}} trengs).',
  wavesOnly: 'Bølger: {{waves, number}}.',
  noHard: 'Ingen harde brudd, {{warnings}}. Broer: {{bridges, number}}, pris {{price, number}}.',
  violations: '{{hard}}, {{warnings}}. Broer: {{bridges, number}}, pris {{price, number}}.',
  error: 'feil',
  warning: 'advarsel',
  note: 'merknad',
  hard: 'hardt',
  more_one: '... og {{count, number}} til (alle: --json).',
  more_other: '... og {{count, number}} til (alle: --json).',
  unplaced_one: '{{count, number}} flyttegruppe fant ingen bølge:',
  unplaced_other: '{{count, number}} flyttegrupper fant ingen bølge:',
  undated_one: '{{count, number}} bølge har ingen datoer: frysperioder, slutt på støtte og lignende ble ikke kontrollert der.',
  undated_other: '{{count, number}} bølger har ingen datoer: frysperioder, slutt på støtte og lignende ble ikke kontrollert der.',
}
