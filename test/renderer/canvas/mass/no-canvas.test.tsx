import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { canDrawMass } from '@renderer/canvas/mass/mass-canvas'
import { NoCanvas } from '@renderer/canvas/mass/no-canvas'

const needed = ['OffscreenCanvas', 'Worker', 'ImageBitmapRenderingContext'] as const

describe('a browser that cannot draw in a worker', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it.each(needed)('is known by the lack of %s', (lacking) => {
    for (const name of needed) vi.stubGlobal(name, class {})
    expect(canDrawMass()).toBe(true)
    vi.stubGlobal(lacking, undefined)
    expect(canDrawMass()).toBe(false)
  })

  it('is told so in a sentence, with the way to the table', () => {
    const said = renderToStaticMarkup(<MantineProvider><NoCanvas /></MantineProvider>)
    expect(said).toContain('cannot draw')
    expect(said).toContain('Open the table')
  })
})
