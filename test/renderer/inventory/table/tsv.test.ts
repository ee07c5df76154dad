import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTsv, toHtml, toTsv } from '@renderer/inventory/table/tsv'

const cells = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((text) => ({ text })))

describe('cells from the clipboard', () => {
  it('are taken as Excel writes them: lines, tabs, quoted cells with breaks, quotes and tabs in them', () => {
    expect(parseTsv('Journal\t12\r\n"two\r\nlines"\t"a ""b"" c"\r\n"with\ttab"\t\r\n')).toEqual([
      ['Journal', '12'], ['two\nlines', 'a "b" c'], ['with\ttab', ''],
    ])
  })

  it('may be one, none, or blank, and may come with other ends of lines', () => {
    expect([parseTsv('x'), parseTsv(''), parseTsv('a\nb\n'), parseTsv('a\r\rb'), parseTsv('\t')]).toEqual([
      [['x']], [], [['a'], ['b']], [['a'], [''], ['b']], [['', '']],
    ])
  })

  it('keep quotes that are not about the cell', () => {
    expect(parseTsv('"Journal" (old)\t5"\n"open\tx')).toEqual([['"Journal" (old)', '5"'], ['"open', 'x']])
  })
})

describe('cells for the clipboard', () => {
  it('never become a formula, and numbers and days stay what they are', () => {
    const rows = [[{ text: '=1+1' }, { text: '-5', number: -5 }, { text: '@x' }, { text: '+47 55' }, { text: '01.03.2027', day: '2027-03-01' }]]
    expect(toTsv(rows)).toBe("'=1+1\t-5\t'@x\t'+47 55\t01.03.2027")
    const html = toHtml(rows)
    expect(html).toContain(`<td style="mso-number-format:'\\@'" sdnum="1033;0;@">=1+1</td><td x:num="-5" sdval="-5" sdnum="1033;">-5</td>`)
    expect(html).toContain(`<td x:num="46447" style="mso-number-format:'yyyy\\-mm\\-dd'" sdval="46447" sdnum="1033;0;YYYY-MM-DD">01.03.2027</td>`)
  })

  it('are no markup, and a break stays in its cell', () => {
    expect(toHtml(cells([['<b>&\n"x"']]))).toContain('&lt;b&gt;&amp;<br style="mso-data-placement:same-cell">&quot;x&quot;</td>')
  })

  it('come back as they were, whatever is in them', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('"', '\t', '\n', '=', "'", 'a', '-', '@') }))
      .map((value) => value.replaceAll('\r', ''))
    const table = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
    fc.assert(fc.property(table, (rows) => {
      // A line's end behind the last row begins no other: one blank cell alone is nothing.
      fc.pre(rows.at(-1)?.join('') !== '')
      expect(parseTsv(toTsv(cells(rows)))).toEqual(rows)
    }))
  })
})
