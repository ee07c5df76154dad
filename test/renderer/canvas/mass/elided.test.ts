import { describe, expect, it } from 'vitest'
import { elided } from '@renderer/canvas/mass/elided'

const all = (names: readonly string[], letters: number): string[] => names.map((name) => elided(name, letters))

describe('a name that has no room', () => {
  it('keeps its end beside its beginning, since names of one estate differ there', () => {
    expect(all(['Laboratory system Kystlandet', 'Laboratory system Elvelund'], 18)).toEqual(['Laboratory…tlandet', 'Laboratory…lvelund'])
  })

  it('keeps the beginning of a host, whose end is its domain, and of what is very short', () => {
    expect([elided('srv-lab-elv-01.sykehus.no', 18), elided('Laboratory system Kystlandet', 5)]).toEqual(['srv-lab-elv-01.sy…', 'Labo…'])
  })

  it('is left alone where it fits, and left out where nothing of it would', () => {
    expect(all(['Journal', 'Laboratory'], 7).concat(all(['Journal'], 2))).toEqual(['Journal', 'Labora…', ''])
  })
})
