import { expect } from '@playwright/test'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, write, type WorkBook } from 'xlsx'
import { expectAccessible } from './accessible'
import { reasonToSkip } from './launch'
import { test } from './shared-program'
import { aFolder, answerOpen, answerSave } from './shell-world'

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

/** A package as some other program saves it again, with some cells filled in or changed by heading and row. */
const filledIn = (path: string, cells: readonly (readonly [heading: string, row: number, value: string | number])[]): string => {
  const book: WorkBook = read(readFileSync(path))
  const sheet = book.Sheets['Items']
  if (!sheet) throw new Error('The package has no sheet Items')
  const headings = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? []
  for (const [heading, row, value] of cells) {
    const column = headings.indexOf(heading)
    if (column < 0) throw new Error(`The package has no column ${heading}`)
    utils.sheet_add_aoa(sheet, [[value]], { origin: { r: row, c: column } })
  }
  const returned = join(aFolder(), 'answers.xlsx')
  writeFileSync(returned, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  return returned
}

/** Its sheet of items, copied into a workbook of its own: what it is known by is not in it. */
const copiedOut = (path: string): string => {
  const items = read(readFileSync(path)).Sheets['Items']
  if (!items) throw new Error('The package has no sheet Items')
  const copy = utils.book_new()
  utils.book_append_sheet(copy, items, 'Sheet1')
  const copied = join(aFolder(), 'copied.xlsx')
  writeFileSync(copied, write(copy, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  return copied
}

test('the plan goes out as files and as packages, and the answers of a supplier are taken one by one and undone as one', async ({ program }) => {
  const { app, page } = await program.openSample()
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('button', { name: 'Exchange' })).toHaveAttribute('aria-current', 'page')
  await expectAccessible(page)
  const files = aFolder()
  const goesOut = async (button: string, name: string): Promise<void> => {
    await answerSave(app, join(files, name))
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByText(join(files, name)).first()).toBeVisible()
  }
  await goesOut('Export the workbook…', 'plan.xlsx')
  await goesOut('Export for Jira…', 'jira.csv')
  await goesOut('Export for Project…', 'plan.xml')
  await goesOut('Export the tables…', 'tables')
  expect(read(readFileSync(join(files, 'plan.xlsx'))).SheetNames.slice(0, 4)).toEqual(['Cover', 'Waves', 'Gantt', 'Applications'])
  expect(readdirSync(join(files, 'tables'))).toContain('Dependencies.csv')

  await page.keyboard.press('Control+Shift+p')
  const preview = page.locator('[data-preview]')
  await page.getByRole('checkbox', { name: 'Choose Bildeteknikk Norge AS' }).check()
  await page.getByRole('checkbox', { name: 'Choose Nettlaget AS' }).check()
  await page.getByRole('button', { name: 'Bildeteknikk Norge AS', exact: true }).click()
  await expect(preview.getByRole('heading', { level: 2 })).toHaveText('What leaves for Bildeteknikk Norge AS')
  await preview.getByRole('button', { name: 'Keep Owner here' }).click()
  await expect(preview.getByRole('button', { name: 'Let Owner go' })).toBeVisible()
  await expectAccessible(page)
  const folder = join(aFolder(), 'packages')
  await answerSave(app, folder)
  await page.getByRole('button', { name: 'Make 2 packages…' }).click()
  await expect(page.getByRole('tab', { name: /^Log/ })).toHaveText(/2$/)
  const [mine] = readdirSync(folder).sort()
  expect(mine).toContain('Bildeteknikk')

  const answers = filledIn(join(folder, mine ?? ''), [
    ['Supplier effort (person-days)', 1, 33], ['Supplier answer', 1, 'Accepted'], ['Supplier comment', 2, 'After Easter'], ['Name', 2, 'Renamed by us'],
    ['Supplier price', 2, '1.000'],
  ])
  await answerOpen(app, answers)
  await page.keyboard.press('Control+3')
  // By the ordinary import: a package that came back is no inventory, whichever way it is opened.
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('heading', { name: '4 answers' })).toBeVisible()
  // Nothing is accepted unasked, and what is in doubt not with the rest.
  await expect(page.getByRole('checkbox', { name: /^Accept .* of/, checked: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Take none, and note it as returned' })).toBeVisible()
  await page.getByRole('button', { name: 'Accept the 3 without doubt' }).click()
  await expect(page.getByRole('checkbox', { name: /^Accept Price of/ })).not.toBeChecked()
  await expect(page.getByRole('region', { name: '1 change outside the yellow columns' })).toContainText('Renamed by us')
  await page.getByRole('checkbox', { name: /^Accept Comment of/ }).uncheck()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take 2 answers' }).click()
  await expect(page.getByRole('region', { name: 'Log' }).getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Undo: Take 2 answers of Bildeteknikk Norge AS' })).toBeVisible()

  await answerOpen(app, copiedOut(answers))
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('note')).toHaveText([/The file does not say which package it is/, /This package was looked through before/])
  await expect(page.getByRole('heading', { name: '2 answers' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('tab', { name: /^Log/ }).click()
  await page.keyboard.press('Control+z')
  // That the packages left is a fact: there is nothing to undo about it, and the log keeps it.
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Log' }).getByRole('row')).toHaveCount(3)
})
