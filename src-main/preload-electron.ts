import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { AnswerOf, EventPayloads, RequestOf } from './contract/calls'
import { channelOf } from './contract/channels'
import type { CallName, EventName } from './contract/channels'
import type { HostApi, Unsubscribe } from './contract/host-api'

/** Named functions only: a page can neither name a channel nor reach `ipcRenderer` or an event of it. */

const call = <Name extends CallName>(name: Name, request?: RequestOf<Name>): AnswerOf<Name> =>
  ipcRenderer.invoke(channelOf(name), request) as AnswerOf<Name>

const listen = <Name extends EventName>(name: Name, listener: (payload: EventPayloads[Name]) => void): Unsubscribe => {
  const handle = (_event: unknown, payload: EventPayloads[Name]): void => listener(payload)
  ipcRenderer.on(channelOf(name), handle)
  return () => {
    ipcRenderer.off(channelOf(name), handle)
  }
}

/** The path of a dropped file; empty for anything else. A page cannot make up a File that has one. */
const pathOf = (file: unknown): string =>
  Object.prototype.toString.call(file) === '[object File]' ? webUtils.getPathForFile(file as File) : ''

const api: HostApi = {
  start: () => call('start'),
  chooseWorkbook: () => call('chooseWorkbook'),
  fileFromDrop: (file) => {
    const path = pathOf(file)
    return path === '' ? Promise.resolve(null) : call('fileFromDrop', path)
  },
  sampleWorkbook: (language) => call('sampleWorkbook', language),
  readWorkbook: (request) => call('readWorkbook', request),
  cancelRead: (jobId) => call('cancelRead', jobId),
  interpretWorkbook: (request) => call('interpretWorkbook', request),
  workbookRows: (request) => call('workbookRows', request),
  workbookDuplicates: (jobId) => call('workbookDuplicates', jobId),
  closeWorkbook: (jobId) => call('closeWorkbook', jobId),
  rememberMappings: (mappings) => call('rememberMappings', mappings),
  rememberDecisions: (decisions) => call('rememberDecisions', decisions),
  exportList: (request) => call('exportList', request),
  onFirstLook: (listener) => listen('firstLook', listener),
  onReadProgress: (listener) => listen('readProgress', listener),
  exportWorkbook: (request) => call('exportWorkbook', request),
  exportFiles: (request) => call('exportFiles', request),
  savePicture: (request) => call('savePicture', request),
  readCells: (request) => call('readCells', request),
  choosePlan: () => call('choosePlan'),
  openPlan: (request) => call('openPlan', request),
  savePlan: (request) => call('savePlan', request),
  recentPlans: () => call('recentPlans'),
  forgetRecent: (path) => call('forgetRecent', path),
  writeSnapshot: (request) => call('writeSnapshot', request),
  listSnapshots: () => call('listSnapshots'),
  readSnapshot: (id) => call('readSnapshot', id),
  keepState: (openPlan) => call('keepState', openPlan),
  freeSpace: () => call('freeSpace'),
  setLanguage: (language) => call('setLanguage', language),
  setTheme: (theme) => call('setTheme', theme),
  setPlanOpen: (open) => call('setPlanOpen', open),
  onAction: (listener) => listen('action', listener),
  onOpenFile: (listener) => listen('openFile', listener),
  onCloseRequest: (listener) => {
    void call('watchClose')
    return listen('closeRequest', () => listener())
  },
  confirmClose: () => call('confirmClose'),
  refuseClose: () => call('refuseClose'),
}

contextBridge.exposeInMainWorld('wavewright', api)
