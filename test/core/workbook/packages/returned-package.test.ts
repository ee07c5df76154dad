import { describe, expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import { countingIds } from '@core/ids'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { compareImport } from '@core/workbook/compare-import'
import { isAcceptable, isWithoutDoubt, withToggled } from '@core/workbook/packages/answers'
import { acceptAnswers, logExchanges } from '@core/workbook/packages/exchange-commands'
import { packageIdIn } from '@core/workbook/packages/package-id'
import { packageWorkbook } from '@core/workbook/packages/package-workbook'
import { defaultProfile } from '@core/workbook/packages/redaction'
import { readReturn, type ReturnedPackage } from '@core/workbook/packages/returned-package'
import { sentTables, supplierPackage } from '@core/workbook/packages/supplier-package'
import { columnName, type RawCell, type RawRow, type RawSheet } from '@core/workbook/raw-workbook'
import { rawFromModel } from '../raw-from-model'
import { document, exchange, filledSheet, plan, raw, read, returnedWith, type Fill } from './a-sent-package'

describe('A package that comes back', () => {
  it('shows what could mean something else as it was written, and does not take it unasked', () => {
    const { answers } = read(returnedWith(
      ['Supplier price', 1, '1.000'], ['Supplier effort (person-days)', 1, '7'], ['Confirmed date', 1, '03/04/2027'],
    ))
    expect(answers.map(({ field, value, written, problem }) => [field, value, written, problem])).toEqual([
      ['confirmedDate', '2027-04-03', '03/04/2027', 'doubtful'], ['effort', 7, undefined, undefined], ['price', 1, '1.000', 'doubtful'],
    ])
    expect(answers.every(isAcceptable)).toBe(true)
    expect(answers.filter(isWithoutDoubt).map(({ field }) => field)).toEqual(['effort'])
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
    const addedLetter = columnName((raw.sheets.find(({ name }) => name === 'Items')?.rows[0]?.cells.length ?? 0) + 1)
    const sheets = raw.sheets.map((sheet) => {
      const width = sheet.rows[0]?.cells.length ?? 0
      const rows = sheet.rows.map((row, index) => ({ ...row, cells: [...Array.from({ length: width }, (_, at) => row.cells[at] ?? null), ...(added[index] ?? [])] }))
      return sheet.name === 'Items' ? { ...sheet, rows } : sheet
    })
    const { outside, answers } = read({ ...raw, sheets })
    expect(answers).toEqual([])
    expect(outside).toEqual([
      { type: 'cell', sheet: 'Items', row: 'mine', line: 2, heading: 'Our own', sent: '', now: 'hello' },
      { type: 'cell', sheet: 'Items', row: 'mine', line: 2, heading: addedLetter, sent: '', now: 'there' },
    ])
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
        { type: 'cell', sheet: 'Items', row: 'mine', line: 2, heading: 'Name', sent: 'Journal', now: 'Renamed' },
        { type: 'row-gone', sheet: 'Items', row: 'srv', says: expect.arrayContaining([['Name', 'srv'], ['Kind', 'Server']]) },
        { type: 'row-added', sheet: 'Items', row: 'srv-2', line: 3, says: expect.arrayContaining([['Name', 'srv'], ['Wave', '7']]) },
        { type: 'row-gone', sheet: 'Waves', row: '1', says: expect.arrayContaining([['Start', '2027-03-01']]) },
      ],
    })
  })

  it('says of a value that a formula gave it, and never takes a formula without a result for a blank answer', () => {
    const headings = raw.sheets.find(({ name }) => name === 'Items')?.rows[0]?.cells ?? []
    const formula = (heading: string, row: number, hasValue: boolean) => ({ row, column: headings.indexOf(heading), hasValue })
    const filled = returnedWith(['Supplier price', 1, 900], ['Supplier effort (person-days)', 1, 8], ['Name', 2, null])
    const formulas = [formula('Supplier price', 2, true), formula('Confirmed date', 2, false), formula('Name', 3, false)]
    const { answers, outside } = read({ ...filled, sheets: filled.sheets.map((sheet) => (sheet.name === 'Items' ? { ...sheet, formulas } : sheet)) })
    expect(answers.map((answer) => [answer.field, answer.value, answer.isResult, answer.problem])).toEqual([
      ['confirmedDate', '', undefined, 'no-result'], ['effort', 8, undefined, undefined], ['price', 900, true, undefined],
    ])
    expect(answers.map(isAcceptable)).toEqual([false, true, true])
    expect(answers.filter(isWithoutDoubt).map(({ field }) => field)).toEqual(['effort'])
    expect(outside).toEqual([{ type: 'cell', sheet: 'Items', row: 'srv', line: 3, heading: 'Name', sent: 'srv', now: '', lacksResult: true }])
  })

  it('keeps the whole of a comment that is longer than its cell takes, and leaves it to a person', () => {
    const commented = (length: number) => read(returnedWith(['Supplier comment', 1, 'a'.repeat(length)])).answers
    expect(commented(2_000).map(isWithoutDoubt)).toEqual([true])
    const [long] = commented(2_001)
    if (!long) throw new Error('The comment was not read')
    expect([String(long.value).length, long.problem, isAcceptable(long), isWithoutDoubt(long)]).toEqual([2_001, 'too-long', true, false])
  })

  it('shows all that a row says which the supplier has added, also one without an id', () => {
    const items = raw.sheets.find(({ name }) => name === 'Items')
    const added = (number: number, ...fills: readonly (readonly [heading: string, value: RawCell])[]): RawRow => {
      const headings = items?.rows[0]?.cells ?? []
      return { number, cells: headings.map((heading) => fills.find(([one]) => one === heading)?.[1] ?? null) }
    }
    const rows = [
      added(9, ['Id', 'new'], ['Name', 'Archive'], ['Kind', 'Server'], ['Supplier price', 400]),
      added(11, ['Supplier comment', 'Prices are for 2027']), added(12, ['Supplier price', 1_300]),
    ]
    const { outside, answers } = read({ ...raw, sheets: raw.sheets.map((sheet) => (sheet === items ? { ...sheet, rows: [...sheet.rows, ...rows] } : sheet)) })
    expect(answers).toEqual([])
    expect(outside).toEqual([
      { type: 'row-added', sheet: 'Items', row: 'new', line: 9, says: [['Name', 'Archive'], ['Kind', 'Server'], ['Supplier price', '400']] },
      { type: 'row-added', sheet: 'Items', row: '', line: 11, says: [['Supplier comment', 'Prices are for 2027']] },
      { type: 'row-added', sheet: 'Items', row: '', line: 12, says: [['Supplier price', '1300']] },
    ])
  })

  it('is unchanged where yes and no came back as words, and shows a day as one where a program has lost its format', () => {
    const items = plan.estate.items.map((item) => ({ ...item, sharedService: item.id === 'srv' }))
    const shared = { ...plan, estate: { ...plan.estate, items } }
    const again = supplierPackage(shared, { supplier: 'Fjord AS', profile: defaultProfile, language: 'nb' })
    const log = applyChange(shared, logExchanges([{ ...exchange, tables: sentTables(again) }])).document
    const workbook = rawFromModel(packageWorkbook(shared, again, exchange.id))
    expect(read(workbook, log).outside).toEqual([])
    const fills: readonly Fill[] = [['Fellestjeneste', 2, 'Nei'], ['Slutt på støtte', 1, 47_484]]
    const back = { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === 'Elementer' ? filledSheet(sheet, fills) : sheet)) }
    expect(read(back, log).outside.map((edit) => (edit.type === 'cell' ? [edit.heading, edit.sent, edit.now] : edit))).toEqual([
      ['Slutt på støtte', '2029-12-31', '2030-01-01'], ['Fellestjeneste', 'Ja', 'Nei'],
    ])
  })

  it('takes no mark for nothing and no number for a day, and sees an edit of a mark or of the case', () => {
    expect(read(returnedWith(['Supplier comment', 1, '?'])).answers.map(({ value }) => value)).toEqual(['?'])
    const numbered = returnedWith(['Id', 2, 45_000])
    expect(read(numbered).outside.map(({ row }) => row)).toEqual(['srv', '45000'])
    const renamed = (name: string) => read(returnedWith(['Name', 1, name])).outside.length
    expect([renamed('Jour-nal'), renamed('JOURNAL'), renamed(' Journal ')]).toEqual([1, 1, 0])
  })

  it('is answered in our columns alone, also where the inventory has some that are headed alike', () => {
    const items = plan.estate.items.map((item) => (item.id === 'mine'
      ? { ...item, extra: [['Comment', 'Ours'], ['Supplier comment', 'Said in spring']] as const }
      : item))
    const known = { ...plan, estate: { ...plan.estate, items } }
    const again = supplierPackage(known, { supplier: 'Fjord AS', profile: { level: 'confidential', withheld: [] }, language: 'en' })
    expect(again.tables[0]?.withheld).toContain('Supplier comment')
    expect(again.tables[0]?.sheet.columns.filter(({ heading }) => heading === 'Supplier comment').length).toBe(1)
    const second = { ...exchange, id: 'package-2', tables: sentTables(again) }
    const workbook = rawFromModel(packageWorkbook(known, again, 'package-2'))
    const fills: readonly Fill[] = [['Comment', 1, 'Theirs'], ['Supplier comment', 1, 'Said in autumn']]
    const back = { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === 'Items' ? filledSheet(sheet, fills) : sheet)) }
    const { answers, outside } = read(back, applyChange(known, logExchanges([second])).document)
    expect(answers.map(({ field, value, before }) => [field, value, before])).toEqual([['comment', 'Said in autumn', 'Said in spring']])
    expect(outside.map((edit) => (edit.type === 'cell' ? [edit.heading, edit.sent, edit.now] : edit))).toEqual([['Comment', 'Ours', 'Theirs']])
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

  it('are not offered again when the same file is opened twice, and it is known when that was', () => {
    const taken = applyChange(document, acceptAnswers(document, 'package-1', answers, '2027-02-01')).document
    const again = read(returnedWith(
      ['Supplier effort (person-days)', 1, 8], ['Supplier price', 1, 900], ['Confirmed date', 1, { date: '2027-03-05' }], ['Supplier answer', 2, 'Accepted'],
    ), taken)
    expect([again.answers, again.exchange.returnedOn]).toEqual([[], '2027-02-01'])
  })
})
