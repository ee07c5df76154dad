import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { actions } from '../../src-main/contract/actions'
import { translator } from '../../src-core/messages/translator'
import { expectAccessible, readable, themes, expectTheme } from './accessible'
import { launch, reasonToSkip } from './launch'
import { test } from './shared-program'
import { aFolder, answerSave, expectKept, measure, openSample, planName, rename } from './shell-world'

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

test('no screen has a serious accessibility finding, in any appearance', async () => {
  test.setTimeout(180_000)
  const { page, close } = await launch()
  await openSample(page)
  for (const theme of themes) {
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).hover()
    await page.getByRole('menuitem', { name: theme }).click()
    await expectTheme(page, theme)
    for (const [key, name] of [['Control+1', 'Estate'], ['Control+2', 'Graph'], ['Control+3', 'Waves']] as const) {
      await page.keyboard.press(key)
      await expect(page.getByRole('main', { name })).toBeVisible()
      await expect(page.getByText('Loading …')).toBeHidden()
      // What stands around the view is the same for all three.
      await expectAccessible(page, { ...(name !== 'Estate' && { within: 'main' }), ...(theme !== 'Light' && { only: readable }) })
    }
  }
  await page.keyboard.press('Control+1')
  await page.getByRole('row', { name: /Blodbank/ }).first().click()
  for (const tab of ['Dependencies', 'Platforms', 'Rules']) {
    await page.getByRole('tab', { name: tab }).click()
    await expectAccessible(page, { within: 'main' })
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

test('every action of the table is in the menu of the window, with its key', async ({ program }) => {
  const { page } = await program.openSample()
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

test('the saved state says no more than is true', async ({ program }) => {
  const { app, page } = await program.openSample()
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
})

test('the export says where it went, and it is there', async ({ program }) => {
  const { app, page } = await program.openSample()
  const path = join(aFolder(), 'plan.xlsx')
  await answerSave(app, path)
  await page.keyboard.press('Control+e')
  await expect(page.getByText(`The workbook is at ${path}.`)).toBeVisible()
  expect(existsSync(path)).toBe(true)
})

test('a plan that was closed without a file can be brought back', async ({ program }) => {
  const { page } = await program.openSample()
  await rename(page, 'Nearly lost')
  await expectKept(page)
  await page.keyboard.press('Control+w')
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(planName(page)).toHaveText('Nearly lost')
})

test('what is changed while a plan closes is kept with it', async ({ program }) => {
  const { page } = await program.openSample()
  await rename(page, 'Nearly lost')
  await expectKept(page)
  const last = await page.evaluate(async () => {
    const press = (key: string, shiftKey: boolean) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, shiftKey, bubbles: true }))
    const undo = () => document.querySelector('button[aria-label^="Undo: Add wave"]')?.getAttribute('aria-label') ?? null
    press('w', false)
    let seen: string | null = null
    for (let frame = 0; frame < 8; frame++) {
      press('N', true)
      await new Promise((resolve) => requestAnimationFrame(resolve))
      seen = undo() ?? seen
    }
    return seen
  })
  expect(last).toMatch(/^Undo: Add wave \d+$/)
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByRole('button', { name: 'Undo:' })).toHaveAccessibleName(last ?? '')
})

test('opening another plan keeps the one that was open, and says so', async ({ program }) => {
  const { page } = await program.openSample()
  await rename(page, 'The first one')
  await page.keyboard.press('Control+Shift+O')
  await expect(planName(page)).toHaveText('Hospital region (sample)')
  await expect(page.getByText('The first one was not in a file.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(planName(page)).toHaveText('The first one')
})

test('any snapshot can be opened over the plan that is open, which is kept first', async ({ program }) => {
  const { page } = await program.openSample()
  await rename(page, 'Then')
  await page.keyboard.press('Control+w')
  await page.getByRole('heading', { name: 'What moves first?' }).waitFor()
  await openSample(page)
  await rename(page, 'Now')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('restore from')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Restore from a snapshot' })
  await expect(dialog.getByText('Now is kept as a snapshot first.', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /^Restore Then of/ }).first().click()
  await expect(planName(page)).toHaveText('Then')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Control+Shift+T')
  await dialog.getByRole('button', { name: /^Restore Now of/ }).first().click()
  await expect(planName(page)).toHaveText('Now')
})

test('the name of the plan is whole above where it is saved', async ({ program }) => {
  const { app, page } = await program.openSample()
  await answerSave(app, join(aFolder(), 'plan.waveplan'))
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved to plan.waveplan')).toBeVisible()
  const bar = await page.getByRole('banner').boundingBox()
  const name = await planName(page).boundingBox()
  expect(name?.y).toBeGreaterThanOrEqual(bar?.y ?? 0)
  const saved = await page.getByText('Saved to plan.waveplan').boundingBox()
  expect((saved?.y ?? 0) + (saved?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0))
})

test('the fixes of a violation at the edge of the list come into sight with it', async ({ program }) => {
  const { page } = await program.openSample()
  await measure(page, 'warnings').click()
  const list = page.getByRole('region', { name: 'Violations' }).last()
  await expect(list.getByRole('listitem').first()).toBeInViewport({ ratio: 1 })
  await list.getByRole('listitem').nth(3).getByRole('button').first().click()
  const fixes = page.getByRole('group', { name: 'Possible fixes' })
  await expect(fixes.getByRole('button').first()).toBeInViewport({ ratio: 1 })
  await expect(fixes.getByRole('button').last()).toBeInViewport({ ratio: 1 })
})

test('Escape goes from a form back to the list, then closes it', async ({ program }) => {
  const { page } = await program.openSample()
  await page.keyboard.press('Control+Shift+R')
  const dialog = page.getByRole('dialog', { name: 'Rules and freeze windows' })
  for (const form of ['Add a rule', 'Add a freeze window']) {
    await dialog.getByRole('button', { name: form }).click()
    await expect(dialog.getByRole('heading', { name: form })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog.getByRole('heading', { name: form })).toBeHidden()
    await expect(dialog.getByRole('button', { name: form })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('the days of a freeze window are written in the language', async () => {
  const { page, close } = await launch()
  await openSample(page)
  await page.keyboard.press('Control+Shift+B')
  await page.keyboard.press('Control+Shift+R')
  const dialog = page.getByRole('dialog', { name: 'Regler og frysperioder' })
  await dialog.getByRole('button', { name: 'Legg til en frysperiode' }).click()
  for (const [label, day] of [['Første dag', '10. jan. 2028'], ['Siste dag', '20. jan. 2028']] as const) {
    await dialog.getByLabel(label).fill(day)
    await page.keyboard.press('Tab')
  }
  await expect(dialog.getByLabel('Første dag')).toHaveValue('10. jan. 2028')
  await dialog.getByRole('button', { name: 'Lagre' }).click()
  await expect(dialog.getByText('Ingenting flyttes fra 10. jan. 2028 til 20. jan. 2028: alt')).toBeVisible()
  await close()
})

test('a violation offers fixes, and a fix takes it away', async ({ program }) => {
  const { page } = await program.openSample()
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
})

test('a rule is added, edited and removed', async ({ program }) => {
  const { page } = await program.openSample()
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
})

test('each legacy platform shows when it is free and what holds it up', async ({ program }) => {
  const { page } = await program.openSample()
  await page.keyboard.press('Control+1')
  await page.getByRole('tab', { name: 'Platforms' }).click()
  await expect(page.locator('[data-platform]')).toHaveCount(3)
  await expect(page.locator('[data-platform]').first()).toContainText(/hold(s)? it up|free/i)
})

test('the key figures fill the window for a room, with what no plan can do without', async ({ program }) => {
  const { page } = await program.openSample()
  await page.keyboard.press('F9')
  const figures = page.getByRole('dialog', { name: /key figures$/ })
  await expect(figures.locator('[data-key-figure=waves]')).toContainText(/a complete plan: at least \d/)
  await expect(figures.locator('[data-key-figure=hard]')).toContainText('3')
  await expect(figures.getByText(/^No complete plan has fewer than \d+ waves: /)).toBeVisible()
  await expect(figures.getByRole('list', { name: 'Load of each wave' }).getByRole('listitem')).toHaveCount(8)
  await expectAccessible(page)
  await page.keyboard.press('F9')
  await expect(figures).toBeHidden()
})
