import { expect, test } from '@playwright/test'
import { launch, reasonToSkip } from './launch'
import { expectKept, openSample, planName, rename } from './shell-world'

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

test('undo and redo go all the way, also after a restart', async () => {
  const first = await launch()
  await openSample(first.page)
  for (const name of ['One', 'Two', 'Three']) await rename(first.page, name)
  await first.page.keyboard.press('Control+z')
  await expect(planName(first.page)).toHaveText('Two')
  await expectKept(first.page)
  await first.close()

  const { page, close } = await launch({ userData: first.userData })
  await expect(planName(page)).toHaveText('Two')
  await expect(page.getByRole('button', { name: 'Undo: Rename the plan' })).toBeVisible()
  await page.keyboard.press('Control+Shift+Z')
  await expect(planName(page)).toHaveText('Three')
  for (const name of ['Two', 'One', 'Hospital region (sample)']) {
    await page.keyboard.press('Control+z')
    await expect(planName(page)).toHaveText(name)
  }
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(planName(page)).toHaveText('One')
  await close()
})

test('inside a text field, undo is the field\'s own', async () => {
  const { page, close } = await launch()
  await openSample(page)
  await rename(page, 'Changed')
  await page.keyboard.press('Control+1')
  const filter = page.getByRole('textbox', { name: 'Filter' })
  await filter.fill('journal')
  await page.keyboard.press('Control+z')
  await expect(planName(page)).toHaveText('Changed')
  await close()
})

test('an edit in the inspector is one step that says what it was', async () => {
  const { page, close } = await launch()
  await openSample(page)
  await page.keyboard.press('Control+1')
  const row = page.getByRole('row', { name: /Blodbank/ }).first()
  await row.click()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByLabel('Effort (person-days)').fill('99')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Undo: Edit Blodbank' })).toBeVisible()
  await expect(row).toContainText('99')
  await page.getByRole('button', { name: 'Undo: Edit Blodbank' }).click()
  await expect(row).not.toContainText('99')
  await close()
})
