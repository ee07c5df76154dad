import type { Translated } from '../catalogue'
import type { start as en } from '../en/start'

export const start: Translated<typeof en> = {
  headline: 'Hva flytter først?',
  lead: 'Ta med en oversikt. Se hva som henger sammen, og legg det i bølger.',
  openWorkbook: 'Åpne en arbeidsbok',
  openWorkbookHint: 'Excel, OpenDocument eller CSV',
  openPlan: 'Åpne en plan',
  openPlanHint: 'En .waveplan-fil',
  openSample: 'Åpne eksempelet',
  openSampleHint: 'En oppdiktet helseregion',
  sampleName: 'Helseregion (eksempel)',
  openNorwegianSample: 'Norske overskrifter',
  dropHint: 'eller slipp en arbeidsbok eller en plan hvor som helst i vinduet',
  dropNow: 'Slipp den her',
  dropNowHint: 'En arbeidsbok importeres, en plan åpnes.',
  dropUnknown: '{{name}} er verken en arbeidsbok eller en plan.',
  dropMany: 'Slipp én fil om gangen.',
  recent: 'Nylige planer',
  recentNone: 'Planer som du lagrer, vises her.',
  forget: 'Fjern {{name}} fra listen',
  offline: 'Alt blir på denne maskinen. Ingenting sendes noe sted.',
  snapshots: 'Bevart som øyeblikksbilder',
  openSnapshot: 'Åpne {{name}} fra øyeblikksbildet av {{when}}',
  allSnapshots: 'Alle øyeblikksbilder …',
}
