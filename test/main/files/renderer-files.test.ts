import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerRendererRequest, contentSecurityPolicy, rendererPath } from '@main/files/renderer-files'
import { temporaryFolder } from '../temporary-folder'

const root = join('/', 'app', 'out', 'renderer')

describe('an address of app://wavewright', () => {
  it('names a file below the folder of the pages', () => {
    expect(rendererPath(root, 'app://wavewright/')).toBe(join(root, 'index.html'))
    expect(rendererPath(root, 'app://wavewright/index.html?x#y')).toBe(join(root, 'index.html'))
    expect(rendererPath(root, 'app://wavewright/assets/a%20b.js')).toBe(join(root, 'assets', 'a b.js'))
  })

  it.each([
    'app://wavewright/..%2f..%2fpackage.json',
    'app://wavewright/%2e%2e/%2e%2e/package.json/..%2f..%2f..%2fsecret',
    'app://wavewright/..%5c..%5cpackage.json',
    'app://wavewright/assets/%00.js',
    'app://wavewright/%ff',
    'app://wavewright/..%2frenderer-other%2fa.js',
    'app://elsewhere/index.html',
    'https://wavewright/index.html',
    'not an address',
  ])('cannot lead out of it: %s', (url) => {
    expect(rendererPath(root, url)).toBeNull()
  })
})

describe('a request for a page', () => {
  const folder = (): string => {
    const made = join(temporaryFolder(), 'renderer')
    mkdirSync(join(made, 'assets'), { recursive: true })
    writeFileSync(join(made, 'index.html'), '<!doctype html>')
    for (const name of ['a.js', 'a.css', 'a.woff2', 'a.svg', 'a.png', 'a.bin']) writeFileSync(join(made, 'assets', name), name)
    writeFileSync(join(made, '..', 'secret.txt'), 'secret')
    return made
  }

  it('is answered with the file, its type, and the policy', async () => {
    const answer = await answerRendererRequest(folder(), 'GET', 'app://wavewright/')
    expect(answer.status).toBe(200)
    expect(new TextDecoder().decode(answer.body ?? undefined)).toBe('<!doctype html>')
    expect(answer.headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    })
  })

  it.each([
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.woff2', 'font/woff2'],
    ['a.svg', 'image/svg+xml'],
    ['a.png', 'image/png'],
    ['a.bin', 'application/octet-stream'],
  ])('gives %s its type', async (name, type) => {
    const answer = await answerRendererRequest(folder(), 'GET', `app://wavewright/assets/${name}`)
    expect(answer).toMatchObject({ status: 200, headers: { 'Content-Type': type } })
  })

  it.each([
    ['GET', 'app://wavewright/..%2fsecret.txt'],
    ['GET', 'app://wavewright/assets'],
    ['GET', 'app://wavewright/missing.js'],
    ['POST', 'app://wavewright/index.html'],
  ])('finds nothing for %s %s', async (method, url) => {
    expect(await answerRendererRequest(folder(), method, url)).toMatchObject({ status: 404, body: null })
  })

  it('allows no script but our own files, and nothing from elsewhere', () => {
    const directives = Object.fromEntries(
      contentSecurityPolicy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    )
    expect(directives['default-src']).toEqual(["'none'"])
    expect(directives['script-src']).toEqual(["'self'"])
    expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|\*/)
  })
})
