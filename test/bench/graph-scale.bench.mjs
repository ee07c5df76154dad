import { chromium } from 'playwright'
import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createServer } from 'vite'
import { findHeadlessBrowser } from '../../scripts/lib/find-browser.mjs'
import { runTool } from '../../scripts/lib/run.mjs'
import { launch } from '../e2e/launch.ts'
import { gestures, heapOf, metered, ownShare, recorder, rendererMemory } from './graph-gestures.mjs'
import { inputs, measuredRun, median, program, root } from './measured-run.mjs'

/**
 * The graph at estate scale in a real Chromium: the built program with 15,000 items and 60,000 dependencies, beside plain
 * React Flow (P1) and Cytoscape (P2) with 12,500 and 50,000, and debian-estate.xlsx as the CLI plans it, interleaved in one
 * run. Ratios hold, times do not. `near` is life-size around the item in the middle, for each;
 * zoomNear goes further in and comes back, zoomAway goes outwards to where nearly three times as much is seen.
 * RUNS: how often each is measured (3). ONLY: some of ours, small, p1, p2, debian.
 */

const runs = Number(process.env.RUNS ?? 3)
const only = process.env.ONLY?.split(',') ?? ['ours', 'small', 'p1', 'p2', 'debian']
const window = { width: 1600, height: 900 }

const newestIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)

/** What is measured must be what the sources say: the program is built where they are newer. */
const builtProgram = async () => {
  const page = join(root, 'out', 'renderer', 'index.html')
  const built = existsSync(page) && existsSync(program) ? statSync(page).mtimeMs : 0
  if (['src-core', 'src-main', 'src-renderer'].every((folder) => newestIn(join(root, folder)) < built)) return
  console.error('out/ is older than the sources: building the program first')
  if ((await runTool('electron-vite/bin/electron-vite.js', ['build'], { stdio: 'ignore' })) !== 0) {
    console.error('The program cannot be built: nothing is measured.')
    process.exit(1)
  }
}

const loadWorld = async () => {
  const at = (path) => join(root, path)
  const alias = { '@core': at('src-core'), '@main': at('src-main'), '@renderer': at('src-renderer'), '@test': at('test') }
  const server = await createServer({ root, configFile: false, logLevel: 'error', server: { middlewareMode: true, hmr: false, ws: false }, optimizeDeps: { noDiscovery: true }, resolve: { alias } })
  const world = await server.ssrLoadModule('/test/bench/graph-peers/world.ts')
  return { world, close: () => server.close() }
}

/** One of the peers as a script that can be put into a page. */
const bundled = async (name) => {
  const result = await build({
    root, configFile: false, logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry: join(root, `test/bench/graph-peers/${name}.mjs`), formats: ['iife'], name: 'peer', fileName: name } },
  })
  const [output] = Array.isArray(result) ? result : [result]
  return output.output.find((chunk) => chunk.type === 'chunk').code
}

const flowStyle = '.react-flow{position:relative;height:100%}.react-flow__renderer,.react-flow__pane,.react-flow__viewport,.react-flow__edges svg{position:absolute;inset:0}.react-flow__edges svg{overflow:visible}.react-flow__viewport{transform-origin:0 0}.react-flow__node{position:absolute}.card{width:160px;height:44px;border:1px solid #888;background:#fff}'

const measurePeer = async (browser, script, estate, hasDrag) => {
  const page = await browser.newPage({ viewport: window })
  page.on('pageerror', (error) => console.error(String(error)))
  await page.setContent(`<style>html,body,#root{height:100%;margin:0}${flowStyle}</style><div id="root"></div>`)
  await page.evaluate((rows) => { globalThis.estate = rows }, estate)
  const began = performance.now()
  await page.addScriptTag({ content: script })
  await page.waitForFunction(() => globalThis.peer?.ready)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const found = { open: performance.now() - began }
  const meter = await metered(page)
  await recorder(page)
  const moves = gestures(page, meter)
  if (!hasDrag) {
    await page.evaluate(() => globalThis.peer.fit())
    found.panWhole = await moves.pan({ x: 800, y: 450 }, 5)
    found.zoomWhole = await moves.zoom({ x: 800, y: 450 }, 3)
  }
  await page.evaluate(() => globalThis.peer.near())
  await page.waitForTimeout(1500)
  found.nodes = await page.locator('.react-flow__node').count()
  found.panNear = await moves.pan({ x: 800, y: 450 }, hasDrag ? 20 : 8, 'left')
  found.zoomNear = await moves.zoom({ x: 800, y: 450 }, hasDrag ? 6 : 3)
  if (hasDrag) found.zoomAway = await moves.zoom({ x: 800, y: 450 }, 6, 'out')
  if (hasDrag) {
    await page.evaluate(() => globalThis.peer.near())
    await page.waitForTimeout(1000)
    const box = await page.locator('.react-flow__node').nth(6).boundingBox()
    found.dragOne = await moves.drag({ x: box.x + 80, y: box.y + 22 }, 30)
    found.move = await page.evaluate(async () => {
      const start = performance.now()
      globalThis.peer.move(500)
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      return { p95: performance.now() - start, step: 0 }
    })
  }
  found.memory = rendererMemory()
  found.heap = await heapOf(page)
  await page.close()
  return found
}

const drawn = (page) => page.waitForFunction(() => {
  const pane = document.querySelector('[data-mass-pane]')
  return pane !== null && pane.dataset.drawn !== undefined && pane.dataset.drawn === pane.dataset.version
}, null, { polling: 'raf', timeout: 60_000 })

/** From the start of the page to the picture on the screen: the plan was left in the graph, and is read from IndexedDB. */
const openStored = async (page) => {
  await page.keyboard.press('Control+2')
  await drawn(page)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(resolve), 500))))
  const began = performance.now()
  await page.reload({ waitUntil: 'commit' })
  await drawn(page)
  return performance.now() - began
}

/** What one looks at when everything is folded away that is not the graph. */
const bareGraph = async (page) => {
  if (await page.getByRole('complementary', { name: 'Inspector' }).isVisible()) await page.keyboard.press('Control+b')
  const list = page.getByRole('button', { name: /^Violations/, expanded: true })
  if (await list.isVisible()) await list.click()
  await page.locator('[data-mass-pane]').focus()
}

const toMoved = (page) => page.evaluate(() => {
  const pane = document.querySelector('[data-mass-pane]')
  const before = pane.dataset.version
  globalThis.moved = new Promise((done) => {
    addEventListener('mouseup', () => {
      const start = performance.now()
      const look = () => {
        if (pane.dataset.version !== before && pane.dataset.drawn === pane.dataset.version) requestAnimationFrame(() => done(performance.now() - start))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }, { capture: true, once: true })
  })
})

/** Items that are carried to another wave, at least: as many in a small estate as in a large one. */
const carriedAtLeast = 500

/** Selects whole waves by keyboard, from the fifth on, until enough is selected. */
const selectWaves = async (page) => {
  await page.locator('[data-mass-pane]').focus()
  for (const key of ['Escape', '0', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', ' ']) await page.keyboard.press(key)
  const itemsOf = async (lane) => Number(/: ([\d,]+) item/.exec(await page.locator('[data-lane]').nth(lane).getAttribute('title'))?.[1].replace(',', '') ?? 0)
  const lanes = await page.locator('[data-lane]').count()
  for (let lane = 4, items = await itemsOf(4); items < carriedAtLeast && lane < lanes - 4; items += await itemsOf(lane)) {
    lane++
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ ')
  }
  await page.keyboard.press('0')
  await page.waitForTimeout(600)
}

/** Selects many, and says where they can be taken: not every place of a lane holds something. */
const takeMany = async (page, pane) => {
  for (const down of [0.12, 0.3, 0.5]) {
    for (const part of [0.37, 0.2, 0.55]) {
      await selectWaves(page)
      await page.locator('[data-lane]').nth(4).waitFor()
      const lane = await page.locator('[data-lane]').nth(4).boundingBox()
      const at = { x: lane.x + lane.width * part, y: pane.y + pane.height * down }
      if (await isHeldAt(page, at)) return at
    }
  }
  throw new Error('nothing of the selection can be taken in the fifth wave')
}

/** Whether something is taken there; it is put back. */
const isHeldAt = async (page, { x, y }) => {
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 12, y + 12, { steps: 3 })
  await page.waitForTimeout(300)
  const isHeld = (await page.locator('[data-mass-pane] [data-drop]').count()) > 0
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return isHeld
}

/** Brings an item to the middle by the search field, life-size. */
const goNear = async (page, name) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.react-flow__node-card').first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('[data-mass-pane]').focus()
  await page.waitForTimeout(1200)
}

/** The longest that the canvas has come behind the hand since it was last asked. */
const canvasBehind = (page) => page.evaluate(() => {
  const most = Math.max(0, ...performance.getEntriesByName('graph-canvas').map(({ duration }) => duration))
  performance.clearMeasures('graph-canvas')
  return most
})

/** The middle of the card that lies nearest to a point of the window. */
const nearestCard = (page, { x, y }) => page.locator('.react-flow__node-card').evaluateAll((cards, at) => {
  const boxes = cards.map((card) => card.getBoundingClientRect()).map((box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 }))
  return boxes.sort((a, b) => Math.hypot(a.x - at.x, a.y - at.y) - Math.hypot(b.x - at.x, b.y - at.y))[0] ?? null
}, { x, y })

const measureOurs = async ({ file, near }) => {
  const { page, close } = await launch({ userData: mkdtempSync(join(tmpdir(), 'wavewright-bench-')), args: [file] })
  await page.setViewportSize(window)
  await page.getByText(/^Saved to/).waitFor({ timeout: 60_000 })
  const found = { open: await openStored(page), canvas: 0 }
  await bareGraph(page)
  const meter = await metered(page)
  await recorder(page)
  const moves = gestures(page, meter)
  const pane = await page.locator('[data-mass-pane]').boundingBox()
  const middle = { x: pane.x + pane.width / 2, y: pane.y + pane.height / 2 }
  const some = page.locator('[data-mass-pane]')
  const gesture = async (name, run) => {
    await canvasBehind(page)
    found[name] = await run()
    found.canvas = Math.max(found.canvas, await canvasBehind(page))
  }
  await page.keyboard.press('0')
  await page.waitForTimeout(1500)
  await gesture('panWhole', () => moves.pan(middle, 40, 'middle'))
  await gesture('zoomWhole', () => moves.zoom(middle, 12))
  await goNear(page, near)
  found.level = await some.getAttribute('data-level')
  found.nodes = await page.locator('.react-flow__node').count()
  await gesture('panNear', () => moves.pan(middle, 40, 'middle'))
  const card = await nearestCard(page, middle)
  if (card) await gesture('dragOne', () => moves.drag(card, 40, () => page.keyboard.press('Escape')))
  await gesture('zoomNear', () => moves.zoom(middle, 12))
  await gesture('zoomAway', () => moves.zoom(middle, 6, 'out'))
  const start = await takeMany(page, pane)
  await gesture('dragMany', () => moves.drag(start, 40, async () => {
    await some.locator('[data-drop]').last().waitFor()
    found.carried = await page.evaluate(() => document.querySelector('[data-many]:not([hidden])')?.textContent ?? '1')
    const target = await some.locator('[data-drop]').last().boundingBox()
    await page.mouse.move(target.x + 20, target.y + 20, { steps: 3 })
    await page.waitForTimeout(200)
    await toMoved(page)
    await meter.start()
  }))
  found.move = { p95: await page.evaluate(() => globalThis.moved), step: (await meter.stop()) }
  found.heap = await heapOf(page)
  found.memory = rendererMemory()
  await close()
  return found
}

const keys = ['open', 'panWhole', 'panNear', 'zoomWhole', 'zoomNear', 'zoomAway', 'dragOne', 'dragMany', 'move']
const value = (entry, part = 'p95') => (typeof entry === 'number' ? entry : entry?.[part])
const middle = (all, key, part) => {
  const numbers = all.map((found) => value(found[key], part)).filter((number) => Number.isFinite(number))
  return numbers.length === 0 ? null : median(numbers)
}
const figure = (number, digits = 1) => (number === null || !Number.isFinite(number) ? '-' : number.toFixed(digits))
const ratio = (a, b) => (a === null || b === null ? '-' : (a / b).toFixed(3))

await builtProgram()
const { world, close: closeWorld } = await loadWorld()
const folder = mkdtempSync(join(tmpdir(), 'wavewright-graph-'))
const planFor = (name, text) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return { file, near: world.middleName(text) }
}

/** The workbook as the command line plans it; null where there is none. */
const plannedWorkbook = async (path) => {
  if (!existsSync(path)) return null
  const file = join(folder, 'debian.waveplan')
  const answer = await measuredRun([program, 'plan', path, '-o', file])
  if (!existsSync(file)) throw new Error(`wavewright plan: ${answer.stderr}`)
  return { file, near: world.middleName(readFileSync(file, 'utf8')) }
}
const plans = {
  ours: planFor('large.waveplan', world.planFile(15_000, 60_000)),
  small: planFor('small.waveplan', world.planFile(1_500, 6_000)),
  debian: only.includes('debian') ? await plannedWorkbook(join(inputs, 'debian-estate.xlsx')) : null,
}
const estate = world.peerEstate(12_500, 50_000)
await closeWorld()
const scripts = { p1: await bundled('react-flow'), p2: await bundled('cytoscape') }
const browser = await chromium.launch({ executablePath: findHeadlessBrowser() ?? undefined, args: ['--no-sandbox', '--enable-precise-memory-info'] })
const results = { ours: [], small: [], debian: [], p1: [], p2: [] }
const shares = []
const say = (name, found) => console.error(`${name}: ${keys.map((key) => `${key} ${figure(value(found[key]) ?? Number.NaN)}`).join(', ')}`)
for (let run = 0; run < runs; run++) {
  const share = ownShare()
  const measured = async (name, measure) => {
    if (!only.includes(name)) return
    results[name].push(await measure())
    say(name, results[name].at(-1))
  }
  await measured('ours', () => measureOurs(plans.ours))
  await measured('small', () => measureOurs(plans.small))
  if (plans.debian) await measured('debian', () => measureOurs(plans.debian))
  await measured('p1', () => measurePeer(browser, scripts.p1, estate, true))
  await measured('p2', () => measurePeer(browser, scripts.p2, estate, false))
  shares.push(share())
}
await browser.close()

console.log(`${runs} interleaved runs, medians; frames: 95th percentile in ms; others used ${figure(median(shares) * 100, 0)} % of the processors.`)
const columns = ['ours', 'small', 'debian', 'p1', 'p2']
const head = (words) => console.log(`\n| ${words.join(' | ')} |\n| --- |${' ---: |'.repeat(words.length - 1)}`)
head(['measure', 'Wavewright 15,000', '1,500', 'debian 13,493', 'P1 React Flow 12,500', 'P2 Cytoscape 12,500', 'to P1', 'to P2', 'debian to P1', 'debian to P2'])
for (const key of keys) {
  const [ours, small, debian, p1, p2] = columns.map((name) => middle(results[name], key))
  console.log(`| ${key} | ${[ours, small, debian, p1, p2].map((number) => figure(number)).join(' | ')} | ${[[ours, p1], [ours, p2], [debian, p1], [debian, p2]].map(([a, b]) => ratio(a, b)).join(' | ')} |`)
}
head(['main thread per step, ms', '15,000', '1,500', 'debian', 'ratio 15,000 to 1,500', 'P1', 'P2'])
for (const key of keys.slice(1)) {
  const [ours, small, debian, p1, p2] = columns.map((name) => middle(results[name], key, 'step'))
  console.log(`| ${key} | ${[ours, small, debian].map((number) => figure(number, 2)).join(' | ')} | ${ratio(ours, small)} | ${figure(p1, 2)} | ${figure(p2, 2)} |`)
}
for (const [label, key] of [['canvas behind the hand, at most, ms', 'canvas'], ['heap, MB', 'heap'], ['renderer memory, MB', 'memory'], ['nodes of React Flow, near', 'nodes']]) {
  const [ours, , debian, p1, p2] = columns.map((name) => middle(results[name], key))
  console.log(`\n${label}: ${figure(ours)} (debian ${figure(debian)}, P1 ${figure(p1)}, P2 ${figure(p2)}; to P2 ${ratio(ours, p2)})`)
}
const first = (name) => results[name][0]
console.log(`\ncarried: ${first('ours')?.carried}, of 1,500 ${first('small')?.carried}; drag of many to drag of one: ${ratio(middle(results.ours, 'dragMany'), middle(results.ours, 'dragOne'))}; level near: ${first('ours')?.level}`)
if (only.includes('debian') && !plans.debian) console.log('\ndebian-estate.xlsx: skipped, the file is not there')
