import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { launch, reasonToSkip } from './launch'
import { answerSave, aFolder, expectKept, measure, openSample, planName, rename } from './shell-world'
import { join } from 'node:path'

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

test('the first start invites, in either language and every appearance', async () => {
  const { page, close } = await launch()
  await expect(page.getByRole('heading', { name: 'What moves first?' })).toBeVisible()
  await expect(page.getByText('Plans that you save appear here.')).toBeVisible()
  for (const appearance of ['Dark', 'High contrast', 'Light']) {
    await page.getByText(appearance, { exact: true }).click()
    await expectAccessible(page)
  }
  await page.getByText('Norsk', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Hva flytter først?' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
  await expectAccessible(page)
  await close()
})

test('the chosen language and appearance are there again at the next start', async () => {
  const first = await launch()
  await first.page.getByText('Norsk', { exact: true }).click()
  await first.page.getByText('Mørkt', { exact: true }).click()
  await expect(first.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await first.close()
  const second = await launch({ userData: first.userData })
  await expect(second.page.getByRole('heading', { name: 'Hva flytter først?' })).toBeVisible()
  await expect(second.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await second.close()
})

test('the sample estate opens with one click, and is there again after a restart', async () => {
  const first = await launch()
  await openSample(first.page)
  await expect(planName(first.page)).toHaveText('Hospital region (sample)')
  await expect(measure(first.page, 'hard')).toBeVisible()
  await expectKept(first.page)
  await first.close()
  const second = await launch({ userData: first.userData })
  await expect(planName(second.page)).toHaveText('Hospital region (sample)')
  await second.close()
})

test('the sample with Norwegian headings is understood as well', async () => {
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Open the sample estate with Norwegian headings' }).click()
  await page.locator('[data-view="waves"]').waitFor()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '151')
  await close()
})

test('a saved plan is listed among the recent ones and opens from there', async () => {
  const { app, page, close } = await launch()
  await openSample(page)
  const path = join(aFolder(), 'region.waveplan')
  await answerSave(app, path)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved to region.waveplan')).toBeVisible()
  await page.keyboard.press('Control+w')
  await expect(page.getByRole('heading', { name: 'Recent plans' })).toBeVisible()
  await page.getByTitle(path).click()
  await expect(planName(page)).toHaveText('Hospital region (sample)')
  await expect(page.getByText('Saved to region.waveplan')).toBeVisible()
  await close()
})

test('a plan that was closed without a file is on the start screen, also after a restart', async () => {
  const first = await launch()
  await openSample(first.page)
  await rename(first.page, 'Nearly lost')
  await expectKept(first.page)
  await first.page.keyboard.press('Control+w')
  await expect(first.page.getByRole('heading', { name: 'Kept as snapshots' })).toBeVisible()
  await expect(first.page.getByTitle(/^Open Nearly lost from the snapshot of/)).toContainText('150 items')
  await expectAccessible(first.page)
  await first.close()
  const { page, close } = await launch({ userData: first.userData })
  await page.getByTitle(/^Open Nearly lost from the snapshot of/).click()
  await expect(planName(page)).toHaveText('Nearly lost')
  await expect(page.getByRole('button', { name: 'Undo: Rename the plan' })).toBeVisible()
  await close()
})

test('a plan whose file holds all of it is not listed twice', async () => {
  const { app, page, close } = await launch()
  await openSample(page)
  await answerSave(app, join(aFolder(), 'region.waveplan'))
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved to region.waveplan')).toBeVisible()
  const snapshots = () => page.evaluate(async () => (await window.wavewright?.listSnapshots())?.length ?? 0)
  await expect.poll(snapshots, { timeout: 60_000 }).toBeGreaterThan(0)
  await page.keyboard.press('Control+w')
  await expect(page.getByRole('heading', { name: 'Recent plans' })).toBeVisible()
  await expect(page.getByTitle(/region\.waveplan$/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Kept as snapshots' })).toBeHidden()
  await page.keyboard.press('Control+Shift+T')
  await expect(page.getByRole('dialog', { name: 'Restore from a snapshot' }).getByRole('listitem').first()).toBeVisible()
  await close()
})

test('the focus lies in the view after a plan was opened or closed', async () => {
  const { page, close } = await launch()
  await openSample(page)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('main:focus-within, main:focus')).toHaveCount(1)
  await page.keyboard.press('Control+w')
  await expect(page.getByRole('heading', { name: 'What moves first?' })).toBeVisible()
  await expect(page.locator('main:focus-within, main:focus')).toHaveCount(1)
  await close()
})
