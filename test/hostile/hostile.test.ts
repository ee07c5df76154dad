import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { readErrorSentence } from '@core/messages/read-error-sentence'
import { translator } from '@core/messages/translator'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { readWorkbook } from '@main/excel/read-workbook'
import { hostileFiles } from './corpus'
import { mutationOf } from './mutations'

describe('A hostile or broken file ends in rows or in a sentence:', () => {
  it('there are many of them, each of another kind', () => {
    expect(hostileFiles.length).toBeGreaterThanOrEqual(100)
    expect(new Set(hostileFiles.map((file) => file.name)).size).toBe(hostileFiles.length)
  })

  it.each(hostileFiles.filter((file) => !file.slow))('$name', ({ fileName, bytes, ends }) => {
    const result = readWorkbook(bytes(), fileName)
    expect([ends].flat()).toContain(result.ok ? 'rows' : result.error.type)
    if (!result.ok) expect(readErrorSentence(translator('nb'), result.error)).toMatch(new RegExp(`«${fileName}».+\\.$`))
  }, 60_000)
})

describe('A workbook that was damaged anywhere', () => {
  // Ten thousand of them in `npm run test:long`.
  it('ends in rows or in a sentence as well, and in a plan that says what it could not read', () => {
    for (let seed = 0; seed < 120; seed++) {
      const { fileName, bytes, what } = mutationOf(seed)
      const result = readWorkbook(bytes, fileName)
      const ending = result.ok ? 'rows' : readErrorSentence(translator('en'), result.error)
      expect(ending, `${seed}: ${what}`).toMatch(/^rows$|\.$/)
      if (result.ok) interpretWorkbook(result.value, { today: '2026-11-22', newId: countingIds() })
    }
  }, 60_000)
})
