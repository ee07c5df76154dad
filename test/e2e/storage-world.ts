import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { encodePlanFile } from '@core/formats/plan-file'
import { emptyHistory } from '@core/plan/history'
import { aPlan } from '@test/builders/a-plan'
import { anItem } from '@test/builders/an-item'
import type { Launched } from './launch'

/** A plan file with some items and no waves, in a folder of its own. */
export const planFile = (name = 'Nordvest'): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'wavewright-plan-')), `${name}.waveplan`)
  const document = aPlan({ name, items: ['Archive', 'Ledger', 'Portal'].map((id) => anItem(id)) })
  writeFileSync(path, encodePlanFile(document, emptyHistory))
  return path
}

/** The name of the plan, once the frame with it is shown. */
export const shownPlan = (page: Page) => page.locator('header').getByText('Nordvest', { exact: true }).first()

export const undoButton = (page: Page) => page.getByRole('button', { name: /^(Undo: |Nothing to undo)/ })
export const redoButton = (page: Page) => page.getByRole('button', { name: /^(Redo: |Nothing to redo)/ })

/** Adds a wave and waits until it says that this is kept. */
export const addWave = async (page: Page, number: number): Promise<void> => {
  await expect(undoButton(page)).toBeVisible()
  await page.keyboard.press('Control+Shift+N')
  await expect(undoButton(page)).toHaveAccessibleName(`Undo: Add wave ${number}`)
  await expect(page.locator('[data-saved]:not([data-saved="keeping"])')).toBeVisible()
}

export type State = { readonly openPlan: { readonly revision: number } | null; readonly lastSnapshot: { readonly revision: number } | null }

/** The small file that the main process keeps outside Chromium. */
export const stateFile = (userData: string): State => JSON.parse(readFileSync(join(userData, 'state.json'), 'utf8')) as State

/** Folders and files below the profile that go by this name. */
export const findInProfile = (userData: string, isWanted: (name: string) => boolean): readonly string[] =>
  readdirSync(userData, { recursive: true, withFileTypes: true })
    .filter((entry) => isWanted(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

const childrenOf = (pid: number): readonly number[] => {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
    return children.flatMap((child) => [child, ...childrenOf(child)])
  } catch {
    return []
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    // One that has ended, and that nobody has asked about yet, answers all the same.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Ends the program and everything that it has started, without a last word, as a power cut does. Linux only. */
export const killHard = async ({ app }: Launched): Promise<void> => {
  const { pid } = app.process()
  if (pid === undefined) throw new Error('The program has no process')
  const all = [pid, ...childrenOf(pid)]
  for (const one of all) if (isAlive(one)) process.kill(one, 'SIGKILL')
  await expect.poll(() => all.filter(isAlive)).toEqual([])
}

/** Puts what the window has stored back into the shape of version 2 of the database: rows and steps as objects. */
export const storeAsVersion2 = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error(request.error?.message))
    })
    const keyPaths = { blocks: 'id', log: 'seq', records: 'key' } as const
    const names = ['blocks', 'log', 'records'] as const
    const now = await settled(indexedDB.open('wavewright'))
    const transaction = now.transaction(names)
    const stored = await Promise.all(names.map((name) => settled(transaction.objectStore(name).getAll())))
    now.close()
    await settled(indexedDB.deleteDatabase('wavewright'))
    const opening = indexedDB.open('wavewright', 20)
    opening.onupgradeneeded = () => {
      names.forEach((name, at) => {
        const store = opening.result.createObjectStore(name, { keyPath: keyPaths[name] })
        for (const record of (stored[at] ?? []) as { rows?: string, step?: string }[]) {
          const { rows, step, ...rest } = record
          store.put({ ...rest, ...(rows !== undefined && { rows: JSON.parse(rows) as unknown }), ...(step !== undefined && { step: JSON.parse(step) as unknown }) })
        }
      })
    }
    ;(await settled(opening)).close()
  })
