import { expect } from '@playwright/test'
import { bigPlan } from '../builders/big-plan'
import { expectAccessible, followTheme, readable, themes } from './accessible'
import { reasonToSkip } from './launch'
import type { Launched } from './launch'
import { test as base } from './shared-program'
import { card, dragOn, dragOver, expectLane, expectSaid, hospital, lane, openBoard, rowsOf, showBoard, undo } from './waves-world'

const test = base.extend<{ board: Launched }>({
  board: async ({ program }, use) => use(await showBoard(program, hospital())),
})

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

const everything = ['Arkiv', 'Blodbank', 'Felleslab', 'Journal', 'Zebra']

test.describe('With the mouse', () => {
  test('a group is dragged into a wave, told before what it would do, and comes back by one undo', async ({ board: { page } }) => {
    await dragOver(page, card(page, 'Felleslab'), rowsOf(page, 'Wave 2'))
    await expect(lane(page, 'Wave 2').locator('[data-preview]')).toContainText('20 d after')
    await expect(lane(page, 'Wave 1').locator('[data-preview]')).toContainText('30 d after')
    await page.mouse.up()
    await expectLane(page, 'Wave 2', ['Felleslab'])
    await expectLane(page, 'Unplanned', ['Arkiv', 'Blodbank', 'Journal', 'Zebra'])
    await expectSaid(page, /Felleslab moved to wave 2\. The plan has 0 hard violations/)
    await undo(page)
    await expectLane(page, 'Unplanned', everything)
    await expectLane(page, 'Wave 2', [])
  })

  test('a wave that would be overfilled says so while one drags, and is marked after the drop', async ({ board: { page } }) => {
    await dragOver(page, card(page, 'Journal'), rowsOf(page, 'Wave 1'))
    await expect(lane(page, 'Wave 1').locator('[data-preview]')).toContainText('+1')
    await page.mouse.up()
    await expect(lane(page, 'Wave 1').locator('header')).toContainText('56 / 50 d')
    await expect(lane(page, 'Wave 1').locator('header').getByTitle('1 hard violation')).toBeVisible()
  })

  test('several selected groups move as one step', async ({ board: { page } }) => {
    await card(page, 'Arkiv').click()
    await card(page, 'Felleslab').click({ modifiers: ['Shift'] })
    await card(page, 'Zebra').click({ modifiers: ['Control'] })
    await dragOver(page, card(page, 'Blodbank'), rowsOf(page, 'Wave 3'))
    await page.mouse.up()
    await expectLane(page, 'Wave 3', ['Arkiv', 'Blodbank', 'Felleslab', 'Zebra'])
    await undo(page)
    await expectLane(page, 'Unplanned', everything)
  })

  test('an item is dragged out of its group, and the cut dependency shows at once', async ({ board: { page } }) => {
    await card(page, 'Journal').locator('[data-part=toggle]').click()
    await dragOver(page, card(page, 'Journaltjener'), rowsOf(page, 'Wave 2'))
    await expect(lane(page, 'Wave 2').locator('[data-preview]')).toContainText('+1')
    await page.mouse.up()
    await expectLane(page, 'Wave 2', ['Journaltjener'])
    await expect(card(page, 'Journaltjener')).toHaveAccessibleName(/1 hard violation/)
    await expect(page.getByText('It was taken out: what it cannot be apart from is in another group.')).toBeVisible()
    await undo(page)
    await expectLane(page, 'Wave 2', [])
  })

  test('a drop on a card moves to the wave of that card, and joins nothing', async ({ board: { page } }) => {
    await dragOver(page, card(page, 'Arkiv'), rowsOf(page, 'Wave 2'))
    await page.mouse.up()
    await expectLane(page, 'Wave 2', ['Arkiv'])
    await dragOver(page, card(page, 'Blodbank'), card(page, 'Arkiv'))
    await expect(lane(page, 'Wave 2').locator('[data-preview]')).toContainText('20 d after')
    await expect(page.getByText('Hold Alt over a card')).toBeVisible()
    await expect(page.getByText(/Release to put into/)).toHaveCount(0)
    await page.mouse.up()
    await expectLane(page, 'Wave 2', ['Arkiv', 'Blodbank'])
  })

  test('with Alt held over a card, a drop puts into its group, and the card says so', async ({ board: { page } }) => {
    await dragOver(page, card(page, 'Blodbank'), card(page, 'Arkiv'))
    await page.keyboard.down('Alt')
    await dragOn(card(page, 'Arkiv'), { altKey: true })
    await expect(card(page, 'Arkiv')).toContainText('Release to put into Arkiv')
    await dragOn(card(page, 'Arkiv'), { altKey: false })
    await expect(page.getByText(/Release to put into/)).toHaveCount(0)
    await dragOn(card(page, 'Arkiv'), { altKey: true })
    await expect(card(page, 'Arkiv')).toContainText('Release to put into Arkiv')
    await page.mouse.up()
    await page.keyboard.up('Alt')
    await expect(card(page, 'Arkiv')).toHaveAccessibleName(/2 items/)
    await expectLane(page, 'Unplanned', ['Arkiv', 'Felleslab', 'Journal', 'Zebra'])
    await undo(page)
    await expectLane(page, 'Unplanned', everything)
  })

  test('a double click opens a card, and another one closes it', async ({ board: { page } }) => {
    await card(page, 'Journal').dblclick()
    await expect(card(page, 'Journal').first()).toHaveAttribute('aria-expanded', 'true')
    await expect(card(page, 'Journaltjener')).toBeVisible()
    await card(page, 'Journal').first().dblclick()
    await expect(card(page, 'Journal')).toHaveAttribute('aria-expanded', 'false')
  })

  test('what is dropped into a settled wave is said before and after, with a way back', async ({ board: { page } }) => {
    await dragOver(page, card(page, 'Blodbank'), rowsOf(page, 'Wave 1'))
    await expect(lane(page, 'Wave 1').locator('header')).toContainText('Done: by hand only')
    await expect(lane(page, 'Wave 2').locator('header')).not.toContainText('by hand only')
    await page.mouse.up()
    await expectLane(page, 'Wave 1', ['Blodbank', 'Gammel'])
    await expect(page.getByText('Blodbank: now in wave 1, which is done.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expectLane(page, 'Wave 1', ['Gammel'])
    await expect(page.getByText('Blodbank: now in wave 1, which is done.')).toHaveCount(0)
    await dragOver(page, card(page, 'Gammel'), rowsOf(page, 'Wave 2'))
    await page.mouse.up()
    await expect(page.getByText('Gammel is taken out of wave 1, which is done.')).toBeVisible()
  })

  test('the actions for the selection are read whole and cover no lane, also in a narrow window', async ({ board: { page } }) => {
    await page.setViewportSize({ width: 1280, height: 720 })
    await card(page, 'Blodbank').click()
    const bar = page.getByRole('toolbar', { name: 'Actions for the selection' })
    const cut = await bar.locator('*').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).length)
    const [place, foot] = [await bar.boundingBox(), await lane(page, 'Unplanned').boundingBox()]
    expect([cut, (place?.y ?? 0) >= (foot?.y ?? 0) + (foot?.height ?? 0)]).toEqual([0, true])
  })

  test('needs no dragging: the menu of a card moves it', async ({ board: { page } }) => {
    await card(page, 'Zebra').locator('[data-part=menu]').click()
    await page.getByRole('menuitem', { name: /Move to wave/ }).click()
    await page.getByRole('dialog').getByRole('option', { name: /^Wave 3/ }).click()
    await expectLane(page, 'Wave 3', ['Zebra'])
  })

  test('the filter hides what does not match, and says how much', async ({ board: { page } }) => {
    await page.getByLabel('Filter groups and items').fill('journalt')
    await expectLane(page, 'Unplanned', ['Journal'])
    await expect(lane(page, 'Unplanned')).toContainText('4 groups hidden by the filter')
  })
})

test.describe('With the keyboard', () => {
  test('a group is walked to, moved by M with figures beside each wave, and undone', async ({ board: { page } }) => {
    await lane(page, 'Unplanned').locator('[data-part=title]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(card(page, 'Blodbank')).toBeFocused()
    await page.keyboard.press('m')
    await expect(page.getByRole('dialog', { name: 'Move Blodbank' })).toBeVisible()
    await expect(page.getByRole('dialog').getByRole('option', { name: /^Wave 2/ })).toContainText('8 / 70 d')
    await page.keyboard.press('2')
    await page.keyboard.press('Enter')
    await expectLane(page, 'Wave 2', ['Blodbank'])
    await expectSaid(page, /Blodbank moved to wave 2/)
    await expect(card(lane(page, 'Wave 2'), 'Blodbank')).toBeFocused()
    await undo(page)
    await expectLane(page, 'Wave 2', [])
    await expect(card(lane(page, 'Unplanned'), 'Blodbank')).toBeFocused()
  })

  test('a lane is selected whole, cut and pasted into another; U takes one out again', async ({ board: { page } }) => {
    await card(page, 'Arkiv').click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+x')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+v')
    await expectLane(page, 'Wave 2', everything)
    await card(page, 'Zebra').click()
    await page.keyboard.press('u')
    await expectLane(page, 'Unplanned', ['Zebra'])
  })

  test('a closed card shows that one of its items is selected', async ({ board: { page } }) => {
    await card(page, 'Journal').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    const closed = card(page, 'Journal').first()
    await expect(closed).toHaveAttribute('aria-expanded', 'false')
    await expect(closed).toHaveAccessibleName(/1 of them selected/)
    await expect(closed).toHaveAttribute('aria-selected', 'false')
  })

  test('Space selects, Enter opens a card, and an item is reached and moved', async ({ board: { page } }) => {
    await card(page, 'Journal').focus()
    await card(page, 'Felleslab').click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(2)
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(card(page, 'Journal').first()).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('m')
    await expect(page.getByRole('listbox')).toBeFocused()
    await page.keyboard.press('3')
    await page.keyboard.press('Enter')
    await expect.poll(() => lane(page, 'Wave 3').getByRole('treeitem').count()).toBe(1)
  })

  test('a board that opens while nothing has the keyboard takes it, on a card', async ({ board: { page } }) => {
    await page.keyboard.press('Control+1')
    await expect(lane(page, 'Unplanned')).toHaveCount(0)
    await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
    await page.keyboard.press('Control+3')
    await expect(card(page, 'Arkiv')).toBeFocused()
  })

  test('the board is one tab stop', async ({ board: { page } }) => {
    await expect(page.locator('[data-lane] [tabindex="0"], [data-lane] button:not([tabindex])')).toHaveCount(1)
  })
})

test.describe('Waves', () => {
  test('are added, named, dated and limited, and a wrong end is told at the field', async ({ board: { page } }) => {
    await page.getByRole('button', { name: 'Add wave' }).click()
    await expect(lane(page, 'Wave 4')).toBeVisible()
    await page.keyboard.press('Enter')
    const editor = page.getByRole('dialog', { name: 'Wave 4' })
    await editor.getByLabel('Name').fill('Resten')
    await editor.getByLabel('Start', { exact: true }).fill('5 Apr 2027')
    await editor.getByLabel('End', { exact: true }).fill('1 Apr 2027')
    await editor.getByLabel('Capacity (person-days)').fill('120')
    await expect(editor.getByText('The end is before the start.')).toBeVisible()
    await editor.getByRole('button', { name: 'Save' }).click()
    await expect(editor).toBeVisible()
    await editor.getByLabel('End', { exact: true }).fill('30 Apr 2027')
    await editor.getByLabel('Capacity (person-days)').focus()
    await editor.getByRole('button', { name: 'Save' }).click()
    await expect(lane(page, 'Wave 4').locator('header')).toContainText('5 Apr 2027 – 30 Apr 2027')
    await expect(lane(page, 'Wave 4').locator('header')).toContainText('0 / 120 d')
    await undo(page)
    await expect(lane(page, 'Wave 4').locator('header')).toContainText('No dates')
  })

  test('change places by keys and by dragging the header', async ({ board: { page } }) => {
    await lane(page, 'Wave 2').locator('[data-part=title]').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(lane(page, 'Wave 3').locator('header')).toContainText('0 / 70 d')
    await expectSaid(page, /Now wave 3/)
    await dragOver(page, lane(page, 'Wave 3').locator('header'), lane(page, 'Wave 2').locator('header'))
    await page.mouse.move(1, 1)
    await page.mouse.up()
    await expect(lane(page, 'Wave 3').locator('header')).toContainText('0 / 70 d')
    await undo(page)
    await expect(lane(page, 'Wave 2').locator('header')).toContainText('0 / 70 d')
  })

  test('keep their place when they are settled: in the menu, by keys and by dragging', async ({ board: { page } }) => {
    await lane(page, 'Wave 2').locator('[data-part=menu]').first().click()
    await expect(page.getByRole('menuitem', { name: /Move left/ })).toBeDisabled()
    await expect(page.getByText('Wave 1, Pilot is done, so its number and dates stay as they are.')).toBeVisible()
    await expect(page.getByRole('menuitem', { name: /Move right/ })).toBeEnabled()
    await page.keyboard.press('Escape')
    await lane(page, 'Wave 1').locator('[data-part=title]').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await expectSaid(page, /Wave 1, Pilot is done/)
    const header = lane(page, 'Wave 2').locator('header')
    await dragOver(page, header, lane(page, 'Wave 1').locator('header'))
    await expect(lane(page, 'Wave 1').locator('header')).toContainText('Done: keeps its place')
    await page.mouse.up()
    await expect(lane(page, 'Wave 1').locator('header')).toContainText('Pilot')
    await expect(header).toContainText('0 / 70 d')
  })

  test('are removed without a question, and undo brings them back with their groups', async ({ board: { page } }) => {
    await lane(page, 'Wave 1').locator('[data-part=menu]').first().click()
    await page.getByRole('menuitem', { name: /Remove wave/ }).click()
    await expect(lane(page, 'Wave 1')).toHaveCount(0)
    await expectLane(page, 'Unplanned', [...everything.slice(0, 3), 'Gammel', 'Journal', 'Zebra'])
    await expect(page.getByText('Wave 1 is removed')).toBeVisible()
    await expect(page.getByText('Its 1 group is unplanned.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expectLane(page, 'Wave 1', ['Gammel'])
    await expect(page.getByText('Wave 1 is removed')).toHaveCount(0)
  })
})

test('A board of 2,700 groups holds a bounded number of cards, and the keyboard reaches the last one', async () => {
  test.setTimeout(180_000)
  const { page, close } = await openBoard(bigPlan({ items: 13_500, dependencies: 70_000, waves: 24, seed: 7, placed: 0 }))
  const rows = page.locator('[data-row]')
  await expect(lane(page, 'Unplanned').locator('header')).toContainText('2,700 groups')
  const mounted = [await rows.count()]
  const scroller = rowsOf(page, 'Unplanned')
  for (let place = 0; place < 12; place++) {
    await scroller.evaluate((element) => element.scrollBy(0, 12_000))
    mounted.push(await rows.count())
  }
  await rows.first().click()
  await page.keyboard.press('End')
  await expect(page.locator('[data-row]:focus')).toHaveAttribute('aria-posinset', '2700')
  mounted.push(await rows.count())
  expect(Math.max(...mounted)).toBeLessThan(60)
  await expect(page.locator('[data-lane]')).not.toHaveCount(25)
  await test.step('and undo brings into sight what it has brought back', async () => {
    const label = await page.locator('[data-row]:focus').getAttribute('data-row')
    await page.keyboard.press('m')
    await expect(page.getByRole('listbox')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(lane(page, 'Unplanned').locator('header')).toContainText('2,699 groups')
    await page.keyboard.press('Home')
    await rows.first().click()
    const last = lane(page, 'Unplanned').locator(`[data-row="${label}"]`)
    await expect(last).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo:' }).click()
    await expect(last).toBeInViewport({ ratio: 1 })
    await expect(last).not.toBeFocused()
  })
  await close()
})

test('No serious accessibility finding, in any theme', async ({ board: { page } }) => {
  await card(page, 'Journal').locator('[data-part=toggle]').click()
  for (const theme of themes) {
    await followTheme(page, theme)
    await expectAccessible(page, { within: '[data-view=waves]', ...(theme === 'Light' ? {} : { only: readable }) })
  }
})
