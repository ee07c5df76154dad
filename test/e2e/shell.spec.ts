import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { actions } from '../../src-main/contract/actions'
import { translator } from '../../src-core/messages/translator'
import { launch, reasonToSkip } from './launch'
import { aFolder, answerSave, expectAccessible, expectKept, measure, openSample, planName, rename } from './shell-world'

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

test('no screen has a serious accessibility finding, in any appearance', async () => {
  test.setTimeout(180_000)
  const { page, close } = await launch()
  await openSample(page)
  for (const theme of ['Light', 'Dark', 'High contrast']) {
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).hover()
    await page.getByRole('menuitem', { name: theme }).click()
    for (const [key, name] of [['Control+1', 'Estate'], ['Control+2', 'Graph'], ['Control+3', 'Waves']] as const) {
      await page.keyboard.press(key)
      await expect(page.getByRole('main', { name })).toBeVisible()
      await expect(page.getByText('Loading …')).toBeHidden()
      await expectAccessible(page)
    }
  }
  await page.keyboard.press('Control+1')
  await page.getByRole('row', { name: /Blodbank/ }).first().click()
  for (const tab of ['Dependencies', 'Platforms', 'Rules']) {
    await page.getByRole('tab', { name: tab }).click()
    await expectAccessible(page)
  }
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^Find an item/ })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+R')
  await page.getByRole('dialog').getByRole('button', { name: 'Add a rule' }).click()
  await expectAccessible(page)
  await close()
})

test('every action of the table is in the menu of the window, with its key', async () => {
  const { page, close } = await launch()
  await openSample(page)
  const t = translator('en')
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  for (const menu of ['File', 'Edit', 'View', 'Plan', 'Settings', 'Help'] as const) {
    await page.getByRole('menuitem', { name: menu, exact: true }).hover()
    for (const action of actions.filter((one) => one.menu === menu.toLowerCase())) {
      const entry = page.getByRole('menuitem', { name: t(action.labelKey) }).first()
      await expect(entry).toBeVisible()
      if (action.accelerator) await expect(entry).toContainText(action.accelerator.replace('CmdOrCtrl', 'Ctrl'))
    }
  }
  await close()
})

test('the search finds an item, selects it, and shows what it is', async () => {
  const { page, close } = await launch()
  await openSample(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^Find an item/ })).toBeFocused()
  await page.keyboard.type('blodbank')
  await expect(page.getByRole('listbox', { name: 'Search and commands' }).getByRole('option').first()).toContainText('Blodbank')
  await page.getByRole('option', { name: /Blodbank Application/ }).click()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await expect(inspector.getByRole('heading', { name: 'Blodbank' })).toBeVisible()
  await expect(inspector.getByText('Blodbank needs reg-blod-01 (runs on, hard)')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^Find an item/ })).toBeFocused()
  await page.keyboard.type('Norsk')
  await expect(page.getByRole('listbox', { name: 'Search and commands' }).getByRole('option').first()).toContainText('Norsk')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Detaljer' })).toBeVisible()
  await close()
})

test('the saved state says no more than is true', async () => {
  const { app, page, close } = await launch()
  await openSample(page)
  await expect(page.getByText('Kept on this laptop, in no file yet')).toBeVisible()
  const path = join(aFolder(), 'plan.waveplan')
  await answerSave(app, path)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved to plan.waveplan')).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('Hospital region (sample)')
  await rename(page, 'Another name')
  await expect(page.getByText('Kept on this laptop, newer than plan.waveplan')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved to plan.waveplan')).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('Another name')
  await close()
})

test('the export says where it went, and it is there', async () => {
  const { app, page, close } = await launch()
  await openSample(page)
  const path = join(aFolder(), 'plan.xlsx')
  await answerSave(app, path)
  await page.keyboard.press('Control+e')
  await expect(page.getByText(`The workbook is at ${path}.`)).toBeVisible()
  expect(existsSync(path)).toBe(true)
  await close()
})

test('a plan that was closed without a file can be brought back', async () => {
  const { page, close } = await launch()
  await openSample(page)
  await rename(page, 'Nearly lost')
  await expectKept(page)
  await page.keyboard.press('Control+w')
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(planName(page)).toHaveText('Nearly lost')
  await close()
})

test('a violation offers fixes, and a fix takes it away', async () => {
  const { page, close } = await launch()
  await openSample(page)
  const hard = measure(page, 'hard')
  const before = Number((await hard.textContent())?.replace(/\D/g, ''))
  expect(before).toBeGreaterThan(0)
  await hard.click()
  const list = page.getByRole('region', { name: 'Violations' }).last()
  await list.getByRole('listitem').first().getByRole('button').first().click()
  await page.getByRole('group', { name: 'Possible fixes' }).getByRole('button').first().click()
  await expect(hard).toContainText(String(before - 1))
  await page.keyboard.press('Control+z')
  await expect(hard).toContainText(String(before))
  await close()
})

test('a rule is added, edited and removed', async () => {
  const { page, close } = await launch()
  await openSample(page)
  await page.keyboard.press('Control+Shift+R')
  const dialog = page.getByRole('dialog', { name: 'Rules and freeze windows' })
  await dialog.getByRole('button', { name: 'Add a rule' }).click()
  await dialog.getByLabel('Type').selectOption('pin')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Name at least one item')
  await dialog.getByPlaceholder('Search by name or id').fill('Blodbank')
  await page.getByRole('option', { name: /Blodbank/ }).first().click()
  await dialog.getByLabel('Wave number').fill('3')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Blodbank in wave 3')).toBeVisible()
  await dialog.getByRole('button', { name: 'Edit the rule: Blodbank in wave 3' }).click()
  await dialog.getByLabel('Wave number').fill('2')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('button', { name: 'Remove: Blodbank in wave 2' }).click()
  await expect(dialog.getByText('Blodbank in wave 2')).toBeHidden()
  await close()
})

test('each legacy platform shows when it is free and what holds it up', async () => {
  const { page, close } = await launch()
  await openSample(page)
  await page.keyboard.press('Control+1')
  await page.getByRole('tab', { name: 'Platforms' }).click()
  await expect(page.locator('[data-platform]')).toHaveCount(3)
  await expect(page.locator('[data-platform]').first()).toContainText(/hold(s)? it up|free/i)
  await close()
})
