import { mkdtempSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { launch } from '../e2e/launch.ts'
import { median, root } from './measured-run.mjs'

/**
 * A focus of two hops in the built program, from the key to the painted picture, at 15,000 items and 60,000 dependencies
 * and, in the same run, at a tenth of it; then the paths between two items, and finding by a word as it is typed.
 */

const rounds = Number(process.env.ROUNDS ?? 15)
const aim = 200

const alias = { '@core': join(root, 'src-core'), '@test': join(root, 'test') }
const load = async (path) => (await runnerImport(join(root, path), { configFile: false, logLevel: 'error', resolve: { alias } })).module
const { bigPlan } = await load('test/builders/big-plan.ts')
const { encodePlanFile } = await load('src-core/formats/plan-file.ts')

const planOf = (items) => bigPlan({ items, dependencies: items * 4, waves: 24, seed: 7, placed: 0.9 })

/** Milliseconds from the next key that is pressed until the frame has been painted in which `selector` is there. */
const watchKey = (page, selector, gone) =>
  page.evaluate(([wanted, unwanted]) => {
    const isThere = () => document.querySelector(wanted) !== null && (unwanted === null || document.querySelector(unwanted) === null)
    window.painted = new Promise((done) => {
      document.addEventListener('keydown', () => {
        const began = performance.now()
        // Asked before each frame is painted; what is posted from there runs when it has been.
        const look = () => requestAnimationFrame(() => (isThere() ? setTimeout(() => done(performance.now() - began)) : look()))
        look()
      }, { capture: true, once: true })
    })
  }, [selector, gone])

const timeKey = async (page, key, selector, gone = null) => {
  await watchKey(page, selector, gone)
  await page.keyboard.press(key)
  return page.evaluate(() => window.painted)
}

const shown = '[data-focus][data-shown]'

const selectItem = async (page, id) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(id)
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const sessions = new WeakMap()

/** Milliseconds that the main thread has worked since the window began: what a busy machine does not change. */
const mainThread = async (page) => {
  if (!sessions.has(page)) {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    sessions.set(page, session)
  }
  const { metrics } = await sessions.get(page).send('Performance.getMetrics')
  if (process.env.DETAILS) console.log(Object.fromEntries(metrics.filter(({ name }) => name.endsWith('Duration')).map(({ name, value }) => [name, Math.round(value * 1000)])))
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
}

/** The picture of the estate has been drawn: a question that is put while it is still on its way shares the machine with it. */
const isDrawn = (page) => page.waitForFunction(() => {
  const pane = document.querySelector('[data-mass-pane]')
  return pane !== null && pane.dataset.drawn === pane.dataset.version
}, null, { polling: 'raf' })

/** Nothing has moved for half a second, as when a person has looked at it: until then its tiles are still being painted. */
const isAtRest = async (page) => {
  await isDrawn(page)
  await page.evaluate(() => new Promise((done) => {
    const place = () => document.querySelector('[data-mass-pane] .react-flow__viewport')?.style.transform
    let seen = place()
    let since = performance.now()
    const look = () => {
      if (place() !== seen) {
        seen = place()
        since = performance.now()
      }
      if (performance.now() - since > 500) done()
      else requestAnimationFrame(look)
    }
    look()
  }))
}

const leaveFocus = async (page) => {
  await page.keyboard.press('u')
  await page.locator(shown).waitFor({ state: 'detached' })
}

/** How far one looked last is kept: every later question is one of two hops. */
const lookTwoHops = async (page, id) => {
  await selectItem(page, id)
  await page.locator('main').focus()
  await page.keyboard.press('n')
  await page.locator(shown).waitFor()
  await page.keyboard.press('+')
  await page.waitForFunction(() => document.querySelector('[data-focus] [value="2"]:checked') !== null)
  await page.locator(shown).waitFor()
  await leaveFocus(page)
}

const focusTimes = async (page, ids, ready) => {
  const times = []
  const busy = []
  for (const id of ids) {
    await selectItem(page, id)
    await page.locator('main').focus()
    await ready(page)
    const before = await mainThread(page)
    times.push(await timeKey(page, 'n', shown))
    busy.push((await mainThread(page)) - before)
    await leaveFocus(page)
  }
  return { times, busy }
}

/** Longest time that the main thread was kept from a frame while a word was typed, and until the count was there. */
const typeTimes = async (page) => {
  await page.keyboard.press('Control+f')
  const times = []
  for (const key of 'server') {
    times.push(await timeKey(page, key, 'search [role=status]:not(:empty)'))
  }
  await page.keyboard.press('Escape')
  return times
}

const p95 = (times) => [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]

const measure = async (items) => {
  const document = planOf(items)
  const folder = mkdtempSync(join(tmpdir(), 'wavewright-focus-'))
  const path = join(folder, 'big.waveplan')
  writeFileSync(path, encodePlanFile(document, { done: [], undone: [] }))
  const launched = await launch({ userData: mkdtempSync(join(tmpdir(), 'wavewright-bench-')), args: [path] })
  const { page } = launched
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.locator('[data-view]').waitFor({ timeout: 60_000 })
  await page.keyboard.press('Control+2')
  await page.locator('[role=application]').first().waitFor({ timeout: 60_000 })
  const applications = document.estate.items.filter(({ kind }) => kind === 'application')
  const ids = Array.from({ length: rounds }, (_, round) => applications[(round * 997 + 60) % applications.length].id)
  await lookTwoHops(page, ids[0])
  const focus = await focusTimes(page, ids, isAtRest)
  const atOnce = await focusTimes(page, ids, isDrawn)
  const type = await typeTimes(page)
  await launched.close()
  const cells = [median(focus.times), p95(focus.times), median(atOnce.times), p95(atOnce.times), median(focus.busy), p95(focus.busy), median(type), p95(type)]
  console.log(`| ${items} / ${items * 4} | ${cells.map((cell) => cell.toFixed(0)).join(' | ')} |`)
  return cells
}

console.log(`${rounds} items each; milliseconds from the key to the painted frame. Aim: two hops within ${aim}.\n`)
console.log('| items / dependencies | two hops from a picture at rest, median | 95 % | while it still moves there from a search, median | 95 % | processor time of the main thread, median | 95 % | a letter typed to what it finds, median | 95 % |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
const small = await measure(1500)
const large = await measure(15_000)
const busy = loadavg()[0].toFixed(1)
console.log(`| ratio | ${large.map((cell, index) => (cell / small[index]).toFixed(1)).join(' | ')} |`)
console.log(`\nRunning or waiting on the machine meanwhile: ${busy} on ${cpus().length} processors; times on the main thread are its own, whatever waits beside it.`)
