import { expect, it } from 'vitest'
import { lookup } from '@core/plan/lookup'
import { pathWords } from '@renderer/canvas/focus/focus-words'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, anItem } from '@test/builders/an-item'

it('points along each step of a way to what is needed, whichever way one goes', () => {
  const items = [anItem('A', { name: 'Lab' }), anItem('B', { name: 'Directory' }), anItem('C', { name: 'Journal' })]
  const plan = aPlan({ items, dependencies: [aDependency('A', 'B'), aDependency('C', 'B')] })
  expect(pathWords(lookup(plan), items)).toBe('Lab → Directory ← Journal')
})
