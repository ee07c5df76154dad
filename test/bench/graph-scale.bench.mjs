import { chromium } from 'playwright'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createServer } from 'vite'
import { findBrowser } from '../../scripts/lib/find-browser.mjs'
import { launch } from '../e2e/launch.ts'
import { gestures, heapOf, metered, ownShare, recorder, rendererMemory } from './graph-gestures.mjs'
import { inputs, median, root } from './measured-run.mjs'

/**
 * The graph at estate scale in a real Chromium: the built program with 15,000 items and 60,000 dependencies, beside plain
 * React Flow (P1) and Cytoscape (P2) with 12,500 and 50,000, interleaved in one run. Ratios hold, times do not.
 * RUNS: how often each is measured (3).
 */

const runs = Number(process.env.RUNS ?? 3)
const only = process.env.ONLY?.split(',') ?? ['ours', 'small', 'p1', 'p2', 'debian']
const window = { width: 1600, height: 900 }

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
    found.panWhole = await moves.pan({ x: 800, y: 450 }, 12)
    found.zoomWhole = await moves.zoom({ x: 800, y: 450 }, 6)
  }
  await page.evaluate(() => globalThis.peer.near())
  await page.waitForTimeout(1500)
  found.panNear = await moves.pan({ x: 800, y: 450 }, 24, 'left')
  found.zoomNear = await moves.zoom({ x: 800, y: 450 }, 6)
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

/** From the start of the page to the picture on the screen: the plan is read from IndexedDB. */
const openStored = async (page) => {
  const began = performance.now()
  await page.reload({ waitUntil: 'commit' })
  await page.locator('[data-view]').waitFor({ timeout: 60_000 })
  await page.keyboard.press('Control+2')
  await drawn(page)
  return performance.now() - began
}

/** What one looks at when everything is folded away that is not the graph. */
const bareGraph = async (page) => {
  if (await page.getByRole('complementary', { name: 'Inspector' }).isVisible()) await page.keyboard.press('Control+b')
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

/** Selects a whole wave by keyboard, some 600 items, and says where it can be taken. */
const selectWave = async (page, pane) => {
  await page.locator('[data-mass-pane]').focus()
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', ' ', '0']) await page.keyboard.press(key)
  await page.waitForTimeout(600)
  const lane = await page.locator('[data-lane]').nth(4).boundingBox()
  return { x: lane.x + lane.width * 0.37, y: pane.y + 60 }
}

/** The middle of the card that lies nearest to a point of the window. */
const nearestCard = (page, { x, y }) => page.locator('.react-flow__node-card').evaluateAll((cards, at) => {
  const boxes = cards.map((card) => card.getBoundingClientRect()).map((box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 }))
  return boxes.sort((a, b) => Math.hypot(a.x - at.x, a.y - at.y) - Math.hypot(b.x - at.x, b.y - at.y))[0] ?? null
}, { x, y })

const measureOurs = async (file) => {
  const { page, close } = await launch({ userData: mkdtempSync(join(tmpdir(), 'wavewright-bench-')), args: [file] })
  await page.setViewportSize(window)
  await page.getByText(/^Saved to/).waitFor({ timeout: 60_000 })
  const found = { open: await openStored(page) }
  await bareGraph(page)
  const meter = await metered(page)
  await recorder(page)
  const moves = gestures(page, meter)
  const pane = await page.locator('[data-mass-pane]').boundingBox()
  const middle = { x: pane.x + pane.width / 2, y: pane.y + pane.height / 2 }
  await page.keyboard.press('0')
  await page.waitForTimeout(800)
  found.panWhole = await moves.pan(middle, 60, 'middle')
  found.zoomWhole = await moves.zoom(middle, 20)
  const some = page.locator('[data-mass-pane]')
  await page.keyboard.press('Home')
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter', 'Enter']) await page.keyboard.press(key)
  for (let step = 0; step < 12 && (await some.getAttribute('data-level')) !== 'cards'; step++) await page.keyboard.press('+').then(() => page.waitForTimeout(400))
  await page.locator('.react-flow__node-card').first().waitFor()
  await page.waitForTimeout(800)
  found.level = await some.getAttribute('data-level')
  found.panNear = await moves.pan(middle, 60, 'middle')
  const card = await nearestCard(page, middle)
  if (card) found.dragOne = await moves.drag(card, 40, () => page.keyboard.press('Escape'))
  found.zoomNear = await moves.zoom(middle, 12)
  const start = await selectWave(page, pane)
  found.dragMany = await moves.drag(start, 40, async () => {
    await some.locator('[data-drop]').last().waitFor()
    found.carried = await page.evaluate(() => document.querySelector('[data-many]:not([hidden])')?.textContent ?? '1')
    const target = await some.locator('[data-drop]').nth(14).boundingBox()
    await page.mouse.move(target.x + 20, target.y + 20, { steps: 3 })
    await page.waitForTimeout(200)
    await toMoved(page)
    await meter.start()
  })
  found.move = { p95: await page.evaluate(() => globalThis.moved), step: (await meter.stop()) }
  found.canvas = await page.evaluate(() => Math.max(...performance.getEntriesByName('graph-canvas').map(({ duration }) => duration)))
  found.heap = await heapOf(page)
  found.memory = rendererMemory()
  found.nodes = await page.locator('.react-flow__node').count()
  await close()
  return found
}

const keys = ['open', 'panWhole', 'panNear', 'zoomWhole', 'zoomNear', 'dragOne', 'dragMany', 'move']
const value = (entry, part = 'p95') => (typeof entry === 'number' ? entry : entry?.[part])
const middle = (all, key, part) => {
  const numbers = all.map((found) => value(found[key], part)).filter((number) => Number.isFinite(number))
  return numbers.length === 0 ? null : median(numbers)
}
const figure = (number, digits = 1) => (number === null || !Number.isFinite(number) ? '-' : number.toFixed(digits))
const ratio = (a, b) => (a === null || b === null ? '-' : (a / b).toFixed(3))

const { world, close: closeWorld } = await loadWorld()
const folder = mkdtempSync(join(tmpdir(), 'wavewright-graph-'))
const fileOf = (name, items, dependencies) => {
  const path = join(folder, name)
  writeFileSync(path, world.planFile(items, dependencies))
  return path
}
const files = { ours: fileOf('large.waveplan', 15_000, 60_000), small: fileOf('small.waveplan', 1_500, 6_000) }
const estate = world.peerEstate(12_500, 50_000)
await closeWorld()
const scripts = { p1: await bundled('react-flow'), p2: await bundled('cytoscape') }
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: ['--no-sandbox', '--enable-precise-memory-info'] })
const results = { ours: [], small: [], p1: [], p2: [] }
const shares = []
const say = (name, found) => console.error(`${name}: ${keys.map((key) => `${key} ${figure(value(found[key]) ?? Number.NaN)}`).join(', ')}`)
for (let run = 0; run < runs; run++) {
  const share = ownShare()
  const measured = async (name, measure) => {
    if (!only.includes(name)) return
    results[name].push(await measure())
    say(name, results[name].at(-1))
  }
  await measured('ours', () => measureOurs(files.ours))
  await measured('small', () => measureOurs(files.small))
  await measured('p1', () => measurePeer(browser, scripts.p1, estate, true))
  await measured('p2', () => measurePeer(browser, scripts.p2, estate, false))
  shares.push(share())
}
await browser.close()

console.log(`${runs} interleaved runs, medians; frames: 95th percentile in ms; others used ${figure(median(shares) * 100, 0)} % of the processors.\n`)
console.log('| measure | Wavewright 15,000 | 1,500 | P1 React Flow 12,500 | P2 Cytoscape 12,500 | to P1 | to P2 |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const key of keys) {
  const [ours, small, p1, p2] = ['ours', 'small', 'p1', 'p2'].map((name) => middle(results[name], key))
  console.log(`| ${key} | ${figure(ours)} | ${figure(small)} | ${figure(p1)} | ${figure(p2)} | ${ratio(ours, p1)} | ${ratio(ours, p2)} |`)
}
console.log('\n| main thread per step, ms | 15,000 | 1,500 | ratio | P1 | P2 |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
for (const key of keys.slice(1)) {
  const [ours, small, p1, p2] = ['ours', 'small', 'p1', 'p2'].map((name) => middle(results[name], key, 'step'))
  console.log(`| ${key} | ${figure(ours, 2)} | ${figure(small, 2)} | ${ratio(ours, small)} | ${figure(p1, 2)} | ${figure(p2, 2)} |`)
}
for (const [label, key] of [['canvas behind the hand, at most, ms', 'canvas'], ['heap, MB', 'heap'], ['renderer memory, MB', 'memory']]) {
  const [ours, p1, p2] = ['ours', 'p1', 'p2'].map((name) => middle(results[name], key))
  console.log(`\n${label}: ${figure(ours)} (P1 ${figure(p1)}, P2 ${figure(p2)}; to P2 ${ratio(ours, p2)})`)
}
console.log(`\ncarried: ${results.ours[0]?.carried}; drag of many to drag of one: ${ratio(middle(results.ours, 'dragMany'), middle(results.ours, 'dragOne'))}; level near: ${results.ours[0]?.level}, nodes ${results.ours[0]?.nodes}`)
const debian = join(inputs, 'debian-estate.xlsx')
if (only.includes('debian')) console.log(existsSync(debian) ? '\ndebian-estate.xlsx: see `app` for its import; the graph of it is measured by opening it as a plan' : '\ndebian-estate.xlsx: skipped, the file is not there')
