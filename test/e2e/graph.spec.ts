import { expect, type Page } from '@playwright/test'
import { bigPlan } from '../builders/big-plan'
import { aPlan } from '../builders/a-plan'
import { anItem } from '../builders/an-item'
import { card, carry, choose, expectDrawn, expectStill, goToItem, lane, lines, middleOf, nodes, openGraph, pane } from './graph-world'
import { reasonToSkip } from './launch'
import { expectPictures } from './shell-world'
import { expectAccessible, followTheme, readable, themes } from './accessible'
import { test } from './shared-program'
import { expectSaid } from './waves-world'

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const shot = (page: Page, name: string) => page.screenshot({ path: `artefacts/screens/graph-${name}.png` })
const place = (page: Page) => page.locator('[data-mass-pane] .react-flow__viewport').evaluate((element: HTMLElement) => element.style.transform)
const level = (page: Page) => pane(page).getAttribute('data-level')

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

test.describe('The graph of the sample', () => {
  test('stands in lanes by wave or by what is chosen, in colours whose legend dims, and is as one left it', async ({ program }) => {
    const { page } = await program.openSample()
    await openGraph(page)
    await expect(lane(page)).toHaveCount(10)
    await choose(page, 'Columns', 'Organisations')
    await choose(page, 'Colour', 'Criticality')
    const critical = page.getByRole('region', { name: 'Legend' }).getByRole('button', { name: /^4 \d+$/ })
    await critical.click()
    await expect(critical).toHaveAttribute('aria-pressed', 'false')
    await expect(page.getByText(/^[\d,]+ not drawn$/)).toBeVisible()
    const lanes = await lane(page).count()
    await page.keyboard.press('Control+3')
    await page.keyboard.press('Control+2')
    await expect(page.getByRole('combobox', { name: 'Columns' })).toHaveValue('Organisations')
    await expect(lane(page)).toHaveCount(lanes)
    await expect(critical).toHaveAttribute('aria-pressed', 'false')
  })

  test('shows the dependencies of what is selected, hard and soft by their line, and says how many are not drawn', async ({ program }) => {
    const { page } = await program.openSample()
    await openGraph(page)
    await expect(lines(page)).toHaveCount(0)
    await goToItem(page, 'Integrasjonsbuss')
    await card(page, 'Integrasjonsbuss').click()
    await expect(inspector(page).getByRole('heading', { name: 'Integrasjonsbuss' })).toBeVisible()
    await expect(lines(page).first()).toBeAttached()
    expect(await lines(page).count()).toBeLessThanOrEqual(150)
    await expect(page.getByText(/^\d+ dependencies drawn, \d+ not drawn$/)).toBeVisible()
    await page.getByRole('button', { name: 'Fit all in the window' }).click()
    await expectStill(page)
    await shot(page, 'selected')
  })

  test('is walked by keyboard: arrows, Enter nearer, Escape out, space selects, plus zooms, 0 fits', async ({ program }) => {
    const { page } = await program.openSample()
    await openGraph(page)
    await pane(page).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await expectSaid(page, /Wave 1.*\d+ items/)
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-current]')).toHaveCount(1)
    await page.keyboard.press(' ')
    await expect(inspector(page).getByText('Nothing is selected')).toHaveCount(0)
    await page.keyboard.press('z')
    await expectStill(page)
    expect(await level(page)).toBe('cards')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menuitem', { name: /^Hide the selection/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('0')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.locator('[data-mass-pane] [data-current]')).toHaveCount(0)
  })

  test('has the keyboard again after every dialog, and says what each key has done', async ({ program }) => {
    const { page } = await program.openSample()
    await openGraph(page)
    await expect(pane(page)).toBeFocused()
    for (const key of ['Control+k', 'Control+p', 'o', 'v', 'Shift+V', 'F1', 'Control+Shift+R', 'Control+Shift+T']) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
      await expect(pane(page)).toBeFocused()
    }
    await page.keyboard.press('0')
    await expectSaid(page, /^Everything is shown$/)
    const whole = await place(page)
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter', 'ArrowDown']) await page.keyboard.press(key)
    // All of it was in sight: nothing has jumped.
    expect(await place(page)).toBe(whole)
    const said: readonly (readonly [string, RegExp])[] = [
      [' ', /selected\.$/], ['f', /^Folded up$/], ['f', /^Opened$/], ['b', /warnings, shown$/], ['b', /^What is broken is not shown/],
      ['Escape', /^Nothing selected\.$/], ['Shift+C', /^Everything is folded up$/], ['Shift+O', /^Everything is opened$/],
    ]
    for (const [key, words] of said) {
      await page.keyboard.press(key)
      await expectSaid(page, words)
    }
    // Nothing is selected: what the keyboard stands on is meant.
    for (const key of ['0', 'Home', 'ArrowRight', 'Enter', 'm']) await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name: /^Move / })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(pane(page)).toBeFocused()
  })

  test('says why a platform cannot be carried', async ({ program }) => {
    const { page } = await program.openSample()
    await openGraph(page)
    await goToItem(page, 'Legacy platform South')
    const from = await middleOf(card(page, 'Legacy platform South').first())
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x - 60, from.y + 40, { steps: 4 })
    await page.mouse.up()
    await expect(page.getByText('This has no wave')).toBeVisible()
  })

  test('lets an item be carried to another wave, saying for each what it would break, and take it back', async ({ program }) => {
    const { page } = await program.openSample()
    await openGraph(page)
    await goToItem(page, 'lab-elv-01')
    const target = page.locator('[data-drop]').filter({ has: page.getByText('4', { exact: true }) }).last()
    const from = await middleOf(card(page, 'lab-elv-01').first())
    await carry(page, from, { x: from.x + 40, y: from.y + 30 })
    await expect(target).toBeVisible()
    await expect(target.locator('svg').first()).toBeVisible()
    await shot(page, 'carrying')
    const to = await middleOf(target)
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await expect(page.locator('[data-live]')).toContainText('Hard 3 → 5')
    await page.mouse.up()
    await expectSaid(page, /wave 4/)
    await page.keyboard.press('Control+z')
    await expectSaid(page, /./)
  })

  test('is saved as a picture, for print and as text', async ({ program }) => {
    const { app, page } = await program.openSample()
    await openGraph(page)
    await expectPictures(app, page, 'graph-picture')
  })

  test('says what the pointer is at, and folds it up and opens it from the menu there', async ({ program }) => {
    const { page } = await program.openSample()
    await openGraph(page)
    const box = await pane(page).boundingBox()
    if (!box) throw new Error('The graph is not there')
    const group = { x: box.x + 40, y: box.y + 60 }
    await page.mouse.move(group.x, group.y)
    await expect(page.locator('[data-point-tag]')).toContainText('Unplanned')
    await shot(page, 'pointed')
    for (const name of [/^Fold up/, /^Open/]) {
      await page.mouse.click(group.x, group.y - 30, { button: 'right' })
      await page.getByRole('menuitem', { name }).click()
      await expectDrawn(page)
    }
  })

  test('selects an area with the lasso', async ({ program }) => {
    const { page } = await program.openSample()
    await openGraph(page)
    const box = await pane(page).boundingBox()
    if (!box) throw new Error('The graph is not there')
    await page.keyboard.down('Shift')
    await carry(page, { x: box.x + 4, y: box.y + 4 }, { x: box.x + box.width - 4, y: box.y + box.height - 4 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await expect(inspector(page)).toContainText('150')
    await shot(page, 'lasso')
  })

  test('follows the hand while Space is held, and selects nothing by it', async ({ program }) => {
    const { page } = await program.openSample()
    await openGraph(page)
    await goToItem(page, 'Integrasjonsbuss')
    await page.getByRole('button', { name: 'Clear the selection' }).click()
    await expect(inspector(page).getByText('Nothing is selected')).toBeVisible()
    await pane(page).focus()
    const at = await middleOf(pane(page))
    await expectStill(page)
    const before = await place(page)
    await page.keyboard.down(' ')
    await carry(page, at, { x: at.x + 120, y: at.y + 60 })
    await page.mouse.up()
    await page.keyboard.up(' ')
    await expect.poll(() => place(page)).not.toBe(before)
    await expect(inspector(page).getByText('Nothing is selected')).toBeVisible()
    await page.keyboard.press(' ')
    await expect(inspector(page).getByText('Nothing is selected')).toHaveCount(0)
  })

  test('has no serious accessibility finding in any theme', async ({ program }) => {
    const { page } = await program.openSample()
    await openGraph(page)
    for (const theme of themes) {
      await followTheme(page, theme)
      await expectDrawn(page)
      await expectAccessible(page, theme === 'Light' ? {} : { only: readable })
      await shot(page, theme.toLowerCase().replace(' ', '-'))
    }
  })
})

test('15,000 items: every level in every window, at most 224 nodes', async ({ program }) => {
  const { page } = await program.open(bigPlan({ items: 15_000, dependencies: 60_000, waves: 24, seed: 5, placed: 0.9 }))
  await openGraph(page)
  // A busy machine needs its time for a picture of 4K.
  test.setTimeout(120_000)
  const sizes = [[3840, 2160], [1366, 768], [1280, 720]] as const
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    await page.keyboard.press('0')
    await expectStill(page)
    await shot(page, `15000-${width}`)
  }
  for (const wanted of ['groups', 'items', 'cards']) {
    while ((await level(page)) !== wanted) {
      await page.keyboard.press('+')
      await expectStill(page)
      expect((await nodes(page).count()) + (await lane(page).count())).toBeLessThanOrEqual(224)
    }
    await shot(page, `15000-${wanted}`)
  }
})

test('states: one item, everything in one wave, and nothing', async ({ program }) => {
  const one = await program.open(aPlan({ items: [anItem('Journal')] }))
  await openGraph(one.page)
  await shot(one.page, 'one-item')
  const wave = await program.open(bigPlan({ items: 15_000, dependencies: 60_000, waves: 1, seed: 5 }))
  await openGraph(wave.page)
  await shot(wave.page, 'one-wave')
  const nothing = await program.open(aPlan({ items: [] }))
  await nothing.page.keyboard.press('Control+2')
  await expect(nothing.page.getByText('The estate is empty')).toBeVisible()
  await shot(nothing.page, 'empty')
})
