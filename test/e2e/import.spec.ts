import { expect } from '@playwright/test'
import { expectAccessible } from './accessible'
import { fileURLToPath } from 'node:url'
import { launch, reasonToSkip } from './launch'
import { test } from './shared-program'
import { aFile, aFolder, answerOpen, answerSave, expectKept, measure, planName } from './shell-world'

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

const inventory = [
  'Id,Name,Kind,Organisation,Effort,Colour',
  'A-1,Journal,Application,Solvika,10,red',
  'A-1,Archive,Application,Solvika,x,blue',
  'A-3,,Application,Solvika,3,green',
  'A-4,Laboratory,Spaceship,Solvika,4,',
].join('\n')

test('a file dropped on the window is shown as it was understood, and a plan of its own puts the open one aside', async () => {
  const { app, page, close } = await launch()
  await page.getByRole('heading', { name: 'What moves first?' }).waitFor()
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'inventory.csv', { type: 'text/csv' }))
    return data
  }, inventory)
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await expect(page.locator('[data-drop-target]')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.locator('[data-drop-target]')).toBeHidden()
  const dialog = page.getByRole('dialog', { name: 'What was found in inventory.csv' })
  await expect(dialog.locator('[data-count="items"] dd')).toHaveText('4')
  await expect(dialog.getByText('Colour')).toBeVisible()
  await dialog.getByRole('tab', { name: /^Findings/ }).click()
  await expectAccessible(page)
  await dialog.getByLabel('Filter the findings').fill('no such finding anywhere')
  await expect(dialog.getByText('No finding fits the filter.')).toBeVisible()
  await dialog.getByLabel('Filter the findings').fill('')
  await dialog.getByRole('button', { name: /^As it is: .*Spaceship/ }).click()
  await dialog.getByRole('button', { name: 'inventory A3' }).first().click()
  await expect(dialog.getByRole('row').filter({ hasText: 'Archive' })).toHaveAttribute('data-found', 'true')
  // What was settled stays so for whoever goes to a row and comes back.
  await dialog.getByRole('tab', { name: /^Findings/ }).click()
  await expect(dialog.getByText('Spaceship')).toBeHidden()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(planName(page)).toHaveText('inventory')
  await expectKept(page)

  await answerOpen(app, aFile('another.csv', inventory))
  await page.keyboard.press('Control+i')
  await page.getByText('A plan of its own').click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(planName(page)).toHaveText('another')
  const names = await page.evaluate(async () => {
    const snapshots = await window.wavewright?.listSnapshots()
    return snapshots?.map((snapshot) => `${snapshot.planName}, ${snapshot.reason}`) ?? []
  })
  expect(names).toContain('inventory, import')
  await close()
})

const refused: readonly (readonly [name: string, contents: string | Uint8Array, says: RegExp])[] = [
  ['notes.xlsx', 'only words', /is not a workbook/],
  ['empty.xlsx', '', /is empty/],
  ['cut.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3]), /“cut\.xlsx”/],
]

test('what is cancelled, refused, or says what the plan says already changes nothing', async ({ program }) => {
  const { app, page } = await program.openSample()
  const dialog = page.getByRole('dialog')
  const isUnchanged = async (): Promise<void> => {
    await expect(dialog).toBeHidden()
    await expect(planName(page)).toHaveText('Hospital region (sample)')
    await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible()
  }
  const rows = Array.from({ length: 300_000 }, (_, row) => `S-${row},Server ${row},Server,Solvika,1`)
  await answerOpen(app, aFile('many.csv', ['Id,Name,Kind,Organisation,Effort', ...rows].join('\n')))
  await page.keyboard.press('Control+i')
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await isUnchanged()
  for (const [name, contents, says] of refused) {
    await answerOpen(app, aFile(name, contents))
    await page.keyboard.press('Control+i')
    await expect(page.getByRole('dialog', { name: 'This could not be imported' }).getByRole('alert')).toHaveText(says)
    if (name === 'notes.xlsx') await expectAccessible(page)
    await page.keyboard.press('Escape')
    await isUnchanged()
  }
  await answerOpen(app, fileURLToPath(new URL('../../resources/sample-region.xlsx', import.meta.url)))
  await page.keyboard.press('Control+i')
  await expect(dialog.getByText('The workbook says the same as the plan: there is nothing to take.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Take nothing' }).click()
  await expect(page.getByText('sample-region.xlsx says the same as the plan.', { exact: false })).toBeVisible()
  await isUnchanged()
})

test('while an import waits for an answer, the plan behind it can be neither changed nor closed', async ({ program }) => {
  const { app, page } = await program.openSample()
  await page.keyboard.press('Control+Shift+N')
  const undo = page.getByRole('button', { name: /^Undo: Add wave/ })
  await expect(undo).toBeVisible()
  await answerOpen(app, aFile('newer.csv', 'Id,Name,Kind\nA-9,Brand new,Application'))
  await page.keyboard.press('Control+i')
  const dialog = page.getByRole('dialog', { name: 'What was found in newer.csv' })
  await expect(dialog).toBeFocused()
  for (const key of ['Control+z', 'Control+Delete', 'Control+Shift+O', 'Control+w']) await page.keyboard.press(key)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(planName(page)).toHaveText('Hospital region (sample)')
  await expect(undo).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible()
})

test('a plan is saved, opened again by the dialog, and is the same', async ({ program }) => {
  const { app, page } = await program.openSample()
  const file = `${aFolder()}/region.waveplan`
  await answerSave(app, file)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^Saved to region/)).toBeVisible()
  const before = await measure(page, 'hard').textContent()
  await page.keyboard.press('Control+w')
  await page.getByRole('button', { name: /^Open a plan/ }).waitFor()
  await answerOpen(app, file)
  await page.keyboard.press('Control+o')
  await expect(planName(page)).toHaveText('Hospital region (sample)')
  await expect(measure(page, 'hard')).toHaveText(before ?? '')
})

test('a second import shows its changes, takes some of them as one step, and shows what they break', async ({ program }) => {
  const { app, page } = await program.openSample()
  await answerOpen(app, aFile('newer.csv', [
    'Id,Name,Kind,Owner,Colour', 'EPJ-STO,Patient journal 2,Application,Kari Nordmann,', 'A-9,Brand new,Application,Ola,red',
  ].join('\n')))
  await page.keyboard.press('Control+i')
  const dialog = page.getByRole('dialog')
  const grid = dialog.getByRole('grid')
  // Two rows of 150 are more likely to stand beside them.
  await expect(dialog.getByRole('radio', { name: 'Another source beside it' })).toBeChecked()
  await dialog.getByText('Newer edition of the plan’s inventory').click()
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(3)
  await expect(dialog.getByText(/^3 of 152 taken$/)).toBeVisible()
  await expect(dialog.locator('[data-consequences]')).toContainText('Breaks nothing.')
  await expectAccessible(page)
  await dialog.getByRole('checkbox', { name: 'Take: Gone' }).check()
  await expect(dialog.locator('[data-consequences]')).toContainText('rules go with their items')
  await dialog.getByRole('checkbox', { name: 'Take: Gone' }).uncheck()
  await dialog.getByLabel('Search by name, id, field or value').fill('Patient journal 2')
  await expect(grid.getByRole('row')).toHaveCount(2)
  await grid.focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByText(/^2 of 152 taken$/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Take 2 changes' }).click()
  await expect(page.getByText('2 changes of newer.csv are in the plan.')).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '152')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '151')
})

test('an item with another id and another name is the one of the plan that the planner says', async () => {
  const { app, page, close } = await launch()
  const rows = ['Id,Name,Kind,Owner', 'A-1,Journal,Application,Kari', 'A-2,Archive,Application,Ola']
  await answerOpen(app, aFile('inventory.csv', rows.join('\n')))
  await page.getByRole('button', { name: /^Open a workbook/ }).click()
  const dialog = page.getByRole('dialog', { name: 'What was found in inventory.csv' })
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(planName(page)).toHaveText('inventory')
  await answerOpen(app, aFile('inventory.csv', [...rows.slice(0, 2), 'N-7,Hospital core,Application,Ola'].join('\n')))
  await page.keyboard.press('Control+i')
  await dialog.getByRole('tab', { name: /^Changes/ }).click()
  const grid = dialog.getByRole('grid')
  await expect(grid.getByRole('row', { name: /Hospital core.*New item/ })).toBeVisible()
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Which item of the plan is Hospital core?' })
  await expectAccessible(page)
  // One Escape, one thing: the list, the question, and only then the import.
  await expect(page.getByRole('listbox')).toBeVisible()
  for (const gone of [page.getByRole('listbox'), question]) {
    await page.keyboard.press('Escape')
    await expect(gone).toBeHidden()
  }
  await expect(grid).toBeFocused()
  await page.keyboard.press('Enter')
  await question.getByLabel('Item of the plan').fill('Arch')
  await page.getByRole('option', { name: /^Archive/ }).click()
  await question.getByRole('button', { name: 'It is this one' }).click()
  await expect(question).toBeHidden()
  await expect(grid).toBeFocused()
  await expect(grid.getByRole('row', { name: /Archive.*You say that they are one.*Hospital core/ })).toBeVisible()
  await expect(dialog.getByText(/^1 of 1 taken$/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Take 1 change' }).click()
  // What was done is said where no button stands.
  await expect(page.getByText('1 change of inventory.csv is in the plan.')).toBeVisible()
  for (const button of await page.getByRole('main').getByRole('button').all()) await button.click({ trial: true })
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3')
  await expect(page.getByRole('gridcell', { name: 'Hospital core' }).first()).toBeVisible()
  await expect(page.getByRole('gridcell', { name: 'Archive' })).toHaveCount(0)
  await close()
})

const inBlocks = [
  'Foretak;Fagsystem;Server;Miljø', 'Ahus;DIPS;srv-1;Prod', ';;srv-2;Test', ';Lab;srv-3;Prod', 'Bergen;PACS;srv-4;Prod', ';;srv-5;Prod', 'Sum;;5;',
].join('\n')

test('what stands only on the first row of a block is shown on all of them, and the planner says where blank is blank', async () => {
  const { app, page, close } = await launch()
  await answerOpen(app, aFile('blokker.csv', inBlocks))
  await page.getByRole('button', { name: /^Open a workbook/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('[data-count="dependencies"] dd')).toHaveText('5')
  await dialog.getByRole('tab', { name: /^Sheets and columns/ }).click()
  const applications = dialog.getByLabel('What blank cells of column 2 (Fagsystem) mean: the same as above')
  await expect(applications).toBeChecked()
  await expect(dialog.getByRole('cell', { name: 'DIPS' })).toHaveCount(2)
  await expectAccessible(page)
  await applications.uncheck()
  await expect(dialog.locator('[data-count="dependencies"] dd')).toHaveText('3')
  await expect(dialog.getByRole('cell', { name: 'DIPS' })).toHaveCount(1)
  await applications.check()
  await dialog.getByRole('tab', { name: /^Findings/ }).click()
  await expect(dialog.getByText('The row sums up others.', { exact: false })).toBeVisible()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '9')
  await close()
})

const strange = [
  'Oversikt 2026;;;', 'Hva;Ansvar;Hvor mye;Merke', 'DIPS Arena;Kari;mange;r\u00f8d', 'Dips arena 21.1;Kari;4;', 'Arkiv;Ola;2;bl\u00e5',
].join('\n')

test('a sheet that nobody recognises is read as the planner says, fixed cell by cell, and known again next time', async () => {
  const { app, page, close } = await launch()
  await answerOpen(app, aFile('oversikt.csv', strange))
  await page.getByRole('button', { name: /^Open a workbook/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('The sheet holds').selectOption('items')
  await dialog.getByLabel('What column 1 (Hva) holds').selectOption('name')
  await dialog.getByLabel('What column 2 (Ansvar) holds').selectOption('owner')
  await dialog.getByLabel('What column 3 (Hvor mye) holds').selectOption('effort')
  await expect(dialog.locator('[data-count="items"] dd')).toHaveText('3')
  await expect(dialog.getByRole('cell', { name: 'mange' })).toHaveAttribute('data-severity', 'warning')
  await expectAccessible(page)
  const headings = dialog.getByLabel('Headings in row')
  for (const none of ['0', '99999999999999999999', '']) {
    await headings.fill(none)
    await expect(headings).toHaveAccessibleDescription(none === '' ? '' : /is not a filled row from 1 to 5/)
  }
  await headings.blur()
  await expect(headings).toHaveValue('2')
  await expect(dialog.locator('[data-count="items"] dd')).toHaveText('3')
  await dialog.getByRole('tab', { name: /^Findings/ }).click()
  await dialog.getByRole('button', { name: 'Fix cell C3 of oversikt' }).first().click()
  await page.getByLabel('Read C3 as').fill('1')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Read C3 as')).toBeHidden()
  await page.keyboard.press('Enter')
  await page.getByLabel('Read C3 as').fill('12')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('\u201cmange\u201d', { exact: false })).toBeHidden()
  await dialog.getByRole('tab', { name: /^Likely duplicates/ }).click()
  await dialog.getByLabel('DIPS Arena and Dips arena 21.1').selectOption('One item: DIPS Arena')
  await expect(dialog.locator('[data-count="items"] dd')).toHaveText('2')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(planName(page)).toHaveText('oversikt')
  await page.keyboard.press('Control+1')
  await page.getByRole('grid').getByText('DIPS Arena').first().click()
  await expect(page.getByLabel('Effort (person-days)', { exact: true })).toHaveAttribute('title', 'From oversikt.csv, oversikt, C3')
  await answerOpen(app, aFile('oversikt.csv', strange.replace('Arkiv;Ola', 'Arkiv;Per')))
  await page.keyboard.press('Control+i')
  await dialog.getByRole('tab', { name: /^Sheets and columns/ }).click()
  await expect(dialog.getByText('Read as you had these headings read last time')).toBeVisible()
  await dialog.getByRole('tab', { name: /^Likely duplicates/ }).click()
  await expect(dialog.getByText('1 of them was decided at an earlier import.', { exact: false })).toBeVisible()
  await dialog.getByRole('tab', { name: /^Changes/ }).click()
  await expect(dialog.getByRole('row', { name: /Arkiv.*Owner.*Ola.*Per/ })).toBeVisible()
  await close()
})
