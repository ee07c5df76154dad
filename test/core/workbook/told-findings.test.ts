import { describe, expect, it } from 'vitest'
import { findingsOf, importSheets, rawSheet } from './raw-builders'

describe('What would be taken in without a word', () => {
  it('is said of money in another currency than the column began with, and of money below nothing', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [['Navn', 'Kostnad'], ['A', '1 200 kr'], ['B', 300], ['C', '450 EUR'], ['D', '20 kr'], ['E', '-7']]))
    expect(findingsOf(imported)).toEqual(['warning other-currency Applikasjoner B4', 'warning negative-number Applikasjoner B6'])
    expect(imported.document.estate.items.map(({ cost }) => cost)).toEqual([1200, 300, 450, 20, -7])
    expect(imported.findings[0]?.params).toEqual({ text: '450 EUR', currency: 'kr' })
  })

  it('is said of a sheet that the workbook hides, and not of one that holds nothing', () => {
    const imported = importSheets(
      rawSheet('Applikasjoner', [['Navn', 'Eier'], ['A', 'x']], { hidden: true }), rawSheet('Servere', [['Navn']], { hidden: true, declaredRows: 0 }))
    expect(findingsOf(imported)).toContain('note hidden-sheet Applikasjoner')
    expect(findingsOf(imported)).not.toContain('note hidden-sheet Servere')
  })
})
