import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packImport, packWorkbook, unpackImport, unpackWorkbook } from '@core/workbook/packed-workbook'
import { documentToSheets } from '@core/workbook/document-to-sheets'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { countingIds } from '@core/ids'
import { aGeneratedPlan } from './plan-arbitrary'
import { importSheets, rawSheet } from './raw-builders'
import { rawFromModel } from './raw-from-model'

describe('A workbook that is packed into one text', () => {
  it('is the same again, whatever it holds', () => {
    fc.assert(fc.property(aGeneratedPlan, (document) => {
      const raw = rawFromModel(documentToSheets(document, { language: 'en' }))
      const imported = interpretWorkbook(raw, { today: '2026-11-22', newId: countingIds() })
      expect(unpackImport(packImport(imported))).toEqual(imported)
      const opened = { imported, readings: [], recalled: ['Ark1'], decisions: [] }
      expect(unpackWorkbook(packWorkbook(opened))).toEqual(opened)
    }), { numRuns: 60 })
  })

  it('is a fraction as long where many dependencies say the same', () => {
    const names = Array.from({ length: 60 }, (_, index) => `A system with the number ${index}`)
    const lines = names.flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to, 'Uses', 'Soft']))
    const imported = importSheets(rawSheet('Applications', [['Name'], ...names.map((name) => [name])]), rawSheet('Dependencies', [['From', 'To', 'Type', 'Strength'], ...lines]))
    expect(imported.counts.dependencies).toBe(3540)
    expect(unpackImport(packImport(imported))).toEqual(imported)
    expect(packImport(imported).length * 5).toBeLessThan(JSON.stringify(imported).length)
  })

  it('says the names of columns once', () => {
    const headings = ['Name', 'Type', 'Organisation', 'Number of processors', 'Contract with the supplier', 'Seen by the scanner']
    const lines = Array.from({ length: 300 }, (_, index) => [`System ${index}`, 'Server', index % 2 === 0 ? 'North' : null, index % 8, index % 3 === 0 ? null : 'yes', index])
    const imported = importSheets(rawSheet('Servers', [headings, ...lines]))
    expect(unpackImport(packImport(imported))).toEqual(imported)
    expect(packImport(imported).split('Number of processors').length).toBeLessThan(12)
  })
})
