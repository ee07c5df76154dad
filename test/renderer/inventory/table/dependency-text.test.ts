import { expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import { editItem } from '@core/plan/commands'
import { lookup } from '@core/plan/lookup'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { translationFor } from '@renderer/i18n/use-translate'
import { dependencyAdapter } from '@renderer/inventory/table/dependency-adapter'
import { aDependency, anItem } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { newIds } from '@test/builders/new-ids'

const plan = aPlan({
  items: [anItem('A', { name: 'Journal' }), anItem('B', { name: 'Katalog' }), anItem('C', { name: 'Lab' })],
  dependencies: [
    aDependency('A', 'B', { type: 'authenticates', strength: 'hard', notes: 'Ask Kari' }),
    aDependency('C', 'B', { order: 'provider-first', confidence: 'low', extra: [['Port', 389]] }),
  ],
})

const found = (typed: string, document: PlanDocument = plan, language: 'en' | 'nb' = 'en'): readonly string[] => {
  const adapter = dependencyAdapter({ document, found: lookup(document), evaluation: evaluate(document), words: translationFor(language) }, null)
  return adapter.rows.filter(adapter.quickTest(typed.split(' '))).map(({ id }) => id)
}

it('finds dependencies by any field, in the words on screen', () => {
  const words = ['journal', 'authent', 'hard kari', 'provider', 'low', '389', 'katalog', 'lab hard']
  expect(words.map((typed) => found(typed))).toEqual([['A>B'], ['A>B'], ['A>B'], ['C>B'], ['C>B'], ['C>B'], ['A>B', 'C>B'], []])
  expect([found('Autentis', plan, 'nb'), found('authent', plan, 'nb')]).toEqual([['A>B'], []])
  const renamed = applyChange(plan, editItem(plan, 'B', { name: 'Directory' }, newIds())).document
  expect([found('directory', renamed), found('katalog', renamed)]).toEqual([['A>B', 'C>B'], []])
})
