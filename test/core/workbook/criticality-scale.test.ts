import { describe, expect, it } from 'vitest'
import { criticalityAlone } from '@core/workbook/criticality-scale'
import type { RawCell } from '@core/workbook/raw-workbook'
import { findingsOf, importAs, importSheets, rawSheet } from './raw-builders'

const column = (heading: string, cells: readonly RawCell[]) =>
  importSheets(rawSheet('Applikasjoner', [['Navn', 'Eier', heading], ...cells.map((cell, index) => [`A ${index}`, 'x', cell])]))
/** The levels of a column and what is said of it. */
const read = (...cells: readonly RawCell[]) => {
  const imported = column('Kritikalitet', cells)
  return [imported.document.estate.items.map(({ criticality }) => criticality), findingsOf(imported)]
}
const told = ['note criticality-scale Applikasjoner C1']
const untold = 'warning criticality-unread Applikasjoner C1'
const unknown = (...rows: readonly number[]) => rows.map((row) => `warning unknown-value Applikasjoner C${row}`)

describe('A column of criticality', () => {
  it('is our own scale where nothing speaks against it, and nothing is said of it', () => {
    expect(read(1, '2', 3, '4.0')).toEqual([[1, 2, 3, 4], []])
    expect(read('4 - patient safety', '4 (livskritisk)', '1 - Lav', 2)).toEqual([[4, 4, 1, 2], []])
    expect(read('4 - Kritisk', '3 - Høy', '2 - Middels', '1 - Lav', 1)).toEqual([[4, 3, 2, 1, 1], []])
    expect(read('Lav (1)', 'Middels (2)', 'Høy (3)', 'Kritisk (4)')).toEqual([[1, 2, 3, 4], []])
    expect(read('Nivå 1', 'Level 4', 'Niveau 2')).toEqual([[1, 4, 2], []])
    expect(read('Høy', 'middels', 'LAV', 'Kritisk!', 'Svært høy')).toEqual([[3, 2, 1, 3, 4], []])
  })

  it('whose words show that 1 is the most critical is turned round, its bare figures as well, and it is said', () => {
    expect(read('1 - Kritisk', '2 - Høy', '3 - Middels', '4 - Lav', '1', 2, 3, '4')).toEqual([[4, 3, 2, 1, 4, 3, 2, 1], told])
    expect(read('Lav (4)', 'Kritisk (1)', 2)).toEqual([[1, 4, 3], told])
    expect(read('1 - Kritisk', 2, 3, 4)).toEqual([[4, 3, 2, 1], told])
    expect(read('1 - Høy', '2 - Middels', 3)).toEqual([[3, 2, 1], told])
    const imported = column('Kritikalitet', ['1 - Kritisk', '4 - Lav', 2])
    expect(imported.findings.find(({ type }) => type === 'criticality-scale')?.params).toEqual({ heading: 'Kritikalitet', levels: '1 - Kritisk = 4; 2 = 3; 4 - Lav = 1' })
  })

  it('believes the words where they and the figures contradict each other, and takes no bare figure then', () => {
    expect(read('1 - Høy', '2 - Lav', '3 - Svært høy', 3)).toEqual([[3, 1, 4, undefined], [...told, untold]])
  })

  it('in words has Kritisk at its top where Høy stands below it', () => {
    expect(read('Kritisk', 'Høy', 'Middels', 'Lav')).toEqual([[4, 3, 2, 1], told])
    expect(read('Kritisk', 'Høj', 'Mellem', 'Lav')).toEqual([[4, 3, 2, 1], told])
    expect(read('Kritisk', 'Middels', 'Ikke kritisk')).toEqual([[3, 2, 1], []])
    expect(read('Mycket hög', 'Kritisk', 'Hög', 'Medel', 'Låg')).toEqual([[4, 3, 3, 2, 1], []])
    expect(read('Mission critical', 'Business critical', 'Business operational', 'Administrative')).toEqual([[4, 3, 2, 1], []])
    expect(read('Samfunnskritisk', 'Virksomhetskritisk', 'Mindre viktig')).toEqual([[4, 3, 1], []])
  })

  it('of letters, priorities, tiers and metals begins with the most critical, and it is said', () => {
    for (const cells of [['A', 'B', 'C', 'D'], ['P1', 'P2', 'P3', 'P4'], ['Tier 1', 'Tier 2', 'Tier 3', 'Tier 4'], ['Prio 1', 'Prio 2', 'Prio 3', 'Prio 4']]) {
      expect(read(...cells), cells.join()).toEqual([[4, 3, 2, 1], told])
    }
    for (const cells of [['A', 'B', 'C'], ['Tier 1', 'Tier 2', 'Tier 3'], ['Gull', 'Sølv', 'Bronse']]) expect(read(...cells), cells.join()).toEqual([[3, 2, 1], told])
  })

  it('of which nobody can say where it begins is kept as it is written', () => {
    expect(read('Klasse 1', 'Klasse 2', 'Klasse 3')).toEqual([[undefined, undefined, undefined], [untold]])
    const imported = column('Kritikalitet', ['K1', 'K2'])
    expect(imported.document.estate.items.map(({ extra }) => extra)).toEqual([[['Kritikalitet (as written)', 'K1']], [['Kritikalitet (as written)', 'K2']]])
  })

  it('of classes goes as its words do', () => {
    expect(read('Klasse 1 - Kritisk', 'Klasse 2', 'Klasse 3', 'Klasse 4: lav')).toEqual([[4, 3, 2, 1], told])
  })

  it('with bare figures beyond 4 is another scale, unless they are slips', () => {
    expect(read(1, 2, 3, 4, 5)).toEqual([[undefined, undefined, undefined, undefined, undefined], [untold, ...unknown(6)]])
    const [levels, findings] = read(5, ...Array.from({ length: 120 }, () => 2))
    expect([levels?.slice(0, 3), findings]).toEqual([[undefined, 2, 2], unknown(2)])
    expect(read(0, 1, 4)).toEqual([[undefined, 1, 4], unknown(2)])
    expect(read('1 - Svært lav', '2 - Lav', '3 - Middels', '4 - Høy', '5 - Svært høy', 5, 3)).toEqual([[1, 1, 2, 3, 4, 4, 2], told])
  })

  it('takes no part of a number for a level', () => {
    expect(read('3.5', '2-3', '1/4', '3 av 4', 'Høy/Middels', '?', '-')).toEqual([Array(7).fill(undefined), unknown(2, 3, 4, 5, 6, 7, 8)])
  })

  it('takes what is asked for what it most likely is, and says so', () => {
    expect(read('Høy?', '4 ?')).toEqual([[3, 4], ['note in-question Applikasjoner C2', 'note in-question Applikasjoner C3']])
  })

  it('says so where the words beside its figures are not known', () => {
    expect(read('1 - Må alltid virke', '2 - Kan vente', 3)).toEqual([[1, 2, 3], told])
  })

  it('goes as its heading says', () => {
    const levels = (heading: string, ...cells: readonly RawCell[]) => {
      const sheet = rawSheet('Applikasjoner', [['Navn', heading], ...cells.map((cell, index) => [`A ${index}`, cell])])
      const columns = [['Navn', 'name'], [heading, 'criticality']].map(([text = '', field = ''], at) => ({ heading: text, column: at, field, confidence: 1, reason: 'planner' as const }))
      const reading = { role: 'items' as const, kind: 'application' as const, headerRow: 1, columns, preset: null, confidence: 1 }
      return importAs(reading, sheet).document.estate.items.map(({ criticality }) => criticality)
    }
    expect(levels('Kritikalitet (1 = høyest)', 1, 2, 3, 4)).toEqual([4, 3, 2, 1])
    expect(levels('Kritikalitet 1-5 (5 = mest kritisk)', 1, 3, 5)).toEqual([1, 2, 4])
    expect(levels('Prioritet', 1, 2, 3, 4)).toEqual([4, 3, 2, 1])
    expect(levels('Kritikalitet (1-4)', 1, 2, 3, 4)).toEqual([1, 2, 3, 4])
  })
})

describe('A criticality typed alone', () => {
  it('is taken where it needs no other cell to be understood', () => {
    expect(['4', '3 - Høy', 'kritisk', '4 (livskritisk)'].map(criticalityAlone)).toEqual([4, 3, 3, 4])
    expect(['1 - Kritisk', 'A', 'P1', '5', '3.5', 'Gull', 'soon'].map(criticalityAlone)).toEqual(Array(7).fill(undefined))
  })
})
