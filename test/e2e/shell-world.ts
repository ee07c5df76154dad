import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own for what a spec writes. */
export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'wavewright-spec-'))

export const aFile = (name: string, contents: string | Uint8Array): string => {
  const path = join(aFolder(), name)
  writeFileSync(path, contents)
  return path
}

/** The next dialogs that ask for a file get this answer. */
export const answerOpen = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)

export const answerSave = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)

/** One click on the start screen, and the board is there. */
export const openSample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Open the sample estate An/ }).click()
  await page.locator('[data-view="waves"]').waitFor()
}

/** Waits until everything is in the working copy. */
export const expectKept = (page: Page): Promise<void> => expect(page.getByText(/^(Kept on this laptop|Saved to)/)).toBeVisible()

export const measure = (page: Page, name: string): Locator => page.locator(`[data-measure="${name}"]`)

export const planName = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** Changes the plan in the simplest way there is. */
export const rename = async (page: Page, name: string): Promise<void> => {
  await planName(page).getByRole('button').click()
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(planName(page)).toHaveText(name)
}

const pictureKinds = [['F8', 'png', '\u0089PNG'], ['Shift+F8', 'svg', '<svg'], ['Control+F8', 'pdf', '%PDF']] as const

/** Saves what is shown in each kind of file; they stay among the screenshots under the name. */
export const expectPictures = async (app: ElectronApplication, page: Page, name: string): Promise<void> => {
  for (const [keys, ending, begin] of pictureKinds) {
    const path = join(aFolder(), `${name}.${ending}`)
    await answerSave(app, path)
    await page.keyboard.press(keys)
    await expect.poll(() => (existsSync(path) ? readFileSync(path, 'latin1').slice(0, begin.length) : '')).toBe(begin)
    copyFileSync(path, `artefacts/screens/${name}.${ending}`)
  }
}
