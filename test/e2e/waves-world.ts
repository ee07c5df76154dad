import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { encodePlanFile } from '../../src-core/formats/plan-file'
import { emptyHistory } from '../../src-core/plan/history'
import type { PlanDocument } from '../../src-core/plan/plan-document'
import { aHardDependency, anItem, aServer } from '../builders/an-item'
import { aPlan } from '../builders/a-plan'
import { launch, type Launched } from './launch'
import type { SharedProgram } from './shared-program'

/** Three waves, the first of them done: Gammel. A journal that is hard on its server, and four systems alone. */
export const hospital = (): PlanDocument => aPlan({
  name: 'Sykehus',
  items: [
    anItem('Journal', { effort: 40, criticality: 4 }), aServer('Journaltjener', { effort: 4 }), aServer('Journaldisk', { effort: 2 }),
    anItem('Arkiv', { effort: 12 }), anItem('Blodbank', { effort: 8 }), anItem('Felleslab', { effort: 20 }), anItem('Zebra'),
    anItem('Gammel', { effort: 10 }),
  ],
  dependencies: [aHardDependency('Journal', 'Journaltjener'), aHardDependency('Journal', 'Journaldisk')],
  waves: [
    { name: 'Pilot', start: '2027-01-04', end: '2027-01-29', capacity: 50, status: 'done' },
    { start: '2027-02-01', end: '2027-02-26', capacity: 70 },
    { start: '2027-03-01', end: '2027-03-26', capacity: 60 },
  ],
  placed: { Gammel: 1 },
})

/** Starts the program on a plan, and shows its board. */
export const openBoard = async (plan: PlanDocument): Promise<Launched> => {
  const folder = mkdtempSync(join(tmpdir(), 'wavewright-plan-'))
  const file = join(folder, 'plan.waveplan')
  writeFileSync(file, encodePlanFile(plan, emptyHistory))
  const launched = await launch({ args: [file] })
  const { page } = launched
  await page.getByRole('navigation').getByRole('button', { name: 'Waves' }).click()
  await lane(page, 'Unplanned').waitFor()
  return launched
}

/** Shows the board of a plan of its own in the program that is running. */
export const showBoard = async (program: SharedProgram, plan: PlanDocument): Promise<Launched> => {
  const launched = await program.open(plan)
  await launched.page.getByRole('navigation').getByRole('button', { name: 'Waves' }).click()
  await lane(launched.page, 'Unplanned').waitFor()
  return launched
}

/** A lane by the beginning of its name: `Wave 2`, `Unplanned`. */
export const lane = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}(,|$)`) })

/** A card or an item row by the name it begins with. */
export const card = (within: Page | Locator, name: string): Locator => within.getByRole('treeitem', { name: new RegExp(`^${name},`) })

const firstName = (label: string): string => label.split(',')[0] ?? ''

/** Waits until the lane shows exactly these, in this order. */
export const expectLane = async (page: Page, name: string, names: readonly string[]): Promise<void> => {
  const shown = () => lane(page, name).locator('[data-label]').allTextContents()
  await expect.poll(async () => (await shown()).map(firstName), { message: name }).toEqual(names)
}

const middle = async (locator: Locator): Promise<{ x: number; y: number }> => {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Takes hold of something with the mouse and moves it over a target, without letting go. */
export const dragOver = async (page: Page, from: Locator, to: Locator): Promise<void> => {
  const start = await middle(from)
  const end = await middle(to)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 12, start.y + 8, { steps: 3 })
  await page.mouse.move(end.x, end.y, { steps: 6 })
}

/** A browser tells again and again what a drag lies over, with the keys that are held; the test's mouse does not. */
export const dragOn = (over: Locator, keys: { readonly altKey: boolean }): Promise<void> =>
  over.dispatchEvent('dragover', { ...keys, bubbles: true, cancelable: true })

/** The empty part of a lane below its cards, where a drop lands in the lane. */
export const rowsOf = (page: Page, name: string): Locator => lane(page, name).locator('[data-lane-rows]')

export const expectSaid = (page: Page, words: RegExp): Promise<void> =>
  expect(page.locator('[aria-live=polite]').filter({ hasText: words })).toHaveCount(1)

/** What the undo button would take back, as a person reads it. */
export const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z')
