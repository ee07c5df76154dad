import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate } from '@core/violations/evaluate'
import { changesBetween } from '@core/workbook/plan-workbook/changes-between'
import { ganttCalendar } from '@core/workbook/plan-workbook/gantt-calendar'
import { listBridges } from '@core/workbook/plan-workbook/list-bridges'
import { planWorkbook } from '@core/workbook/plan-workbook/plan-workbook'
import { tintNumber, waveTints } from '@core/workbook/plan-workbook/wave-tints'
import type { SheetModel } from '@core/workbook/workbook-model'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, anItem, aServer } from '@test/builders/an-item'
import { bigPlan } from '@test/builders/big-plan'
import { importSheets } from '../../../integration/sheets'

const plan = aPlan({
  name: 'Nordvest',
  items: [anItem('A', { effort: 3 }), anItem('B', { effort: 4 }), anItem('R', { disposition: 'retain' }), aServer('S')],
  dependencies: [aDependency('A', 'B', { pricePerDay: 10 }), aDependency('B', 'R', { pricePerDay: 2 }), aDependency('A', 'S')],
  waves: [
    { name: 'Pilot', start: '2027-01-04', end: '2027-01-29', capacity: 6, status: 'committed' }, { start: '2027-02-01', end: '2027-02-26' },
  ],
  freezeWindows: [{ name: 'Audit', start: '2027-02-08', end: '2027-02-14' }],
  rules: [{ type: 'pin', itemIds: ['A'], wave: 2 }],
  placed: { A: 1, B: 2 },
})

const sheetOf = (name: string, sheets: readonly SheetModel[]): SheetModel => {
  const found = sheets.find((sheet) => sheet.name === name)
  if (!found) throw new Error(`No sheet ${name} among ${sheets.map((sheet) => sheet.name).join(', ')}`)
  return found
}

const texts = (sheet: SheetModel): string => JSON.stringify(sheet.rows)

describe('The plan workbook', () => {
  const { sheets } = planWorkbook(plan, { since: { name: 'Monday', document: aPlan({ ...plan, items: [anItem('A')] }) } })

  it('has its sheets where a reader looks for them', () => {
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      'Cover', 'Waves', 'Gantt', 'Applications', 'Servers', 'Dependencies', 'Bridges', 'Violations', 'Rules', 'Freeze windows', 'Changes',
    ])
    expect(planWorkbook(plan, { language: 'nb' }).sheets.map((sheet) => sheet.name)).toEqual([
      'Forside', 'Bølger', 'Gantt', 'Applikasjoner', 'Servere', 'Avhengigheter', 'Broer', 'Brudd', 'Regler', 'Frysperioder',
    ])
  })

  it('leads from the cover to every sheet and back', () => {
    const cover = sheetOf('Cover', sheets)
    expect(cover.look?.links?.map((link) => link.sheet)).toEqual(sheets.slice(1).map((sheet) => sheet.name))
    const back = sheets.filter((sheet) => sheet.banner?.some((line) => line.link === 'Cover') ?? sheet.look?.links?.some((link) => link.sheet === 'Cover'))
    expect(back.map((sheet) => sheet.name)).toEqual(['Gantt', 'Bridges', 'Violations', 'Changes'])
  })

  it('tells the figures of the evaluation on its cover', () => {
    const { hard, warnings, bridges } = evaluate(plan)
    const figures = sheetOf('Cover', sheets).rows[6]?.filter((cell) => cell !== null)
    expect(figures).toEqual([4, 3, 1, 9, hard, warnings, bridges.count, bridges.price])
  })

  it('names every file that the inventory is from on its cover, each once', () => {
    const from = (...files: readonly string[]) => {
      const imports = files.map((fileName) => ({ fileName, day: '2026-11-22', items: 1, dependencies: 0 }))
      const cover = sheetOf('Cover', planWorkbook({ ...plan, estate: { ...plan.estate, imports } }).sheets)
      return [cover.rows[3]?.[0], cover.look?.heights?.[3]]
    }
    expect(from('portfolio.xlsx', 'rvtools.xlsx', 'calls.csv', 'portfolio.xlsx')).toEqual(
      ['Scenario: Plan · Inventory: portfolio.xlsx, rvtools.xlsx, calls.csv', 20])
    expect(from(...Array.from({ length: 8 }, (_, index) => `Inventory of the region number ${index}.xlsx`))[1]).toBe(60)
  })

  it('gives way to a sheet of the same name that came with the import, and keeps its links', () => {
    const with_ = { ...plan, estate: { ...plan.estate, extraSheets: [{ name: 'cover', rows: [['x']] }] } }
    const made = planWorkbook(with_).sheets
    expect([made[0]?.name, made.at(-1)?.name]).toEqual(['Cover (Wavewright)', 'cover'])
    expect(sheetOf('Bridges', made).banner?.[0]?.link).toBe('Cover (Wavewright)')
  })
})

describe('Bridges', () => {
  it('are listed from when to when and at what price, and add up to the evaluation', () => {
    expect(listBridges(plan).map(({ dependency, start, end, days, price }) => [dependency.from, dependency.to, start, end, days, price])).toEqual([
      ['A', 'B', '2027-01-04', '2027-02-26', 54, 540], ['B', 'R', '2027-02-01', '2027-02-26', 26, 52],
    ])
    const big = bigPlan({ items: 400, dependencies: 900, waves: 5, seed: 3 })
    const bridges = listBridges(big)
    const price = bridges.reduce((sum, bridge) => sum + bridge.price, 0)
    expect({ count: bridges.length, price: Math.round(price) }).toEqual({ count: evaluate(big).bridges.count, price: Math.round(evaluate(big).bridges.price) })
  })
})

describe('The Gantt sheet', () => {
  const gantt = sheetOf('Gantt', planWorkbook(plan).sheets)

  it('has a column for each week, and bars that follow the dates beside them', () => {
    expect(gantt.rows[5]?.slice(5)).toEqual(['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22'].map((date) => ({ date })))
    const bars = gantt.look?.conditions?.flatMap((one) => (one.type === 'when' && one.formula.startsWith('AND') ? [one] : [])) ?? []
    expect(bars[1]).toEqual({
      type: 'when', area: { top: 9, left: 5, bottom: 9, right: 12 }, formula: 'AND(ISNUMBER($D10),F$6<=$E10,F$7>=$D10)', overlay: { fill: waveTints[0]?.full },
    })
  })

  it('marks the periods in which a freeze window hits a bar', () => {
    const wave2 = gantt.rows.findIndex((row) => row[0] === 2)
    expect(gantt.rows[wave2]?.slice(5)).toEqual([null, null, null, null, null, 1])
    expect(texts(gantt)).toContain('Audit: everything')
  })

  it('takes months for years and quarters for decades', () => {
    const wave = (start: string, end: string) => ({ id: 'w', number: 1, status: 'planned' as const, start, end })
    const of = (end: string) => {
      const calendar = ganttCalendar([wave('2027-02-10', end)])
      return [calendar?.scale, calendar?.periods.length, calendar?.periods[0], calendar?.periods.at(-1)]
    }
    expect(of('2027-03-09')).toEqual(['weeks', 5, { start: '2027-02-08', end: '2027-02-14', group: '2027-02' }, { start: '2027-03-08', end: '2027-03-14', group: '2027-03' }])
    expect(of('2030-01-31')).toEqual(['months', 36, { start: '2027-02-01', end: '2027-02-28', group: '2027' }, { start: '2030-01-01', end: '2030-01-31', group: '2030' }])
    expect(of('2047-01-31')).toEqual(['quarters', 81, { start: '2027-01-01', end: '2027-03-31', group: '2027' }, { start: '2047-01-01', end: '2047-03-31', group: '2047' }])
    expect(ganttCalendar([{ id: 'w', number: 1, status: 'planned' }])).toBeNull()
  })

  it('draws waves in their order where none has dates', () => {
    const undated = sheetOf('Gantt', planWorkbook(aPlan({ items: [anItem('A')], waves: 3, placed: { A: 2 } })).sheets)
    expect(undated.rows[5]?.slice(5)).toEqual([1, 2, 3])
    expect(texts(undated)).toContain('The waves have no dates')
  })

  it('gives waves the colours of the window', () => {
    const css = readFileSync(new URL('../../../../src-renderer/theme/wave-colours.css', import.meta.url), 'utf8')
    const light = css.slice(0, css.indexOf('}'))
    const colourOf = (name: string): string | undefined => new RegExp(`--wave-${name}: #(\\w+)`).exec(light)?.[1]?.toUpperCase()
    expect(waveTints).toEqual(waveTints.map((_, index) => ({
      full: colourOf(`${index + 1}-border`), light: colourOf(`${index + 1}-background`), ink: colourOf(`${index + 1}-text`),
    })))
    expect([1, 12, 13, 0, -11].map(tintNumber)).toEqual([1, 12, 1, 12, 1])
  })
})

describe('Changes since a snapshot', () => {
  it('say what is new, gone and different, field by field', () => {
    const before = aPlan({
      items: [anItem('A', { name: 'Old', effort: 3, extra: [['Rack', 'R1']] }), anItem('gone')], waves: [{ start: '2027-01-04' }], placed: { A: 1 },
    })
    const after = aPlan({
      items: [anItem('A', { name: 'New', effort: 5, extra: [['Rack', 'R2']] }), anItem('new')], waves: [{ start: '2027-02-04' }],
      dependencies: [aDependency('A', 'new')],
    })
    expect(changesBetween(before, after, 'en')).toEqual([
      { table: 'item', id: 'A', name: 'New', kind: 'changed', field: 'Name', before: 'Old', after: 'New' },
      { table: 'item', id: 'A', name: 'New', kind: 'changed', field: 'Effort (person-days)', before: 3, after: 5 },
      { table: 'item', id: 'A', name: 'New', kind: 'changed', field: 'Move group', before: 'Old', after: 'New' },
      { table: 'item', id: 'A', name: 'New', kind: 'changed', field: 'Wave', before: 1, after: null },
      { table: 'item', id: 'A', name: 'New', kind: 'changed', field: 'Rack', before: 'R1', after: 'R2' },
      { table: 'item', id: 'new', name: 'new', kind: 'added' },
      { table: 'item', id: 'gone', name: 'gone', kind: 'removed' },
      { table: 'dependency', id: 'A → new (uses)', name: 'A', kind: 'added' },
      { table: 'wave', id: '1', name: '', kind: 'changed', field: 'Start', before: { date: '2027-01-04' }, after: { date: '2027-02-04' } },
    ])
    expect(changesBetween(plan, plan, 'nb')).toEqual([])
  })
})

describe('An import', () => {
  it('leaves out sheets that we made, whatever they are called, and keeps those of others', () => {
    const imported = importSheets({
      Applications: [['Id', 'Name'], ['A', 'App']],
      'Cover (2)': [['Wavewright'], ['Laget av Wavewright ut fra planen. Det som endres på dette arket, leses ikke inn igjen.'], ['Name', 'From', 'To']],
      Cover: [['Their own cover']],
    })
    expect(imported.document.estate.extraSheets).toEqual([{ name: 'Cover', rows: [['Their own cover']] }])
    expect(imported.sheets.map((sheet) => sheet.name)).toEqual(['Applications', 'Cover'])
  })
})
