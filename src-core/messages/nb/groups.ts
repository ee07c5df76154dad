import type { Translated } from '../catalogue'
import type { groups as en } from '../en/groups'

export const groups: Translated<typeof en> = {
  firstRunsOn: 'Kjører på {{other}} (hard)',
  firstCarries: 'Bærer {{other}} (hard)',
  firstContains: 'Inneholder {{other}} (hard)',
  firstIsIn: 'Er en del av {{other}} (hard)',
  firstNeeds: 'Trenger {{other}} (hard)',
  firstIsNeededBy: 'Trengs av {{other}} (hard)',
  firstRule: 'En regel holder det sammen med {{other}}',
  firstRuleReason: 'En regel holder det sammen med {{other}}: {{reason}}',
  firstCycle: 'Er i en sirkel av «leverandør først» med {{other}}',
  thenRunsOn: '{{chain}}, som kjører på {{other}}',
  thenCarries: '{{chain}}, som også bærer {{other}}',
  thenContains: '{{chain}}, som også inneholder {{other}}',
  thenIsIn: '{{chain}}, som er en del av {{other}}',
  thenNeeds: '{{chain}}, som trenger {{other}}',
  thenIsNeededBy: '{{chain}}, som også trengs av {{other}}',
  thenRule: '{{chain}}, som en regel holder sammen med {{other}}',
  thenCycle: '{{chain}}, som er i en sirkel av «leverandør først» med {{other}}',
  given: 'Planleggeren har satt det sammen med {{other}}',
  givenMany_one: 'Planleggeren har satt det sammen med {{count, number}} element til',
  givenMany_other: 'Planleggeren har satt det sammen med {{count, number}} elementer til',
  alone: 'Flyttes alene: ingenting binder det til et annet element',
  sharedService: 'Trenger {{other}}, en fellestjeneste: den går først, og kan gå alene',
  more_one: '... og {{count, number}} element til gjennom slike kjeder',
  more_other: '... og {{count, number}} elementer til gjennom slike kjeder',
}
