import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { launch } from '../e2e/launch.ts'
import { median, root } from './measured-run.mjs'

/**
 * The table of the built program at 15,000 items and 60,000 dependencies and, in the same run, at a tenth of it, all
 * columns and three extra fields filled: scrolling both ways, walking, sorting, filtering as one types, editing a cell
 * and pasting 500 x 5 cells. Main-thread milliseconds per act (other work on the machine does not change them), and
 * milliseconds until the second frame after it (which it does).
 */

const rounds = Number(process.env.ROUNDS ?? 12)
const alias = { '@core': join(root, 'src-core'), '@test': join(root, 'test') }
const load = async (path) => (await runnerImport(join(root, path), { configFile: false, logLevel: 'error', resolve: { alias } })).module
const { bigPlan } = await load('test/builders/big-plan.ts')
const { encodePlanFile } = await load('src-core/formats/plan-file.ts')

const dispositions = ['retire', 'rehost', 'relocate', 'replatform']
const filled = (item, n) => ({
  ...item, site: `Site ${n % 23}`, serviceArea: `Area ${n % 5}`, environment: n % 3 ? 'Production' : 'Test', owner: `Owner ${n % 400}`,
  team: `Team ${n % 40}`, supplier: `Supplier ${n % 12}`, disposition: dispositions[n % 4], phaseOutReason: n % 7 ? undefined : 'Not secure',
  endOfSupport: `20${27 + (n % 7)}-0${1 + (n % 9)}-15`, cost: (n * 37) % 90_000, users: n % 900, count: n % 50, sensitivity: 'internal',
  status: n % 2 ? 'Ready' : 'Asked', notes: `Note ${n} on what is known of it`, extra: [['Rack', `R${n % 90}`], ['Row', n % 30], ['Vendor note', `V ${n}`]],
})

const planOf = (items) => {
  const plan = bigPlan({ items, dependencies: items * 4, waves: 24, seed: 7, placed: 0.9 })
  return { ...plan, estate: { ...plan.estate, items: plan.estate.items.map(filled) } }
}

/** Main-thread time of an act that happens in the page or at its keyboard, and the time until it was painted. */
const stopwatch = async (page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  const painted = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))
  return async (act) => {
    const before = await busy()
    const began = performance.now()
    await act()
    await painted()
    return { busy: (await busy()) - before, wall: performance.now() - began }
  }
}

const times = async (count, watch, act) => {
  const results = []
  for (let round = 0; round < count; round++) results.push(await watch(() => act(round)))
  return results
}

const scrollBy = (page, x, y) => page.evaluate(([dx, dy]) => document.querySelector('[data-table]').scrollBy(dx, dy), [x, y])
const mountedNodes = (page) => page.evaluate(() => document.querySelectorAll('[data-table] *').length)
const heading = (page, name) => page.getByRole('columnheader', { name, exact: false }).first().locator('span').first()

const paste = (page, text) =>
  page.evaluate((cells) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', cells)
    document.querySelector('[data-table]').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

const cellsToPaste = (round) =>
  Array.from({ length: 500 }, (_, n) => [`Site ${round} ${n % 7}`, `Area ${round}`, round % 2 ? 'Test' : 'Production', `Supplier ${n % 9}`, 'rehost'].join('\t')).join('\r\n')

const steps = (page, watch, nodes) => [
  ['scroll down a screen', () => times(rounds * 3, watch, async () => { await scrollBy(page, 0, 400); nodes.push(await mountedNodes(page)) })],
  ['scroll a column aside', () => times(rounds * 2, watch, async (round) => { await scrollBy(page, round < rounds ? 130 : -130, 0); nodes.push(await mountedNodes(page)) })],
  ['jump to the end and back', () => times(rounds, watch, (round) => scrollBy(page, 0, round % 2 ? -9_999_999 : 9_999_999))],
  ['arrow down', async () => {
    await page.locator('[data-column="1"]').first().click()
    return times(rounds * 2, watch, () => page.keyboard.press('ArrowDown'))
  }],
  ['sort by a column', () => times(rounds, watch, (round) => heading(page, ['Kind', 'Organisation', 'Name'][round % 3]).click())],
  ['a letter in the filter', async () => {
    const field = page.getByRole('textbox', { name: 'Filter', exact: true })
    await field.click()
    const typed = await times(9, watch, (round) => page.keyboard.press('srv 1 rea'[round] === ' ' ? 'Space' : 'srv 1 rea'[round]))
    await field.fill('')
    return typed
  }],
  ['edit a cell', async () => {
    await page.locator('[data-column="2"]').first().click()
    return times(rounds, watch, async (round) => { await page.keyboard.type(`Trust ${round}`); await page.keyboard.press('Enter') })
  }],
  ['paste 500 x 5', async () => {
    await page.locator('[data-column="2"]').first().click()
    for (let column = 2; column < 9; column++) await page.keyboard.press('ArrowRight')
    await page.locator('[data-cursor][data-column="9"]').waitFor()
    const pasted = await times(Math.min(rounds, 6), watch, (round) => paste(page, cellsToPaste(round)))
    await page.getByRole('button', { name: /^Undo: Paste \d+ cells/ }).waitFor({ timeout: 20_000 })
    return pasted
  }],
  ['undo it', () => times(Math.min(rounds, 6), watch, () => page.keyboard.press('Control+z'))],
]

const measure = async (items) => {
  const folder = mkdtempSync(join(tmpdir(), 'wavewright-table-'))
  const path = join(folder, 'big.waveplan')
  writeFileSync(path, encodePlanFile(planOf(items), { done: [], undone: [] }))
  const { page, close } = await launch({ userData: mkdtempSync(join(tmpdir(), 'wavewright-bench-')), args: [path] })
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.locator('[data-view]').waitFor({ timeout: 60_000 })
  await page.keyboard.press('Control+1')
  await page.locator('[data-table] [data-line]').first().waitFor({ timeout: 60_000 })
  const watch = await stopwatch(page)
  const nodes = []
  const results = new Map()
  for (const [name, run] of steps(page, watch, nodes)) results.set(name, await run())
  await close()
  return { results, nodes: Math.max(...nodes) }
}

const p95 = (numbers) => [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * 0.95) - 1]

const small = await measure(1500)
const large = await measure(15_000)
console.log(`Nodes mounted in the table at most: ${small.nodes} at 1,500 items, ${large.nodes} at 15,000.\n`)
console.log('| act | main thread at 1,500, median | at 15,000, median | 95 % | ratio of medians | painted after, at 15,000, median | 95 % |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const [name, results] of large.results) {
  const before = median(small.results.get(name).map(({ busy }) => busy))
  const now = results.map(({ busy }) => busy)
  const wall = results.map((result) => result.wall)
  const cells = [before, median(now), p95(now), median(now) / before].map((cell) => cell.toFixed(1))
  console.log(`| ${name} | ${cells.join(' | ')} | ${median(wall).toFixed(0)} | ${p95(wall).toFixed(0)} |`)
}
