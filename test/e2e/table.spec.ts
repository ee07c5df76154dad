import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { reasonToSkip } from './launch'
import { test } from './shared-program'
import { undoButton } from './storage-world'

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

const rowOf = (page: Page, name: string): Locator => page.getByRole('row', { name: new RegExp(name) }).first()

/** The cell of a row in the column of that heading, wherever the column stands. */
const cellOf = async (page: Page, row: string, column: string): Promise<Locator> => {
  const index = await page.getByRole('columnheader', { name: new RegExp(`^${column}`) }).getAttribute('aria-colindex')
  return rowOf(page, row).locator(`[aria-colindex="${index}"]`)
}

/** What Excel puts on the clipboard, pasted where the cursor is. */
const pasteFromExcel = (page: Page, text: string): Promise<void> =>
  page.evaluate((cells) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', cells)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

const copied = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer()
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })

const edit = async (page: Page): Promise<void> => {
  await (await cellOf(page, 'Ambulanselogg', 'Effort')).click()
  // Of 150 rows and more than 25 columns only what is in sight exists.
  expect(await page.getByRole('gridcell').count()).toBeLessThan(450)
  await page.keyboard.type('33')
  await page.keyboard.press('Enter')
  await expect(await cellOf(page, 'Ambulanselogg', 'Effort')).toHaveText('33')
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Change Ambulanselogg')

  await page.keyboard.type('many')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('alert')).toHaveText('“many” is not a number of 0 or more')
  await page.keyboard.press('Escape')
  await expect(await cellOf(page, 'Arkiv', 'Effort')).toHaveText('10')

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+d')
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Fill 2 cells')
  expect(await copied(page)).toBe('33\r\n33\r\n33')
  await page.keyboard.press('Control+z')
  await expect(await cellOf(page, 'Blodbank', 'Effort')).toHaveText('12')

  await pasteFromExcel(page, '41\t5,000.50\r\n42\t"7"\r\nlots\t8\r\n')
  const problems = page.getByRole('dialog', { name: '1 cell cannot be taken' })
  await expect(problems.getByRole('row', { name: 'Blodbank Effort (person-days) “lots” is not a number of 0 or more' })).toBeVisible()
  await expect(await cellOf(page, 'Ambulanselogg', 'Effort')).toHaveText('33')
  await expectAccessible(page, { within: '[role="dialog"]' })
  await problems.getByRole('button', { name: 'Take the other 5 cells' }).click()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Paste 5 cells')
  await expect(await cellOf(page, 'Ambulanselogg', 'Cost')).toHaveText('5,000.5')
  await page.keyboard.press('Control+z')
  await expect(await cellOf(page, 'Ambulanselogg', 'Effort')).toHaveText('33')

  await (await cellOf(page, 'Blodbank', 'Wave')).click()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Move Blodbank to wave 3')
  await page.getByRole('textbox', { name: 'Filter', exact: true }).fill('reg-blod')
  await expect(await cellOf(page, 'reg-blod-01', 'Wave')).toHaveText('Wave 3')
  await page.getByRole('textbox', { name: 'Filter', exact: true }).fill('')
}

const arrange = async (page: Page): Promise<void> => {
  await (await cellOf(page, 'Ambulanselogg', 'Organisation')).click()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  const menu = page.getByRole('dialog', { name: 'Sort, filter and group by Organisation' })
  await menu.getByRole('textbox', { name: 'Filter Organisation' }).fill('regional')
  await expect(page.getByText('37 of 150')).toBeVisible()
  await expectAccessible(page, { within: '[role="dialog"]' })
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: /^Kind/ }).hover()
  await page.getByRole('button', { name: 'Sort, filter and group by Kind' }).click()
  // Counted in the rows that the other column lets through.
  const counts = await page.getByRole('list', { name: 'Values of Kind' }).getByRole('listitem').evaluateAll((values) => values.slice(1).map((value) => Number(/\d+$/.exec(value.textContent)?.[0])))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(37)
  await page.getByRole('button', { name: 'Group by this' }).click()
  const group = page.getByRole('treegrid').getByRole('row', { name: /Kind Application/ })
  await expect(group).toContainText('person-days')
  await expect(group).toHaveAttribute('aria-expanded', 'true')
  await group.getByRole('gridcell').click()
  await page.keyboard.press('ArrowLeft')
  await expect(group).toHaveAttribute('aria-expanded', 'false')
  await expectAccessible(page, { within: '[data-table]' })
  await page.getByRole('button', { name: 'Take away: Grouped by Kind' }).click()
  await page.getByRole('button', { name: 'Filter everywhere' }).click()
  const bar = page.getByRole('search', { name: 'Find and filter' })
  await expect(bar.getByRole('status')).toHaveText('37 found')
  await expect(page.getByText('37 of 150')).toBeVisible()
  await page.keyboard.press('Shift+F3')
  const last = await page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading').nth(1).textContent() ?? ''
  await bar.getByRole('button', { name: 'Stop looking' }).click()
  await expect(page.getByText('150 of 150')).toBeVisible()
  await expect(rowOf(page, last)).toBeInViewport()

  // What is typed before the new row, or the cell that one scrolled away from, is in sight belongs to it all the same.
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('Brand new ')
  await page.locator('[data-table]').evaluate((grid) => grid.scrollTo({ top: 0 }))
  await page.keyboard.type('system')
  await page.keyboard.press('Enter')
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Add Brand new system')
  await expect(page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading', { name: 'Brand new system' })).toBeVisible()
  // Enter goes on to the next new row, Tab to the cell beside: nothing is written over.
  await page.keyboard.type('Another')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Server')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Another')).toContainText('Server')
  await rowOf(page, 'Another').getByRole('gridcell').first().click()
  await page.keyboard.press('Control+Delete')
  await rowOf(page, 'Brand new system').getByRole('gridcell').first().click()
  await page.keyboard.press('Control+Delete')
  await expect(page.getByText('150 of 150')).toBeVisible()
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Remove Brand new system')

  await page.keyboard.press('Control+Home')
  await rowOf(page, 'Blodbank').getByRole('gridcell').first().click()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('150 selected')).toBeVisible()
  await page.keyboard.press('Control+Delete')
  await expect(page.getByText('150 items removed, with their dependencies')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('150 of 150')).toBeVisible()

  await page.keyboard.press('Control+Home')
  await rowOf(page, 'Blodbank').getByRole('gridcell').first().click()
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('Control+2')
  await page.keyboard.press('Control+1')
  await expect(rowOf(page, 'Blodbank')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Ventilators Innlandsdalen')
  await page.getByRole('option', { name: /Ventilators Innlandsdalen Device/ }).click()
  await expect(rowOf(page, 'Ventilators Innlandsdalen')).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('tab', { name: /^Dependencies/ }).click()
  await expect(page.getByRole('grid', { name: 'Dependencies' })).toHaveAttribute('aria-rowcount', '268')
}

test('the table is edited as in Excel, and arranged', async ({ program }) => {
  const { page } = await program.openSample()
  await page.keyboard.press('Control+1')
  await test.step('a planner types, fills, pastes and copies cells as in Excel, each a step that can be undone', () => edit(page))
  await test.step('rows are found, grouped, added and removed, in step with the selection of the other views', () => arrange(page))
})
