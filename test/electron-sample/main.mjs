import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

const csp = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'"
const types = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' }
const settings = JSON.parse(process.env.SAMPLE_SETTINGS ?? '{}')

const servePage = async (request) => {
  const { pathname } = new URL(request.url)
  const name = pathname === '/' ? 'page.html' : pathname.slice(1)
  try {
    const body = await readFile(join(import.meta.dirname, name))
    return new Response(body, { headers: { 'content-type': types[extname(name)], 'content-security-policy': settings.noCsp ? '' : csp } })
  } catch {
    return new Response('not found', { status: 404 })
  }
}

const bigEstate = () => ({
  items: Array.from({ length: 12500 }, (_, index) => ({
    id: `APP-${index}`,
    name: `Application number ${index} of the region`,
    kind: 'application',
    organisation: `Helse ${index % 10}`,
    site: `Site ${index % 7}`,
    serviceArea: 'workplace',
    environment: 'production',
    owner: `Owner ${index % 100}`,
    team: `Team ${index % 30}`,
    supplier: `Supplier ${index % 20}`,
    criticality: (index % 4) + 1,
    disposition: 'rehost',
    effort: index % 30,
    cost: index * 3,
    users: index % 1000,
    count: 1,
    sensitivity: 'internal',
    sharedService: false,
    wave: index % 12,
    notes: `A note about "${index}"`,
  })),
  dependencies: Array.from({ length: 70000 }, (_, index) => ({
    id: `d${index}`,
    from: `APP-${index % 12500}`,
    to: `APP-${(index * 7) % 12500}`,
    type: 'uses',
    strength: 'soft',
    order: 'any',
    price: 1,
    confidence: 0.5,
    source: 'CMDB',
  })),
})

const describe = (value) =>
  Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, Object.prototype.toString.call(entry).slice(8, -1)]),
  )

ipcMain.handle('echo', (_event, value) => value)
ipcMain.handle('describe', (event, value) => ({ origin: event.senderFrame.origin, types: describe(value) }))
ipcMain.handle('fail', () => {
  throw new RangeError('thrown in main')
})
ipcMain.handle('read-file', async (_event, path) => ({ path, text: await readFile(path, 'utf8') }))
ipcMain.handle('big', bigEstate)
ipcMain.handle('take-big', (_event, big) => ({ items: big.items.length, dependencies: big.dependencies.length }))
globalThis.notes = []
ipcMain.on('note', (_event, note) => globalThis.notes.push(note))
globalThis.secondInstances = []
globalThis.gone = []

const guard = (window) => {
  globalThis.navigations = []
  window.webContents.setWindowOpenHandler(({ url }) => {
    globalThis.navigations.push(`open ${url}`)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event) => {
    globalThis.navigations.push(`navigate ${event.url}`)
    if (!settings.navigationAllowed) event.preventDefault()
  })
  window.webContents.on('render-process-gone', (_event, details) => globalThis.gone.push(details.reason))
}

const setUpSession = () => {
  if (!settings.permissionsAllowed) {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
    session.defaultSession.setPermissionCheckHandler(() => false)
  }
  if (settings.networkAllowed) return
  session.defaultSession.webRequest.onBeforeRequest((details, callback) => callback({ cancel: true }))
}

if (!app.requestSingleInstanceLock({ from: 'second' })) app.quit()
app.on('second-instance', (_event, argv, folder, data) => globalThis.secondInstances.push(data))

app.on('window-all-closed', () => app.quit())

const start = async () => {
  setUpSession()
  protocol.handle('app', servePage)
  const greet = { id: 'greet', label: 'Greet', click: () => globalThis.notes.push('greeted') }
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu: [greet] }]))
  const window = new BrowserWindow({
    width: 900,
    height: 600,
    show: false,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  })
  guard(window)
  window.once('ready-to-show', () => window.show())
  globalThis.askForFile = () => dialog.showOpenDialog(window, { properties: ['openFile'] })
  await window.loadURL('app://sample/')
  if (settings.askAtStart) console.log(JSON.stringify(await globalThis.askForFile()))
}

// Not awaited here: Electron is ready only when this module has run to its end.
void app.whenReady().then(start)
