import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCodec } from './page/codec'

const { pack, unpack } = createCodec()

const cloneable = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: false,
})

describe('The codec of the stand-in', () => {
  it('brings back what a structured clone would', () => {
    fc.assert(
      fc.property(cloneable, (value) => {
        expect(unpack(pack(value))).toEqual(structuredClone(value))
      }),
    )
  })

  it('sends plain data as plain JSON', () => {
    expect(pack({ items: [{ id: 'a', effort: 1 }] })).toBe('j{"items":[{"id":"a","effort":1}]}')
  })

  it('keeps what only looks like a tag', () => {
    const value = { $: 'date', v: 0, nothing: undefined }
    expect(unpack(pack(value))).toEqual(value)
  })

  it.each([[() => 1], [Symbol('no')], [Promise.resolve()]])('refuses what cannot be cloned', (value) => {
    expect(() => pack({ value })).toThrow('could not be cloned')
  })
})
