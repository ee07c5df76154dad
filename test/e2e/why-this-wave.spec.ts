import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { aPlan } from '../builders/a-plan'
import { aDependency, anItem, anOrderedDependency } from '../builders/an-item'
import { expectAccessible } from './accessible'
import { reasonToSkip } from './launch'
import { test } from './shared-program'
import { card, expectLane, expectSaid, showBoard, undo } from './waves-world'

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

const bound = () => aPlan({
  name: 'Bundet',
  items: [anItem('Portal', { effort: 15 }), anItem('Buss', { effort: 20 }), anItem('Timebok', { effort: 8 })],
  dependencies: [anOrderedDependency('Portal', 'Buss'), aDependency('Timebok', 'Portal', { pricePerDay: 3 })],
  waves: 4,
  rules: [{ type: 'window', itemIds: ['Buss'], earliest: 3, reason: 'The supplier is busy' }],
  placed: { Portal: 3, Buss: 3, Timebok: 3 },
})

const section = (page: Page) => page.getByRole('region', { name: 'Why in this wave' })
const alternative = (page: Page, wave: string) => section(page).locator(`[data-wave='${wave}']`)

test('The inspector says what binds a group, and what each other wave would cost', async ({ program }) => {
  const { page } = await showBoard(program, bound())
  await card(page, 'Portal').click()
  await expect(section(page)).toContainText('Earliest Wave 3')
  await expect(section(page)).toContainText('Portal needs Buss first.')
  await expect(section(page)).toContainText('Buss may not move before wave 3. Reason: The supplier is busy')
  await expect(alternative(page, '3')).toContainText('now')
  await expect(alternative(page, '4')).toContainText('bridges +240')
  await expect(alternative(page, '2')).toContainText('+1 hard violation')
  await alternative(page, '2').getByRole('button', { name: /^Why not/ }).click()
  await expect(alternative(page, '2')).toContainText('Portal needs Buss first, but Buss is in wave 3 and Portal is in wave 2.')
  await expectAccessible(page, { within: 'aside' })
})

test('Another wave is a button that moves the group there, and one undo takes it back', async ({ program }) => {
  const { page } = await showBoard(program, bound())
  await card(page, 'Portal').click()
  await alternative(page, '4').getByRole('button', { name: /^Wave 4/ }).focus()
  await page.keyboard.press('Enter')
  await expectSaid(page, /Portal moved to Wave 4/)
  await expectLane(page, 'Wave 4', ['Portal'])
  await expect(alternative(page, '4')).toContainText('now')
  await expect(alternative(page, '3')).toContainText('bridges −240')
  await undo(page)
  await expectLane(page, 'Wave 4', [])
  await expect(alternative(page, '3')).toContainText('now')
})

test('A group in a settled wave is told as a fact', async ({ program }) => {
  const document = aPlan({ items: [anItem('Gammel')], waves: [{ status: 'done' }, {}], placed: { Gammel: 1 } })
  const { page } = await showBoard(program, document)
  await card(page, 'Gammel').click()
  await expect(section(page)).toContainText('that is a fact, not a choice')
  await expect(section(page).getByRole('listitem')).toHaveCount(0)
})
