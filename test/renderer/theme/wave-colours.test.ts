import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

const css = readFileSync(new URL('../../../src-renderer/theme/wave-colours.css', import.meta.url), 'utf8')
const [, light = '', dark = ''] = css.split(/^:root/m)

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

const coloursOf = (theme: string, part: string): readonly Triple[] =>
  Array.from({ length: 12 }, (_, index) => {
    const hex = new RegExp(`--wave-${index + 1}-${part}: #(\\w{6})`).exec(theme)?.[1] ?? ''
    const channel = (at: number): number => linear(parseInt(hex.slice(at, at + 2), 16) / 255)
    return [channel(0), channel(2), channel(4)]
  })

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const clamp = (value: number): number => Math.max(0, Math.min(1, value))
const through = ([x, y, z]: Matrix, colour: Triple): Triple => [clamp(dot(x, colour)), clamp(dot(y, colour)), clamp(dot(z, colour))]

/** How people see who lack one kind of cone: Machado, Oliveira and Fernandes 2009, complete loss, in linear light. */
const eyes: Readonly<Record<string, Matrix>> = {
  all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  noRed: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  noGreen: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  noBlue: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}

const luminance = (colour: Triple): number => dot(colour, [0.2126, 0.7152, 0.0722])

/** CIELAB under daylight, in which distances are about as large as they look. */
const toLab = (colour: Triple): Triple => {
  const root = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)
  const [x, y, z] = [dot(colour, [0.4124, 0.3576, 0.1805]) / 0.9505, luminance(colour), dot(colour, [0.0193, 0.1192, 0.9505]) / 1.089].map(root)
  return [116 * (y ?? 0) - 16, 500 * ((x ?? 0) - (y ?? 0)), 200 * ((y ?? 0) - (z ?? 0))]
}

const leastDistance = (colours: readonly Triple[], eye: Matrix): number => {
  const seen = colours.map((colour) => toLab(through(eye, colour)))
  return Math.min(...seen.flatMap((a, index) => seen.slice(0, index).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]))))
}

const contrast = (a: Triple, b: Triple): number => {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return (bright + 0.05) / (dim + 0.05)
}

describe.each([['light', light], ['dark', dark]])('the colours of waves in the %s theme', (_name, theme) => {
  it('can be told from each other up to the eighth, whatever cones one lacks', () => {
    const close = Object.entries(eyes).filter(([, eye]) => leastDistance(coloursOf(theme, 'border').slice(0, 8), eye) < 14)
    expect(close.map(([name]) => name)).toEqual([])
  })

  it('carry what is written on them, and are seen on their quiet surface', () => {
    const [borders, written, quiet] = [coloursOf(theme, 'border'), coloursOf(theme, 'on-solid'), coloursOf(theme, 'background')]
    const faint = borders.flatMap((border, index) => {
      const onIt = contrast(border, written[index] ?? border)
      const around = contrast(border, quiet[index] ?? border)
      return onIt >= 4.5 && around >= 3 ? [] : [`${index + 1}: ${onIt.toFixed(2)}, ${around.toFixed(2)}`]
    })
    expect(faint).toEqual([])
  })

  it('carry words on their quiet surface', () => {
    const quiet = coloursOf(theme, 'background')
    expect(coloursOf(theme, 'text').map((text, index) => contrast(text, quiet[index] ?? text) >= 4.5)).not.toContain(false)
  })
})
