import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type Scope = {
  /** What to look at; absent: the whole page. */
  readonly within?: string
  /** Names of axe's rules; absent: all of them. */
  readonly only?: readonly string[]
}

/** The one rule whose answer can differ from theme to theme: enough for the second and third, and quicker by far. */
export const readable = ['color-contrast'] as const

export const themes = ['Light', 'Dark', 'High contrast'] as const
type Theme = (typeof themes)[number]

/** Waits until colours and places have arrived: half way between two themes nothing has its contrast. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = () => document.getAnimations().filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    while (ending().some(({ playState }) => playState === 'running')) {
      await Promise.allSettled(ending().map(({ finished }) => finished))
    }
  })

/** Half a megabyte, which a page that was looked at before has already. */
const sourceFor = async (page: Page): Promise<{ readonly axeSource?: string }> =>
  (await page.evaluate(() => 'axe' in window)) ? { axeSource: ';' } : {}

/** No serious or critical finding of axe on what is shown now. */
export const expectAccessible = async (page: Page, { within, only }: Scope = {}): Promise<void> => {
  await settled(page)
  // A page of Electron cannot open the tab that axe would otherwise use to put frames together: there are none.
  // And for all that is well it would work out where it is, which takes longer than looking for what is not.
  const builder = new AxeBuilder({ page, ...(await sourceFor(page)) }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (within) builder.include(within)
  if (only) builder.withRules([...only])
  const { violations } = await builder.analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) =>
    `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join(' | ')}`)).toEqual([])
}

/** The window in that theme, as soon as it has it. */
export const expectTheme = async (page: Page, theme: Theme): Promise<void> => {
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-contrast', theme === 'High contrast' ? 'more' : 'normal')
  if (theme !== 'High contrast') await expect(html).toHaveAttribute('data-mantine-color-scheme', theme.toLowerCase())
}

/**
 * The window in that theme because the system asks for it: what a person chooses is kept, and would be chosen still in
 * every later test that shares the program.
 */
export const followTheme = async (page: Page, theme: Theme): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme === 'Dark' ? 'dark' : 'light', contrast: theme === 'High contrast' ? 'more' : null })
  await expectTheme(page, theme)
}
