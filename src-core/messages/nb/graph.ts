import type { Translated } from '../catalogue'
import type { graph as en } from '../en/graph'

export const graph: Translated<typeof en> = {
  zoomIn: 'Zoom inn',
  zoomOut: 'Zoom ut',
  fit: 'Tilpass alt til vinduet',
  toSelection: 'Gå til det valgte',
  wave: 'Bølge {{number}}',
  waveNamed: 'Bølge {{number}} · {{name}}',
  waves: 'Bølge {{first}}–{{last}}',
  unplanned: 'Ikke planlagt',
  outside: 'Plattformer og det som blir',
  level_one: 'Trengs gjennom {{count, number}} ledd',
  level_other: 'Trengs gjennom {{count, number}} ledd',
  levelTop: 'Trengs ikke av noe',
  items_one: '{{count, number}} element',
  items_other: '{{count, number}} elementer',
  hard: 'Hard: kan ikke skilles',
  soft: 'Myk: kan deles mot en pris',
  broken: 'Brutt av planen',
  hardCount_one: '{{count, number}} hardt brudd',
  hardCount_other: '{{count, number}} harde brudd',
  warningCount_one: '{{count, number}} advarsel',
  warningCount_other: '{{count, number}} advarsler',
  noViolations: 'ingen brudd',
  empty: 'Det er ingen elementer her ennå',
  emptyHint: 'Importer en arbeidsbok med applikasjoner, servere og avhengigheter, så vises de her.',
}
