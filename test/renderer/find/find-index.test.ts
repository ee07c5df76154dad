import { describe, expect, it } from 'vitest'
import { translator } from '@core/messages/translator'
import { findEntries } from '@renderer/find/find-index'
import { aPlan } from '@test/builders/a-plan'
import { aHardDependency, anItem, aServer } from '@test/builders/an-item'

const t = translator('en')
const plan = aPlan({
  items: [anItem('Patient journal'), anItem('Journal archive'), aServer('srv-1'), anItem('Alone')],
  dependencies: [aHardDependency('Journal archive', 'srv-1')],
  waves: [{ name: 'Pilot' }],
})

const names = (query: string): readonly string[] => findEntries(t, plan, query).entries.map(({ type, name }) => `${type} ${name}`)

describe('the search', () => {
  it('puts what begins with the words before what only contains them, and what has them in another field last', () => {
    expect(names('journal')).toEqual(['group Journal archive', 'item Journal archive', 'item Patient journal', 'item srv-1'])
  })
  it('looks in every field without case and accents, and says where it found the words', () => {
    const owned = aPlan({ items: [anItem('A', { name: 'Røntgen', owner: 'Kåre Ås', extra: [['Rack', 'R12']] }), anItem('B')] })
    const found = (query: string) => findEntries(t, owned, query).entries.flatMap((entry) => (entry.type === 'item' ? [entry.foundIn] : []))
    expect([found('rontgen'), found('KARE'), found('r12'), found('kåre r12')]).toEqual([
      [null], [{ field: 'owner', text: 'Kåre Ås' }], [{ field: 'extra:Rack', text: 'R12' }], [{ field: 'owner', text: 'Kåre Ås' }],
    ])
  })
  it('finds waves by number and by name', () => {
    expect(names('wave 1')).toContain('wave Wave 1: Pilot')
    expect(names('pilot')).toEqual(['wave Wave 1: Pilot'])
  })
  it('finds commands, also with no plan open', () => {
    expect(findEntries(t, null, 'export').entries).toMatchObject([{ type: 'action', id: 'export-workbook' }])
  })
  it('says how many there are, and gives no more than it is asked for', () => {
    const many = aPlan({ items: Array.from({ length: 200 }, (_, index) => anItem(`Thing ${index}`)) })
    const { entries, total } = findEntries(t, many, 'thing')
    expect({ shown: entries.length, total }).toEqual({ shown: 50, total: 200 })
  })
})
