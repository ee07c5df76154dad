import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { encodePlanFile } from '../../src-core/formats/plan-file'
import { emptyHistory } from '../../src-core/plan/history'
import { bigPlan } from '../builders/big-plan'
import { chooseTheme, expectAccessible, readable, themes } from './accessible'
import { launch, reasonToSkip, type Launched } from './launch'
import { aFile, openSample } from './shell-world'
import { expectSaid } from './waves-world'

const blocks = (page: Page): Locator => page.locator('.react-flow__node:not(.react-flow__node-lane)')
const item = (page: Page, name: string): Locator => page.locator('.react-flow__node-item').filter({ hasText: new RegExp(`^${name}`) })
const lanes = (page: Page): Locator => page.locator('.react-flow__node-lane')
const lines = (page: Page): Locator => page.locator('.react-flow__edge')
const canvas = (page: Page): Locator => page.getByRole('application', { name: /^Dependency graph/ })
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })

/** One of the choices of the toolbar. */
const choose = (page: Page, group: string, choice: string): Promise<void> =>
  page.getByRole('radiogroup', { name: group }).getByText(choice, { exact: true }).click()

const openGraph = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+2')
  await blocks(page).first().waitFor()
}

const test = base.extend<{ sample: Launched }>({
  sample: async ({}, use) => {
    const launched = await launch()
    await openSample(launched.page)
    await openGraph(launched.page)
    await use(launched)
    await launched.close()
  },
})

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

test.describe('The graph of the sample', () => {
  test('has a lane for each wave, shows groups or every item, and is as one left it when one comes back', async ({ sample: { page } }) => {
    await expect(lanes(page)).toHaveCount(10)
    const groups = await blocks(page).count()
    await choose(page, 'Show', 'Items')
    await expect(page.locator('.react-flow__node-item')).toHaveCount(150)
    expect(groups).toBeLessThan(100)
    await choose(page, 'Arrange by', 'Dependencies')
    await page.keyboard.press('Control+3')
    await page.keyboard.press('Control+2')
    await expect(page.getByRole('radio', { name: 'Dependencies' })).toBeChecked()
  })

  test('tells hard from soft dependencies by their line and broken ones by a mark, and counts what it does not draw', async ({ sample: { page } }) => {
    await expect(lines(page).first()).toBeAttached()
    const dashes = await lines(page).locator('path').evaluateAll((paths) => paths.map((path) => path.getAttribute('stroke-dasharray') !== null))
    expect(new Set(dashes)).toEqual(new Set([true, false]))
    await expect(page.locator('[data-broken] text').first()).toHaveText('!')
    await expect(page.getByText(/^\d+ not drawn$/)).toBeVisible()
    expect(await lines(page).count()).toBeLessThanOrEqual(150)
  })

  test('shows what is selected in the inspector, and its neighbourhood, one to three hops, either way', async ({ sample: { page } }) => {
    await item(page, 'Integrasjonsbuss').click()
    await expect(inspector(page).getByRole('heading', { name: 'Integrasjonsbuss' })).toBeVisible()
    await expect(page.locator('[data-emphasis=selected]')).toHaveCount(1)
    await expect(page.locator('[data-emphasis=apart]').first()).toBeAttached()
    await page.getByRole('button', { name: 'Show neighbourhood' }).click()
    await expect(lanes(page)).toHaveCount(2)
    const near = await blocks(page).count()
    await choose(page, 'Hops', '3')
    await expect.poll(() => blocks(page).count()).toBeGreaterThan(near)
    await choose(page, 'Direction', 'What it needs')
    await expect(blocks(page)).toHaveCount(1)
    await page.getByRole('button', { name: 'Whole estate' }).click()
    await expect(lanes(page)).toHaveCount(10)
  })

  test('is walked by keyboard: arrows go on, space selects, Enter opens a group, N shows the neighbourhood', async ({ sample: { page } }) => {
    await canvas(page).focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('[data-current]')).toHaveCount(1)
    await expectSaid(page, /Move group, \d+ items/)
    await page.keyboard.press('Enter')
    await expect(page.locator('.react-flow__node-group').getByRole('button', { name: /^Close / })).toHaveCount(1)
    await page.keyboard.press(' ')
    await expect(page.locator('[data-emphasis=selected]').first()).toBeAttached()
    await page.keyboard.press('n')
    await expect(page.getByRole('button', { name: 'Whole estate' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Whole estate' })).toHaveCount(0)
  })

  test('finds by the search field what lies in a closed group, opens it and brings it to the middle', async ({ sample: { page } }) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('lab-sko-01')
    await page.getByRole('option', { name: /lab-sko-01/ }).first().waitFor()
    await page.keyboard.press('Enter')
    await expect(item(page, 'lab-sko-01')).toBeVisible()
    const box = await item(page, 'lab-sko-01').boundingBox()
    const place = await canvas(page).boundingBox()
    expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - ((place?.x ?? 0) + (place?.width ?? 0) / 2))).toBeLessThan(80)
  })

  test('has no serious accessibility finding in any theme', async ({ sample: { page } }) => {
    await item(page, 'Integrasjonsbuss').click()
    await page.getByRole('button', { name: 'Legend' }).click()
    for (const theme of themes) {
      await chooseTheme(page, theme)
      await expectAccessible(page, theme === 'Light' ? {} : { only: readable })
      await page.screenshot({ path: `artefacts/screens/graph-${theme.toLowerCase().replace(' ', '-')}.png` })
    }
  })
})

test('A graph of 13,500 items holds at most 224 nodes and opens its sums on demand', async () => {
  const plan = aFile('big.waveplan', encodePlanFile(bigPlan({ items: 13_500, dependencies: 70_000, waves: 24, seed: 5, placed: 0.8 }), emptyHistory))
  const { page, close } = await launch({ args: [plan] })
  await page.locator('[data-view]').waitFor()
  await openGraph(page)
  expect(await page.locator('.react-flow__node').count()).toBeLessThanOrEqual(224)
  await page.screenshot({ path: 'artefacts/screens/graph-13500.png' })
  await page.locator('.react-flow__node-rest').first().getByRole('button').click()
  await expect(page.getByRole('button', { name: 'Back to all waves' })).toBeVisible()
  expect(await page.locator('.react-flow__node').count()).toBeLessThanOrEqual(224)
  await close()
})
