import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { aPlan } from '../builders/a-plan'
import { aDependency, aHardDependency, anItem, anOrderedDependency, aServer } from '../builders/an-item'
import { bigPlan } from '../builders/big-plan'
import { expectAccessible } from './accessible'
import { reasonToSkip } from './launch'
import { test } from './shared-program'
import { expectLane, expectSaid, hospital, lane, showBoard, undo } from './waves-world'

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Propose waves' })

const askForProposal = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Propose waves' }).first().click()
  await dialog(page).getByRole('button', { name: 'Propose', exact: true }).click()
}

const figure = (page: Page, name: string) => dialog(page).locator(`[data-figure=${name}] td`)

test('A proposal gives every group a wave without a hard violation, leaves settled waves alone, and is one step', async ({ program }) => {
  const { page } = await showBoard(program, hospital())
  await page.getByRole('button', { name: 'Propose waves' }).click()
  await expect(dialog(page)).toContainText('1 group in a committed, running or done wave stays where it is.')
  await dialog(page).getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(dialog(page)).toContainText('Every group has a wave, and no hard violation is left.')
  await expect(figure(page, 'unplaced')).toHaveText(['5', '0'])
  await expect(figure(page, 'hard')).toHaveText(['0', '0'])
  await dialog(page).getByRole('button', { name: 'Accept the proposal' }).click()
  await expectSaid(page, /Proposal accepted\. The plan has 0 hard violations/)
  await expectLane(page, 'Unplanned', [])
  await expectLane(page, 'Wave 1', ['Gammel'])
  await undo(page)
  await expectLane(page, 'Unplanned', ['Arkiv', 'Blodbank', 'Felleslab', 'Journal', 'Zebra'])
})

test('A plan without waves gets them, with the options of the dialog', async ({ program }) => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => anItem(id, { effort: 10 }))
  const plan = aPlan({ items, dependencies: [anOrderedDependency('a', 'b'), anOrderedDependency('b', 'c')] })
  const { page } = await showBoard(program, plan)
  await page.getByRole('button', { name: 'Propose waves' }).first().click()
  await dialog(page).getByLabel('Capacity of a wave (person-days)').fill('20')
  await dialog(page).getByLabel('Few waves').check()
  await dialog(page).getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(figure(page, 'waves').last()).toHaveText(/^3 \(proven the fewest\)$/)
  await dialog(page).getByRole('button', { name: 'Accept the proposal' }).click()
  await expect(lane(page, 'Wave 3')).toContainText('20 / 20 d')
  await expectLane(page, 'Unplanned', [])
})

test('What stands in the way is said, and what found no wave stays unplanned', async ({ program }) => {
  const plan = aPlan({
    items: [anItem('Stor', { effort: 90 }), aServer('Stor tjener', { effort: 30 }), anItem('Liten', { effort: 5 })],
    dependencies: [aHardDependency('Stor', 'Stor tjener')],
    waves: [{ capacity: 40 }, { capacity: 40 }],
  })
  const { page } = await showBoard(program, plan)
  await askForProposal(page)
  await expect(dialog(page)).toContainText('1 group found no wave.')
  await expect(dialog(page).getByRole('listitem')).toContainText(['Stor'])
  await dialog(page).getByRole('button', { name: 'Accept the proposal' }).click()
  await expectLane(page, 'Unplanned', ['Stor'])
})

test('A group that is too large can be split where that is cheapest, as one step, and is proposed again', async ({ program }) => {
  const plan = aPlan({
    items: [anItem('Journal', { effort: 40 }), aServer('Vert', { effort: 20 }), anItem('Lab', { effort: 30 })],
    dependencies: [aHardDependency('Journal', 'Vert', { pricePerDay: 9 }), aHardDependency('Lab', 'Vert', { pricePerDay: 2 })],
    waves: [{ capacity: 60 }, { capacity: 60 }],
  })
  const { page } = await showBoard(program, plan)
  await askForProposal(page)
  await expect(dialog(page)).toContainText('Journal can be split by softening 1 dependency, into parts of 60 and 30 person-days. Bridges of up to 2 a day would come with it.')
  await expect(dialog(page)).toContainText('Lab needs Vert (2 a day as a bridge)')
  await expectAccessible(page, { within: '[role=dialog]' })
  await dialog(page).getByRole('button', { name: 'Soften it and split' }).click()
  await expect(dialog(page)).toContainText('Every group has a wave, and no hard violation is left.')
  await expect(dialog(page)).toContainText('Every complete plan has bridges of at least 120: the groups at the ends of some are together larger than any wave.')
  await expect(dialog(page).getByRole('img', { name: 'Wave 1: now 0, proposed' })).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Accept the proposal' }).click()
  await expectLane(page, 'Unplanned', [])
  await undo(page)
  await expectLane(page, 'Unplanned', ['Journal', 'Lab'])
  await undo(page)
  await expectLane(page, 'Unplanned', ['Journal'])
})

test('What looks like a shared service is offered where it makes a group too large, and is proposed with again', async ({ program }) => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => anItem(id, { effort: 10 }))
  const plan = aPlan({
    items: [...items, anItem('Proxy', { effort: 5 })], waves: [{ capacity: 40 }, { capacity: 40 }],
    dependencies: items.map(({ id }) => aHardDependency(id, 'Proxy')),
  })
  const { page } = await showBoard(program, plan)
  await page.keyboard.press('Control+p')
  await dialog(page).getByRole('button', { name: 'Decide first' }).click()
  await expect(page.getByRole('dialog', { name: 'Rules and freeze windows' })).toContainText('Proxy: 6 need it, and it alone glues 6 move groups together')
  await expect(page.getByRole('button', { name: 'Proxy is no shared service' })).toBeVisible()
  await page.keyboard.press('Escape')
  await askForProposal(page)
  await expect(dialog(page)).toContainText('Proxy looks like a shared service: 6 need it, and it alone holds 6 move groups together.')
  await expectAccessible(page, { within: '[role=dialog]' })
  await dialog(page).getByRole('button', { name: 'Take it as a shared service' }).click()
  await expect(dialog(page)).toContainText('Every group has a wave, and no hard violation is left.')
  await dialog(page).getByRole('button', { name: 'Accept the proposal' }).click()
  await expectLane(page, 'Unplanned', [])
  await expect(lane(page, 'Wave 1').getByText('Proxy', { exact: true })).toBeVisible()
})

test('What cannot all hold is told by its names, and the search goes on when it is asked to', async ({ program }) => {
  const plan = aPlan({
    items: ['a', 'b', 'c'].map((id) => anItem(id, { effort: 10 })), waves: 2,
    rules: [{ type: 'apart', itemIds: ['a', 'b', 'c'], reason: 'One team' }],
  })
  const { page } = await showBoard(program, plan)
  await askForProposal(page)
  await expect(dialog(page)).toContainText('A rule keeps a, b and c apart. Reason: One team')
  await dialog(page).getByRole('button', { name: 'Search on' }).click()
  await expect(dialog(page)).toContainText('1 group found no wave.', { timeout: 40_000 })
  await expect(dialog(page)).toContainText('The search went on and found nothing better.')
})

/** c goes before what it needs, which may go no earlier, in a plan that is otherwise as it should be; d is not planned. */
const broken = () => aPlan({
  items: ['a', 'b', 'c', 'd'].map((id) => anItem(id, { effort: 10 })),
  dependencies: [anOrderedDependency('b', 'a'), anOrderedDependency('c', 'b')],
  waves: 3,
  rules: [{ type: 'window', itemIds: ['b'], earliest: 2 }],
  placed: { a: 1, b: 2, c: 1 },
})

test('A repair moves only what it must, says how many that is, and leaves unplanned what was so', async ({ program }) => {
  const { page } = await showBoard(program, broken())
  await page.getByRole('button', { name: 'Propose waves' }).first().click()
  await dialog(page).getByRole('radio', { name: 'Repair' }).check()
  await expectAccessible(page, { within: '[role=dialog]' })
  await dialog(page).getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(dialog(page)).toContainText('1 group moves, and no hard violation is left.')
  await expect(figure(page, 'moved').last()).toHaveText('1')
  await expect(figure(page, 'hard')).toHaveText(['1', '0'])
  await dialog(page).getByRole('button', { name: 'Accept the proposal' }).click()
  await expectLane(page, 'Wave 1', ['a'])
  await expectLane(page, 'Wave 2', ['b', 'c'])
  await expectLane(page, 'Unplanned', ['d'])
  await page.getByRole('button', { name: 'Propose waves' }).first().click()
  await dialog(page).getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(dialog(page)).toContainText('The plan has no hard violation: nothing has to move.')
  await expect(dialog(page).getByRole('button', { name: 'Accept the proposal' })).toHaveCount(0)
})

test('Planning anew moves what filling leaves where it is', async ({ program }) => {
  const plan = aPlan({
    items: ['a', 'b'].map((id) => anItem(id, { effort: 10 })), dependencies: [aDependency('a', 'b', { pricePerDay: 50 })],
    waves: 2, placed: { a: 1, b: 2 },
  })
  const { page } = await showBoard(program, plan)
  await page.getByRole('button', { name: 'Propose waves' }).first().click()
  await dialog(page).getByRole('radio', { name: 'Cheap bridges' }).check()
  await dialog(page).getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(figure(page, 'bridges')).toHaveText(['1', '1'])
  await dialog(page).getByRole('button', { name: 'Change the options' }).click()
  await dialog(page).getByRole('radio', { name: 'Plan anew' }).check()
  await dialog(page).getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(figure(page, 'bridges')).toHaveText(['1', '0'])
  await expect(figure(page, 'moved').last()).toHaveText('1')
})

test('The weights can be set by the keyboard and go back to the usual', async ({ program }) => {
  const { page } = await showBoard(program, hospital())
  await page.getByRole('button', { name: 'Propose waves' }).click()
  await dialog(page).getByText('Weights', { exact: true }).click()
  const risk = dialog(page).getByRole('slider', { name: 'Risk too early' })
  await expect(risk).toHaveValue('1')
  await expect(dialog(page).getByRole('slider', { name: 'Number of waves' })).toHaveAttribute('aria-valuetext', 'not at all')
  await risk.focus()
  await page.keyboard.press('ArrowRight')
  await expect(risk).toHaveValue('1.5')
  await expect(dialog(page).locator('summary')).toContainText('1 changed')
  await expectAccessible(page, { within: '[role=dialog]' })
  await dialog(page).getByRole('button', { name: 'Back to the usual weights' }).click()
  await expect(risk).toHaveValue('1')
  await expect(dialog(page).locator('summary')).not.toContainText('changed')
})

test('An opened violation tells the chain behind it, above its fixes', async ({ program }) => {
  const plan = aPlan({
    items: ['Portal', 'Buss', 'Katalog'].map((id) => anItem(id, { effort: 5 })),
    dependencies: [anOrderedDependency('Portal', 'Buss'), anOrderedDependency('Buss', 'Katalog')],
    waves: 3, placed: { Portal: 1, Buss: 2, Katalog: 1 },
    rules: [{ type: 'window', itemIds: ['Buss'], earliest: 2, reason: 'The supplier is busy' }],
  })
  const { page } = await showBoard(program, plan)
  const list = page.getByRole('region', { name: 'Violations' }).last()
  if (!await list.isVisible()) await page.keyboard.press('Control+Shift+m')
  await expect(page.getByRole('list', { name: 'What is behind it' })).toHaveCount(0)
  await list.getByRole('button', { name: /Portal needs Buss/ }).click()
  await expect(page.getByRole('list', { name: 'What is behind it' }).getByRole('listitem'))
    .toHaveText(['Portal needs Buss first.', 'Buss may not move before wave 2. Reason: The supplier is busy'])
  await expect(list.getByRole('group', { name: 'Fixes' }).getByRole('button', { name: /(nothing else changes|bridges|warning)/ }).first()).toBeVisible()
  await expectAccessible(page, { within: '[data-violation]' })
})

/** Starts the search and stops it before any message of the worker is delivered; false where it could not be stopped. */
const stopAtOnce = async (root: Element): Promise<boolean> => {
  const button = (name: string) => [...root.querySelectorAll('button')].find((one) => one.textContent === name)
  button('Propose')?.click()
  for (let turn = 0; turn < 20 && !button('Stop'); turn += 1) await Promise.resolve()
  button('Stop')?.click()
  return button('Stop') !== undefined
}

test('A long search shows progress, and stopping it keeps the best so far', async ({ program }) => {
  test.setTimeout(180_000)
  const { page } = await showBoard(program, bigPlan({ items: 6_000, dependencies: 30_000, waves: 12, seed: 3, placed: 0 }))
  await page.keyboard.press('Control+p')
  await expect(dialog(page).getByRole('button', { name: 'Propose', exact: true })).toBeFocused()
  // Before the worker can have said anything: stopping leads back to where it was asked for.
  expect(await dialog(page).evaluate(stopAtOnce)).toBe(true)
  await expect(dialog(page).getByRole('button', { name: 'Propose', exact: true })).toBeFocused()
  await expect(dialog(page).getByRole('progressbar')).toHaveCount(0)
  await page.keyboard.press('Enter')
  // The first search takes its steps and ends, soon or late; searching on takes its time, so that there is time to stop it.
  await dialog(page).getByRole('button', { name: 'Search on' }).press('Enter', { timeout: 120_000 })
  await expect(dialog(page).getByRole('progressbar')).toBeVisible()
  const best = dialog(page).getByRole('region', { name: 'The best plan so far' })
  await expect(best.locator('[data-figure=unplaced] td').last()).toHaveText('0')
  await dialog(page).getByRole('button', { name: 'Stop and show the best so far' }).press('Enter')
  await expect(figure(page, 'hard').last()).toHaveText('0')
  await expect(figure(page, 'planned').last()).toHaveText(/1,?200/)
  await expect(dialog(page).getByRole('progressbar')).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Accept the proposal' }).click()
  await expect(lane(page, 'Unplanned').locator('header')).toContainText('0 groups')
  await undo(page)
  await expect(lane(page, 'Unplanned').locator('header')).toContainText(/1,?200 groups/)
})
