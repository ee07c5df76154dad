import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { expectAccessible } from './accessible'
import { reasonToSkip, type Launched } from './launch'
import { test, type SharedProgram } from './shared-program'
import { expectPictures } from './shell-world'
import { expectSaid } from './waves-world'

const bar = (page: Page): Locator => page.getByRole('search', { name: 'Find and filter' })
const count = (page: Page): Locator => bar(page).getByRole('status')
const focus = (page: Page): Locator => page.locator('[data-focus][data-shown]')
const focusBlocks = (page: Page): Locator => focus(page).locator('.react-flow__node')
const caption = (page: Page): Locator => page.getByRole('contentinfo').getByRole('heading')

/** What the graph says it does not show. */
const hiddenNote = (page: Page): Locator => page.getByRole('main').getByText(/items? hidden/)

const screenshot = (page: Page, name: string): Promise<Buffer> => page.screenshot({ path: `artefacts/screens/${name}.png` })

const choose = (page: Page, group: string, choice: string): Promise<void> =>
  page.getByRole('radiogroup', { name: group }).getByText(choice, { exact: true }).click()

const findItem = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.getByRole('dialog').getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('main').focus()
}

const nameView = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('main').focus()
  await page.keyboard.press('Shift+V')
  await page.getByRole('textbox', { name: 'Name of the view as it is now' }).fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const openGraph = async (program: SharedProgram): Promise<Launched> => {
  const launched = await program.openSample()
  const { page } = launched
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.keyboard.press('Control+2')
  await page.locator('[data-view="graph"], [role=application]').first().waitFor()
  return launched
}

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

const find = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+3')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('BERGSTRANDA journal')
  await expect(count(page)).toHaveText(/^\d+ found$/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText(/^2 of \d+$/)
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Control+2')
  const found = Number(/\d+/.exec((await count(page).textContent()) ?? '')?.[0])
  await page.keyboard.press('F3')
  await expect(count(page)).toHaveText(`1 of ${found}`)
  await expectSaid(page, new RegExp(`^1 of ${found}: .+`))
  await page.keyboard.press('Shift+F3')
  await expect(count(page)).toHaveText(`${found} of ${found}`)
  await page.keyboard.press('Control+Shift+f')
  await bar(page).getByRole('combobox', { name: 'Value' }).click()
  await page.getByRole('option', { name: 'Server' }).click()
  await page.keyboard.press('Escape')
  await expect.poll(async () => Number(/\d+/.exec((await count(page).textContent()) ?? '')?.[0])).toBeLessThan(found)
  await choose(page, 'Which of them', 'Any of them')
  await expect.poll(async () => Number(/\d+/.exec((await count(page).textContent()) ?? '')?.[0])).toBeGreaterThan(found)
  await bar(page).getByRole('switch', { name: 'Hide the rest' }).click()
  await expect(hiddenNote(page)).toContainText(/\d+ items hidden/)
  await bar(page).getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('menuitem', { name: /^Keep this filter/ }).click()
  // Menus leave the focus to what was chosen in them: one writes on at once.
  await page.getByRole('textbox', { name: 'Name of the filter' }).waitFor()
  await page.keyboard.type('Journals and servers')
  await page.keyboard.press('Enter')
  await expectSaid(page, /^The filter Journals and servers is kept/)
  await expectAccessible(page, { within: 'search' })
  await screenshot(page, 'find-conditions')
  await bar(page).getByRole('textbox', { name: 'Find in any field' }).fill('no such thing anywhere')
  await choose(page, 'Which of them', 'All of them')
  await expect(count(page)).toHaveText('Nothing found')
  await screenshot(page, 'find-nothing')
  await bar(page).getByRole('button', { name: 'Stop looking' }).click()
  await expect(bar(page)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+f')
  await bar(page).getByRole('button', { name: 'Filters' }).click()
  await expect(page.getByRole('menuitem', { name: /^Keep this filter/ })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Journals and servers', exact: true })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await bar(page).getByRole('button', { name: 'Stop looking' }).click()
}

const look = async (app: ElectronApplication, page: Page): Promise<void> => {
  await findItem(page, 'Integrasjonsbuss')
  await page.keyboard.press('n')
  await expect(focusBlocks(page)).toHaveCount(18)
  await page.mouse.move(4, 400)
  await screenshot(page, 'focus-one-hop')
  await page.keyboard.press('+')
  await expect(page.getByText('Integrasjonsbuss and what lies around it · 61 items')).toBeVisible()
  await choose(page, 'Direction', 'What it needs')
  await expect(focusBlocks(page)).toHaveCount(1)
  await choose(page, 'Direction', 'Both ways')
  await page.getByRole('application', { name: /^What lies around/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expectSaid(page, /^Integrasjonsbuss, Service/)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Back', exact: true })).toBeVisible()
  await screenshot(page, 'focus-two-hops')
  await expectPictures(app, page, 'focus-picture')
  expect(readFileSync('artefacts/screens/focus-picture.svg', 'utf8')).toContain('what lies around it')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await choose(page, 'What is shown', 'Paths')
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('Patient journal Kystlandet')
  await page.getByRole('option', { name: /^Patient journal Kystlandet/ }).first().click()
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('Integrasjonsbuss')
  await page.getByRole('option', { name: /^Integrasjonsbuss/ }).first().click()
  await expect(page.getByText(/^Patient journal Kystlandet needs Integrasjonsbuss in 1 step/)).toBeVisible()
  await page.getByRole('navigation', { name: 'Ways, the shortest first' }).getByRole('button').first().click()
  await expectAccessible(page, { within: '[data-focus]' })
  await screenshot(page, 'focus-paths')
  await page.getByRole('button', { name: 'Swap the ends' }).click()
  await expect(page.getByText(/^Integrasjonsbuss does not need Patient journal Kystlandet, but/)).toBeVisible()
  // Out of the field as well: first the list of items closes, where it is open.
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(focus(page)).toHaveCount(0)
  await expect(page.locator('[data-mass-pane]')).toBeFocused()
}

const present = async (page: Page): Promise<void> => {
  await findItem(page, 'Integrasjonsbuss')
  await page.keyboard.press('h')
  await expectSaid(page, /hidden. Shift\+H shows/)
  await expect(hiddenNote(page)).toContainText('1 item hidden')
  await nameView(page, 'Without the bus')
  await page.keyboard.press('Shift+H')
  await expect(hiddenNote(page)).toHaveCount(0)
  await nameView(page, 'Everything')
  await page.keyboard.press('o')
  await page.getByRole('checkbox', { name: /^Wave 1.* is open$/ }).click()
  await expectAccessible(page, { within: '[role=dialog]' })
  await screenshot(page, 'what-matters-today')
  await page.keyboard.press('Escape')
  await nameView(page, 'Without the pilot')
  await page.keyboard.press('v')
  await page.getByRole('button', { name: 'Move Without the pilot up' }).click()
  await expectAccessible(page, { within: '[role=dialog]' })
  await screenshot(page, 'named-views')
  await page.getByRole('dialog').getByRole('button', { name: /^Without the bus/ }).click()
  await expect(hiddenNote(page)).toContainText('1 item hidden')
  await page.keyboard.press('F5')
  await expect(caption(page)).toHaveText('Without the bus')
  await expect(page.getByRole('navigation', { name: 'Views' })).toHaveCount(0)
  await page.keyboard.press('PageDown')
  await expect(caption(page)).toHaveText('Without the pilot')
  await expectSaid(page, /^Without the pilot, view 2 of 3$/)
  await screenshot(page, 'presentation')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await expect(caption(page)).toHaveText('Everything')
  await page.keyboard.press('PageUp')
  await expect(caption(page)).toHaveText('Without the pilot')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await page.keyboard.press('Control+PageUp')
  await expectSaid(page, /^Without the bus, view 1 of 3$/)
}

test('The estate is searched, filtered, looked into and presented in one sitting', async ({ program }) => {
  const { app, page } = await openGraph(program)
  await test.step('Finding counts while one types, is walked by keys, takes conditions, hides the rest, and is kept in the plan', () => find(page))
  await test.step('A focus shows what lies around a selection, hop by hop, and the paths between two items, with a way back', () => look(app, page))
  await test.step('Views are named, presented by the keys that presenters send, and hide what does not matter today', () => present(page))
})
