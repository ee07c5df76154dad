// eslint-disable-next-line @typescript-eslint/no-require-imports -- a sandboxed preload is CommonJS
const { contextBridge, ipcRenderer, webUtils } = require('electron')

const answerTo = (channel) => (...args) => ipcRenderer.invoke(channel, ...args)

contextBridge.exposeInMainWorld('sample', {
  version: '1.0',
  nested: { list: [1, 2, 3] },
  add: (a, b) => a + b,
  callTwice: (callback, value) => [callback(value), callback(value + 1)],
  throwNow: () => {
    throw new RangeError('thrown in the preload')
  },
  makeCounter: () => {
    let count = 0
    return { next: () => (count += 1) }
  },
  echo: answerTo('echo'),
  describe: answerTo('describe'),
  fail: answerTo('fail'),
  unknownChannel: answerTo('nobody-handles-this'),
  readFile: (file) => ipcRenderer.invoke('read-file', webUtils.getPathForFile(file)),
  measureBig: async () => {
    const started = performance.now()
    const big = await ipcRenderer.invoke('big')
    const received = performance.now()
    const counts = await ipcRenderer.invoke('take-big', big)
    return { toPage: received - started, toMain: performance.now() - received, counts }
  },
  big: answerTo('big'),
  takeBig: answerTo('take-big'),
  sendNote: (note) => ipcRenderer.send('note', note),
  onMessage: (listener) => {
    const forward = (_event, ...args) => listener(...args)
    ipcRenderer.on('message', forward)
    return () => ipcRenderer.off('message', forward)
  },
  useUnmodelled: () => ipcRenderer.sendSync('sync'),
})
