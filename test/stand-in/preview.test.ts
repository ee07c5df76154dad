import { describe, expect, it } from 'vitest'
import { freeName } from './preview/free-name'

describe('Saving in a preview', () => {
  const existing = (...paths: string[]) => (path: string) => paths.includes(path)

  it('takes the name that was suggested', () => {
    expect(freeName('/home/downloads', 'Plan.xlsx', existing())).toBe('/home/downloads/Plan.xlsx')
  })

  it('never writes over a file that is there', () => {
    const taken = existing('/home/downloads/Plan.xlsx', '/home/downloads/Plan (2).xlsx')
    expect(freeName('/home/downloads', 'Plan.xlsx', taken)).toBe('/home/downloads/Plan (3).xlsx')
  })
})
