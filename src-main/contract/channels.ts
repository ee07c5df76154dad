/** Names only, without the schemas: the preload is built from these, and stays small. */

/** The product's origin, for ever: Chromium files the data of a page under it (storage.md). */
export const appOrigin = 'app://wavewright'

/** Questions of a page that main answers. The name of the method is that of the channel. */
export const callNames = [
  'start',
  'chooseWorkbook',
  'fileFromDrop',
  'sampleWorkbook',
  'readWorkbook',
  'cancelRead',
  'interpretWorkbook',
  'workbookRows',
  'workbookDuplicates',
  'closeWorkbook',
  'rememberMappings',
  'rememberDecisions',
  'exportList',
  'exportWorkbook',
  'exportFiles',
  'savePicture',
  'readCells',
  'choosePlan',
  'openPlan',
  'savePlan',
  'recentPlans',
  'forgetRecent',
  'writeSnapshot',
  'listSnapshots',
  'readSnapshot',
  'keepState',
  'freeSpace',
  'setLanguage',
  'setTheme',
  'setPlanOpen',
  'watchClose',
  'confirmClose',
  'refuseClose',
] as const
export type CallName = (typeof callNames)[number]

/** What main tells a page unasked. */
export const eventNames = ['readProgress', 'firstLook', 'action', 'openFile', 'closeRequest'] as const
export type EventName = (typeof eventNames)[number]

export const channelOf = (name: CallName | EventName): string => `wavewright:${name}`
