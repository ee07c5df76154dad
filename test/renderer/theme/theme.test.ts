import { describe, expect, it } from 'vitest'
import { resolveTheme } from '@renderer/theme/resolve-theme'
import { colourOfWave, waveColour, waveColourCount } from '@renderer/theme/wave-colours'

const system = { dark: false, moreContrast: false, forcedColours: false }

describe('the theme', () => {
  it('follows the system, contrast included', () => {
    expect(resolveTheme('system', { ...system, dark: true, moreContrast: true })).toEqual({ scheme: 'dark', contrast: true })
  })
  it('takes a person at their word', () => {
    expect(resolveTheme('light', { ...system, dark: true, moreContrast: true })).toEqual({ scheme: 'light', contrast: false })
  })
  it('gives contrast in the light or the dark that the system has', () => {
    expect(resolveTheme('contrast', { ...system, dark: true })).toEqual({ scheme: 'dark', contrast: true })
  })
  it('never fights forced colours', () => {
    expect(resolveTheme('dark', { ...system, forcedColours: true })).toEqual({ scheme: 'dark', contrast: true })
  })
})

describe('wave colours', () => {
  it('are told by the number of the wave, so that none changes when another goes', () => {
    expect(colourOfWave({ number: 3 })).toBe(waveColour(2))
  })
  it('come again after the last, and what is unplanned has its own', () => {
    expect(waveColour(waveColourCount)).toBe(waveColour(0))
    expect(colourOfWave(null)).not.toBe(waveColour(0))
  })
})
