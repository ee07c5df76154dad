import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, reasonToSkip } from './launch'
import { addWave, findInProfile, killHard, planFile, redoButton, shownPlan, stateFile, storeAsVersion2, undoButton } from './storage-world'

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

const restoreTitle = { name: /Your plan is missing from the working copy/ }

test.describe('A plan', () => {
  test('is there again after a restart, with everything that can be undone and done again', async () => {
    const first = await launch({ args: [planFile()] })
    await expect(shownPlan(first.page)).toBeVisible()
    for (const number of [1, 2, 3]) await addWave(first.page, number)
    await first.page.keyboard.press('Control+Z')
    await expect(redoButton(first.page)).toHaveAccessibleName('Redo: Add wave 3')
    await first.close()

    const { page, close } = await launch({ userData: first.userData })
    await expect(shownPlan(page)).toBeVisible()
    await expect(redoButton(page)).toHaveAccessibleName('Redo: Add wave 3')
    for (const number of [2, 1]) {
      await expect(undoButton(page)).toHaveAccessibleName(`Undo: Add wave ${number}`)
      await page.keyboard.press('Control+Z')
    }
    await expect(undoButton(page)).toHaveAccessibleName('Nothing to undo')
    for (const number of [1, 2, 3]) {
      await page.keyboard.press('Control+Shift+Z')
      await expect(undoButton(page)).toHaveAccessibleName(`Undo: Add wave ${number}`)
    }
    await close()
  })

  test('that was closed is not there after a restart, and is not missed', async () => {
    const first = await launch({ args: [planFile()] })
    await addWave(first.page, 1)
    await first.page.keyboard.press('Control+W')
    await expect(first.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.poll(() => stateFile(first.userData).openPlan).toBeNull()
    await first.close()
    const { page, close } = await launch({ userData: first.userData })
    await expect(page.getByRole('button', { name: /Open a workbook/ })).toBeVisible()
    await close()
  })

  test('survives that the program is killed while it writes', async () => {
    test.skip(process.platform !== 'linux', 'the processes are found through /proc')
    let launched = await launch({ args: [planFile()] })
    let atLeast = 0
    for (let round = 1; round <= 3; round++) {
      await expect(shownPlan(launched.page)).toBeVisible()
      await addWave(launched.page, atLeast + 1)
      const keptWaves = atLeast + 1
      for (let more = 0; more < 8; more++) void launched.page.keyboard.press('Control+Shift+N').catch(() => undefined)
      await killHard(launched)
      launched = await launch({ userData: launched.userData })
      await expect(shownPlan(launched.page)).toBeVisible()
      const said = await undoButton(launched.page).getAttribute('aria-label')
      atLeast = Number(/Add wave (\d+)/.exec(said ?? '')?.[1] ?? 0)
      expect(atLeast).toBeGreaterThanOrEqual(keptWaves)
    }
    await launched.close()
  })
})

test.describe('A working copy', () => {
  test('that was emptied is noticed, and the plan comes back from a snapshot', async () => {
    const first = await launch({ args: [planFile()] })
    for (const number of [1, 2]) await addWave(first.page, number)
    await first.close()
    expect(stateFile(first.userData)).toMatchObject({ openPlan: { planName: 'Nordvest' } })
    for (const folder of findInProfile(first.userData, (name) => name === 'IndexedDB')) rmSync(folder, { recursive: true })

    const second = await launch({ userData: first.userData })
    await expect(second.page.getByRole('heading', restoreTitle)).toBeVisible()
    await second.page.getByRole('button', { name: /^Restore Nordvest/ }).first().click()
    await expect(shownPlan(second.page)).toBeVisible()
    await expect(undoButton(second.page)).toHaveAccessibleName('Undo: Add wave 2')
    await expect(second.page.locator('[data-saved]:not([data-saved="keeping"])')).toBeVisible()
    await second.close()

    const third = await launch({ userData: first.userData })
    await expect(undoButton(third.page)).toHaveAccessibleName('Undo: Add wave 2')
    await third.close()
  })

  test('whose files are damaged is noticed too, and a damaged snapshot is not offered', async () => {
    const first = await launch({ args: [planFile()] })
    await addWave(first.page, 1)
    await first.close()
    const again = await launch({ userData: first.userData })
    await addWave(again.page, 2)
    await again.close()
    const manifests = findInProfile(first.userData, (name) => name.startsWith('MANIFEST-')).filter((path) => path.includes('IndexedDB'))
    expect(manifests).not.toEqual([])
    for (const manifest of manifests) writeFileSync(manifest, 'no manifest')
    const snapshots = join(first.userData, 'snapshots')
    const newest = join(snapshots, readdirSync(snapshots).toSorted().at(-1) ?? '')
    const bytes = readFileSync(newest)
    writeFileSync(newest, bytes.fill(0, bytes.length - 50))

    const { page, close } = await launch({ userData: first.userData })
    await expect(page.getByRole('heading', restoreTitle)).toBeVisible()
    await page.getByRole('button', { name: /^Restore Nordvest/ }).first().click()
    await expect(undoButton(page)).toHaveAccessibleName('Undo: Add wave 1')
    await close()
  })

  test('of an earlier version is put aside as a snapshot before it is written in a new shape', async () => {
    const first = await launch({ args: [planFile()] })
    await addWave(first.page, 1)
    await storeAsVersion2(first.page)
    await first.close()
    const { page, close } = await launch({ userData: first.userData })
    await expect(undoButton(page)).toHaveAccessibleName('Undo: Add wave 1')
    const reasons = () => page.evaluate(async () => (await window.wavewright?.listSnapshots())?.map(({ reason }) => reason) ?? [])
    await expect.poll(reasons).toContain('migration')
    await addWave(page, 2)
    await close()
    const again = await launch({ userData: first.userData })
    await expect(undoButton(again.page)).toHaveAccessibleName('Undo: Add wave 2')
    await again.close()
  })

  test('of a later version is left alone', async () => {
    const first = await launch({ args: [planFile()] })
    await addWave(first.page, 1)
    await first.close()
    const path = join(first.userData, 'state.json')
    const ours = readFileSync(path, 'utf8')
    const theirs = ours.replace(/"program": "[^"]*"/, '"program": "99.0.0"')
    writeFileSync(path, theirs)
    const later = await launch({ userData: first.userData })
    await expect(later.page.getByRole('heading', { name: /A newer version of Wavewright has worked here/ })).toBeVisible()
    await later.close()
    expect(readFileSync(path, 'utf8')).toBe(theirs)

    writeFileSync(path, ours)
    const { page, close } = await launch({ userData: first.userData })
    await expect(undoButton(page)).toHaveAccessibleName('Undo: Add wave 1')
    await close()
  })
})

test.describe('Saving', () => {
  test('is said only when the file holds the plan, and where it cannot be written the plan stays open', async () => {
    const nobody = unwritableFolder()
    test.skip(nobody === null, 'there is no folder here that may not be written')
    const { app, page, close } = await launch({ args: [planFile()] })
    await addWave(page, 1)
    await app.evaluate(({ dialog }, folder) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: `${folder}/mine.waveplan` })
    }, nobody ?? '')
    await page.keyboard.press('Control+Shift+S')
    await expect(page.getByText('Not saved')).toBeVisible()
    await expect(undoButton(page)).toHaveAccessibleName('Undo: Add wave 1')
    await expect(page.locator('[data-saved="in-file"]')).toHaveCount(0)

    const folder = mkdtempSync(join(tmpdir(), 'wavewright-save-'))
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, join(folder, 'mine'))
    await page.keyboard.press('Control+Shift+S')
    await expect(page.locator('[data-saved="in-file"]')).toBeVisible()
    expect(readdirSync(folder)).toEqual(['mine.waveplan'])
    expect(readFileSync(join(folder, 'mine.waveplan'), 'utf8')).toContain('"Nordvest"')
    await addWave(page, 2)
    await expect(page.locator('[data-saved="newer-than-file"]')).toBeVisible()
    await close()
  })
})

/** The superuser may write into every folder, except where the kernel itself says no. */
const unwritableFolder = (): string | null => {
  if (process.platform === 'win32') return null
  if (process.getuid?.() === 0) return process.platform === 'linux' ? '/sys' : null
  const folder = mkdtempSync(join(tmpdir(), 'wavewright-locked-'))
  chmodSync(folder, 0o500)
  return folder
}
