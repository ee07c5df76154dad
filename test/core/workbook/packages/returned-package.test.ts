import { describe, expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import type { Exchange } from '@core/plan/exchange'
import type { PlanDocument } from '@core/plan/plan-document'
import { countingIds } from '@core/ids'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { compareImport } from '@core/workbook/compare-import'
import { acceptAnswers, logExchanges } from '@core/workbook/packages/exchange-commands'
import { packageIdIn } from '@core/workbook/packages/package-id'
import { packageWorkbook } from '@core/workbook/packages/package-workbook'
import { defaultProfile } from '@core/workbook/packages/redaction'
import { isAcceptable, readReturn, withToggled, type ReturnedPackage } from '@core/workbook/packages/returned-package'
import { sentTables, supplierPackage } from '@core/workbook/packages/supplier-package'
import type { RawCell, RawSheet, RawWorkbook } from '@core/workbook/raw-workbook'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, aHardDependency, anItem, aServer } from '@test/builders/an-item'
import { rawFromModel } from '../raw-from-model'

const plan = aPlan({
  items: [
    anItem('mine', { name: 'Journal', supplier: 'Fjord AS', effort: 5, endOfSupport: '2029-12-31' }), aServer('srv', { supplier: 'Fjord AS' }),
    anItem('other', { name: 'Portal', supplier: 'Rival AS' }),
  ],
  dependencies: [aHardDependency('mine', 'srv'), aDependency('mine', 'other')],
  waves: [{ start: '2027-03-01', end: '2027-03-20' }],
  placed: { mine: 1 },
})

const sent = supplierPackage(plan, { supplier: 'Fjord AS', profile: defaultProfile, language: 'en' })
const exchange: Exchange = {
  id: 'package-1', supplier: 'Fjord AS', sentOn: '2027-01-10', fileName: 'f.xlsx', sha256: '0'.repeat(64), profile: 'internal', fields: [],
  withheld: [], tables: sentTables(sent),
}
const document = applyChange(plan, logExchanges([exchange])).document
const raw = rawFromModel(packageWorkbook(plan, sent, 'package-1'))

type Fill = readonly [heading: string, row: number, value: RawCell]

const filledSheet = (sheet: RawSheet, fills: readonly Fill[]): RawSheet => {
  const headings = sheet.rows[0]?.cells ?? []
  const rows = sheet.rows.map((row, index) => {
    const cells: RawCell[] = [...row.cells]
    for (const [heading, at, value] of fills) {
      const column = headings.indexOf(heading)
      if (at !== index) continue
      while (cells.length <= column) cells.push(null)
      cells[column] = value
    }
    return { ...row, cells }
  })
  return { ...sheet, rows }
}

const returnedWith = (...fills: readonly Fill[]): RawWorkbook =>
  ({ ...raw, sheets: raw.sheets.map((sheet) => (sheet.name === 'Items' ? filledSheet(sheet, fills) : sheet)) })

const read = (workbook: RawWorkbook, of: PlanDocument = document): ReturnedPackage => {
  const returned = readReturn(of, workbook)
  if ('type' in returned) throw new Error(`Not read: ${returned.type}`)
  return returned
}

describe('A package that comes back', () => {
  it('shows what could mean something else as it was written, and does not take it unasked', () => {
    const { answers } = read(returnedWith(
      ['Supplier price', 1, '1.000'], ['Supplier effort (person-days)', 1, '7'], ['Confirmed date', 1, '03/04/2027'],
    ))
    expect(answers.map(({ field, value, written, problem }) => [field, value, written, problem])).toEqual([
      ['confirmedDate', '2027-04-03', '03/04/2027', 'doubtful'], ['effort', 7, undefined, undefined], ['price', 1, '1.000', 'doubtful'],
    ])
    expect(answers.every(isAcceptable)).toBe(true)
  })

  it('leaves the choice where an item stands in several rows, and takes one of them at most', () => {
    const twice = (first: RawCell, second: RawCell): ReturnedPackage => {
      const filled = returnedWith(['Supplier price', 1, first])
      return read({ ...filled, sheets: filled.sheets.map((sheet) => {
        const copy = filledSheet(sheet, [['Supplier price', 1, second]]).rows[1]
        return sheet.name === 'Items' && copy ? { ...sheet, rows: [...sheet.rows, copy] } : sheet
      }) })
    }
    const { answers } = twice(5, 7)
    const prices = answers.filter(({ field }) => field === 'price')
    expect(prices.map(({ value, problem }) => [value, problem])).toEqual([[5, 'several'], [7, 'several']])
    const [five, seven] = prices
    if (!five || !seven) throw new Error('Both were answered')
    expect(five.key).not.toBe(seven.key)
    const first = withToggled(new Set(), answers, five)
    expect([...first]).toEqual([five.key])
    expect([...withToggled(first, answers, seven)]).toEqual([seven.key])
    expect([...withToggled(first, answers, five)]).toEqual([])
    expect(twice(5, 5).answers.filter(({ field }) => field === 'price').map(({ value, problem }) => [value, problem])).toEqual([[5, undefined]])
  })

  it('shows what stands in a column that the supplier has added', () => {
    const added: readonly (readonly RawCell[])[] = [['Our own', null], ['hello', 'there']]
    const sheets = raw.sheets.map((sheet) => {
      const width = sheet.rows[0]?.cells.length ?? 0
      const rows = sheet.rows.map((row, index) => ({ ...row, cells: [...Array.from({ length: width }, (_, at) => row.cells[at] ?? null), ...(added[index] ?? [])] }))
      return sheet.name === 'Items' ? { ...sheet, rows } : sheet
    })
    const { outside, answers } = read({ ...raw, sheets })
    expect(answers).toEqual([])
    expect(outside.map(({ sheet, row, sent: was, now }) => [sheet, row, was, now])).toEqual([['Items', 'mine', '', 'hello'], ['Items', 'mine', '', 'there']])
    expect(outside[0]?.heading).toBe('Our own')
  })

  it('is known as one also where it is opened as an inventory, which it is not', () => {
    const imported = interpretWorkbook(returnedWith(['Name', 1, 'Renamed by us']), { today: '2027-02-01', newId: countingIds() })
    expect([imported.packageId, imported.findings[0]?.type, imported.findings[0]?.severity]).toEqual(['package-1', 'supplier-package', 'warning'])
    // Over a plan that has not sent it, it is compared, and nothing is ticked.
    const { rows } = compareImport(plan, imported, { way: 'newer' })
    expect([rows.length > 0, rows.filter((row) => row.suggested)]).toEqual([true, []])
    expect(packageIdIn({ ...raw, sheets: raw.sheets.filter((sheet) => sheet.name !== 'wavewright') })).toBe('package-1')
  })

  it('says nothing when nothing was done with it', () => {
    expect(read(raw)).toEqual({ exchange, answers: [], outside: [] })
  })

  it('offers what was filled in as changes, with what they would replace', () => {
    const { answers, outside } = read(returnedWith(
      ['Supplier effort (person-days)', 1, 8], ['Confirmed date', 1, { date: '2027-03-05' }], ['Supplier answer', 2, 'Accepted'],
      ['Supplier comment', 2, '=cmd'],
    ))
    expect(outside).toEqual([])
    expect(answers).toEqual([
      { key: 'mine\nconfirmedDate', itemId: 'mine', itemName: 'Journal', field: 'confirmedDate', value: '2027-03-05' },
      { key: 'mine\neffort', itemId: 'mine', itemName: 'Journal', field: 'effort', value: 8, before: 5 },
      { key: 'srv\nanswer', itemId: 'srv', itemName: 'srv', field: 'answer', value: 'Accepted' },
      { key: 'srv\ncomment', itemId: 'srv', itemName: 'srv', field: 'comment', value: '=cmd' },
    ])
  })

  it('shows what is wrong with an answer', () => {
    const { answers } = read(returnedWith(['Confirmed date', 1, { date: '2027-06-05' }], ['Supplier price', 1, 'a lot'], ['Confirmed date', 2, 46_450], ['Supplier effort (person-days)', 2, -5]))
    expect(answers.map(({ itemId, field, value, problem }) => [itemId, field, value, problem])).toEqual([
      ['mine', 'confirmedDate', '2027-06-05', 'outside-wave'], ['mine', 'price', 'a lot', 'unreadable'],
      ['srv', 'confirmedDate', '2027-03-04', undefined], ['srv', 'effort', -5, 'negative'],
    ])
    const without = { ...document, estate: { ...document.estate, items: document.estate.items.filter((item) => item.id !== 'srv') } }
    expect(read(returnedWith(['Supplier answer', 2, 'Done']), without).answers[0]?.problem).toBe('item-gone')
  })

  it('takes for an answer what stands on the list, however it is written, and nothing else', () => {
    const answer = (text: string) => read(returnedWith(['Supplier answer', 2, text])).answers.map(({ value, problem }) => [value, problem])[0]
    expect(['Yes', 'OK', 'Accepted!', ' to DISCUSS', 'ikke mulig', 'to-discuss'].map(answer)).toEqual([
      ['Yes', 'not-listed'], ['OK', 'not-listed'], ['Accepted', undefined], ['To discuss', undefined], ['Ikke mulig', undefined], ['To discuss', undefined],
    ])
    expect(read(returnedWith(['Supplier answer', 2, 'Yes'])).answers.map(isAcceptable)).toEqual([false])
  })

  it('shows every change outside the input columns, and offers none of them', () => {
    const edited = returnedWith(['Name', 1, 'Renamed'], ['Wave', 2, 7], ['Id', 2, 'srv-2'])
    const sheets = edited.sheets.map((sheet) => (sheet.name === 'Waves' ? { ...sheet, rows: sheet.rows.slice(0, 1) } : sheet))
    expect(read({ ...edited, sheets })).toEqual({
      exchange,
      answers: [],
      outside: [
        { sheet: 'Items', row: 'mine', heading: 'Name', sent: 'Journal', now: 'Renamed' },
        { sheet: 'Items', row: 'srv', sent: 'srv', now: '' },
        { sheet: 'Items', row: 'srv-2', sent: '', now: 'srv-2' },
        { sheet: 'Waves', row: '1', sent: '1', now: '' },
      ],
    })
  })

  it('is the same when a program has lost its formats, its order and the names of its sheets', () => {
    const sheets = raw.sheets.map((sheet): RawSheet => ({
      ...sheet,
      name: `${sheet.name} (2)`,
      rows: [...sheet.rows.slice(0, 1), ...sheet.rows.slice(1).toReversed()].map((row) => ({
        ...row, cells: row.cells.map((cell) => (typeof cell === 'object' && cell ? Math.round(Date.parse(cell.date) / 86_400_000) + 25_569 : cell)),
      })),
    })).filter((sheet) => !sheet.name.startsWith('wavewright'))
    expect(read({ ...raw, sheets }).outside).toEqual([])
  })

  it('is refused with a reason when it is none, unknown, or without its items', () => {
    expect(readReturn(document, { fileName: 'x.xlsx', sheets: [] })).toEqual({ type: 'no-package' })
    expect(readReturn(plan, raw)).toEqual({ type: 'unknown-package', id: 'package-1' })
    expect(readReturn(document, { ...raw, sheets: raw.sheets.filter((sheet) => sheet.name !== 'Items') })).toEqual({ type: 'no-items', sheet: 'Items' })
  })
})

describe('Accepted answers', () => {
  const { answers } = read(returnedWith(
    ['Supplier effort (person-days)', 1, 8], ['Supplier price', 1, 900], ['Confirmed date', 1, { date: '2027-03-05' }], ['Supplier answer', 2, 'Accepted'],
  ))

  it('go into their items in one step, and the log says when', () => {
    const { document: after, inverse } = applyChange(document, acceptAnswers(document, 'package-1', answers, '2027-02-01'))
    expect(after.estate.items.slice(0, 2)).toEqual([
      { ...document.estate.items[0], effort: 8, cost: 900, extra: [['Confirmed date', '2027-03-05']] },
      { ...document.estate.items[1], extra: [['Supplier answer', 'Accepted']] },
    ])
    expect(after.exchanges).toEqual([{ ...exchange, returnedOn: '2027-02-01' }])
    expect(applyChange(after, inverse).document).toEqual(document)
  })

  it('are those that were accepted and no others', () => {
    const some = answers.filter((answer) => answer.field === 'effort')
    const { document: after } = applyChange(document, acceptAnswers(document, 'package-1', some, '2027-02-01'))
    expect(after.estate.items).toEqual([{ ...document.estate.items[0], effort: 8 }, ...document.estate.items.slice(1)])
  })

  it('are not offered again when the same file is opened twice', () => {
    const taken = applyChange(document, acceptAnswers(document, 'package-1', answers, '2027-02-01')).document
    const again = read(returnedWith(
      ['Supplier effort (person-days)', 1, 8], ['Supplier price', 1, 900], ['Confirmed date', 1, { date: '2027-03-05' }], ['Supplier answer', 2, 'Accepted'],
    ), taken)
    expect(again.answers).toEqual([])
  })
})
