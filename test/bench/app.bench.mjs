import { mkdtempSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from '../e2e/launch.ts'
import { inputs, median, root } from './measured-run.mjs'

/**
 * The built application on its host: a workbook from the moment it is chosen to the first usable screen, and drags of a
 * group with their violations shown. The region beside the sample of 150 items, in one run.
 */

const drags = Number(process.env.DRAGS ?? 21)
const files = [
  ['sample, 150 items', join(root, 'resources', 'sample-region.xlsx')],
  ['debian-estate, 13,493 items', join(inputs, 'debian-estate.xlsx')],
]

/** Milliseconds from each dragstart and each drop to the frame that shows what it led to. */
const watchDrags = () => {
  const afterPaint = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  window.dragTimes = { start: [], drop: [] }
  const watch = (event, times) =>
    document.addEventListener(event, () => {
      const began = performance.now()
      void afterPaint().then(() => times.push(performance.now() - began))
    }, { capture: true })
  watch('dragstart', window.dragTimes.start)
  watch('drop', window.dragTimes.drop)
}

const answerOpen = (app, path) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)

const lane = (page, name) => page.getByRole('region', { name: new RegExp(`^${name}(,|$)`) })

const centre = async (locator) => {
  const box = await locator.boundingBox()
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const dragFirst = async (page, from, to) => {
  const start = await centre(from.getByRole('treeitem').first())
  const end = await centre(to.locator('[data-lane-rows]'))
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 12, start.y + 8, { steps: 3 })
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await page.mouse.up()
}

const importInto = async ({ app, page }, path) => {
  await page.getByRole('button', { name: /^Open a workbook/ }).waitFor()
  await answerOpen(app, path)
  const began = performance.now()
  await page.keyboard.press('Control+i')
  const accept = page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true })
  await accept.waitFor({ timeout: 60_000 })
  const preview = performance.now()
  await accept.click()
  await page.locator('[data-view="waves"]').waitFor({ timeout: 120_000 })
  await lane(page, 'Unplanned').getByRole('treeitem').first().waitFor({ timeout: 120_000 })
  return { read: preview - began, accept: performance.now() - preview }
}

const p95 = (times) => [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]

const measure = async (name, path) => {
  const launched = await launch({ userData: mkdtempSync(join(tmpdir(), 'wavewright-bench-')) })
  const { page } = launched
  await page.setViewportSize({ width: 1366, height: 768 })
  const { read, accept } = await importInto(launched, path)
  while ((await page.getByRole('region', { name: /^Wave \d/ }).count()) < 2) await page.keyboard.press('Control+Shift+n')
  await page.keyboard.press('Escape')
  await page.evaluate(watchDrags)
  for (let drag = 0; drag < drags; drag++) {
    await dragFirst(page, lane(page, 'Unplanned'), page.getByRole('region', { name: /^Wave \d/ }).nth(drag % 2))
    await page.waitForFunction((count) => window.dragTimes.drop.length >= count, drag + 1)
  }
  const times = await page.evaluate(() => window.dragTimes)
  await launched.close()
  const cells = [read, accept, median(times.start), p95(times.start), median(times.drop), p95(times.drop)]
  console.log(`| ${name} | ${cells.map((cell) => cell.toFixed(0)).join(' | ')} |`)
  return cells
}

console.log(`${drags} drags each; milliseconds.\n`)
console.log('| estate | chosen to preview | accepted to board | drag shown, median | 95 % | drop shown, median | 95 % |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
const results = []
for (const [name, path] of files) {
  if (existsSync(path)) results.push(await measure(name, path))
  else console.log(`| ${name} | skipped: the file is not there |`)
}
const [small, large] = results
if (small && large) console.log(`| region / sample | ${large.map((cell, index) => (cell / small[index]).toFixed(1)).join(' | ')} |`)
