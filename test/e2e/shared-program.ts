import { test as base, type Page } from '@playwright/test'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodePlanFile } from '../../src-core/formats/plan-file'
import { emptyHistory } from '../../src-core/plan/history'
import type { PlanDocument } from '../../src-core/plan/plan-document'
import { launch, type Launched } from './launch'
import { openSample } from './shell-world'

/**
 * For specs that ask nothing of a start: the program is started once for each worker, and every test gets a plan of
 * its own in a window that has just been loaded. A test that fails ends the worker, and the program with it.
 * What changes preferences or files needs a program of its own: `launch`.
 */
export type SharedProgram = {
  /** Opens the plan as a person does, and loads the window anew, so that nothing of an earlier test is left. */
  open(plan: PlanDocument): Promise<Launched>
  /** The sample estate, from the start screen. */
  openSample(): Promise<Launched>
}

type Size = { readonly width: number; readonly height: number }

const sizeOf = (page: Page): Promise<Size> => page.evaluate(() => ({ width: innerWidth, height: innerHeight }))

/** A window without anything that an earlier test has opened, typed or asked for. */
const freshWindow = async (page: Page, size: Size): Promise<void> => {
  await page.emulateMedia({ colorScheme: null, contrast: null, reducedMotion: null })
  const { width, height } = await sizeOf(page)
  if (width !== size.width || height !== size.height) await page.setViewportSize(size)
  await page.evaluate(() => localStorage.removeItem('wavewright.view'))
  await page.reload()
  await page.getByRole('main').waitFor()
}

const started = async (): Promise<{ readonly launched: Launched; readonly program: SharedProgram }> => {
  const launched = await launch()
  const { app, page } = launched
  const folder = mkdtempSync(join(tmpdir(), 'wavewright-plans-'))
  const size = await sizeOf(page)
  let count = 0
  const open = async (plan: PlanDocument): Promise<Launched> => {
    const name = `plan-${++count}.waveplan`
    const path = join(folder, name)
    writeFileSync(path, encodePlanFile(plan, emptyHistory))
    await freshWindow(page, size)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    }, path)
    await page.keyboard.press('Control+o')
    await page.getByText(`Saved to ${name}`).waitFor()
    await page.reload()
    await page.locator('[data-view]').waitFor()
    return launched
  }
  const openSampleEstate = async (): Promise<Launched> => {
    const invitation = page.getByRole('heading', { name: 'What moves first?' })
    const isAtStart = async (): Promise<boolean> => {
      await freshWindow(page, size)
      return invitation.isVisible()
    }
    // A window that is loaded anew before the plan has been forgotten shows it again.
    while (!(await isAtStart())) {
      await page.keyboard.press('Control+w')
      await invitation.waitFor()
    }
    await openSample(page)
    return launched
  }
  return { launched, program: { open, openSample: openSampleEstate } }
}

export const test = base.extend<object, { program: SharedProgram }>({
  program: [
    async ({}, use) => {
      const { launched, program } = await started()
      await use(program)
      await launched.close()
    },
    { scope: 'worker' },
  ],
})
