import { expect, type Locator, type Page } from '@playwright/test'

export const pane = (page: Page): Locator => page.getByRole('application', { name: /^Picture of the estate/ })
export const lane = (page: Page): Locator => page.locator('[data-lane]')
export const nodes = (page: Page): Locator => page.locator('.react-flow__node')
export const card = (page: Page, name: string): Locator => page.locator(`[data-item][title^="${name}"]`)
export const lines = (page: Page): Locator => page.locator('[data-line]')

/** Waits until the worker has drawn what is asked for now. */
export const expectDrawn = async (page: Page): Promise<void> => {
  await expect.poll(() => pane(page).evaluate((element: HTMLElement) => element.dataset.drawn === element.dataset.version)).toBe(true)
}

/** Waits until the picture has come to rest: where it stood two frames ago, and all of it drawn. */
export const expectStill = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const viewport = document.querySelector<HTMLElement>('.react-flow__viewport')
    const canvas = document.querySelector<HTMLElement>('[data-mass-pane] > canvas')
    const now = `${viewport?.style.transform} ${canvas?.style.transform}`
    const known = (window as { still?: { place: string; since: number } }).still
    if (known?.place === now) return performance.now() - known.since > 300
    Object.assign(window, { still: { place: now, since: performance.now() } })
    return false
  }, null, { polling: 'raf' })
  await expectDrawn(page)
}

export const openGraph = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+2')
  await pane(page).waitFor()
  await expectDrawn(page)
}

/** One of the choices of the toolbar that open as a list. */
export const choose = async (page: Page, field: string, choice: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: choice, exact: true }).click()
}

/** Brings an item to the middle by the search field, as near as its fields can be read. */
export const goToItem = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.getByRole('option', { name: new RegExp(name) }).first().waitFor()
  await page.keyboard.press('Enter')
  await card(page, name).first().waitFor()
}

export type Point = { readonly x: number; readonly y: number }

export const middleOf = async (locator: Locator): Promise<Point> => {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Presses on a point and carries what is there to another, without letting go. */
export const carry = async (page: Page, from: Point, to: Point): Promise<void> => {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 10, from.y + 10, { steps: 2 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
}
