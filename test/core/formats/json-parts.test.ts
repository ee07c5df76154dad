import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonParts } from '@core/formats/json-parts'

const rows = (count: number): unknown[] => Array.from({ length: count }, (_, at) => ({ id: `ø${at}`, none: undefined, list: [at, null] }))

describe('JSON in parts', () => {
  it('is the text that it would be in one', () => {
    const value = fc.jsonValue().map((json) => ({ json, missing: undefined, list: [undefined, json] }))
    fc.assert(fc.property(value, (one) => {
      expect([...jsonParts(one)].join('')).toBe(JSON.stringify(one))
    }))
  })

  it.each([0, 1, 1000, 1001, 2000, 2500])('is the text that it would be in one, for %i rows', (count) => {
    const value = { rows: rows(count), after: true }
    expect([...jsonParts(value)].join('')).toBe(JSON.stringify(value))
  })

  it('has no part of more than a thousand rows of a long list', () => {
    const parts = [...jsonParts({ rows: rows(5000) })]
    expect(Math.max(...parts.map((part) => part.split('"id"').length - 1))).toBe(1000)
  })
})
