import { readFile, readdir } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ok } from '@core/result'
import { defaultProfile } from '@core/workbook/packages/redaction'
import type { ExportJobs } from '@main/calls/export-calls'
import { requestSchemas } from '@main/contract/calls'
import { aPlan } from '@test/builders/a-plan'
import { temporaryFolder } from '../temporary-folder'
import { callWorld } from './call-world'

const document = aPlan({ name: 'Nordvest' })
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Files as a worker makes them, with names that a file system may not take. */
const files = (...names: readonly string[]): ExportJobs['files'] => () =>
  Promise.resolve(ok(names.map((name) => ({ name, extension: 'csv' as const, bytes: bytesOf(name) }))))

describe('An export of several files', () => {
  it('goes into a folder that is made, under legal names that stay apart, with the hash of each', async () => {
    const folder = join(temporaryFolder(), 'tables')
    const { handlers, asked } = await callWorld({ choices: [folder], exportJobs: { files: files('Waves', 'waves', 'a/b') } })
    const request = { format: 'tables', language: 'en', separator: ',', byteOrderMark: true } as const
    expect(await handlers.exportFiles({ document, request, suggestedName: 'Nordvest - CSV' })).toEqual(ok({
      path: folder,
      files: [
        { name: 'Waves.csv', sha256: hashOf('Waves') }, { name: 'waves (2).csv', sha256: hashOf('waves') }, { name: 'a-b.csv', sha256: hashOf('a/b') },
      ],
    }))
    expect(await readdir(folder)).toEqual(['Waves.csv', 'a-b.csv', 'waves (2).csv'])
    expect(asked).toMatchObject([{ suggestedName: 'Nordvest - CSV' }])
  })

  it('of one package is one file', async () => {
    const path = join(temporaryFolder(), 'fjord')
    const { handlers } = await callWorld({ choices: [path], exportJobs: { files: files('Fjord') } })
    const request = { format: 'packages', language: 'nb', packages: [{ supplier: 'Fjord', profile: defaultProfile, id: 'p1' }] } as const
    expect(await handlers.exportFiles({ document, request, suggestedName: 'x' })).toMatchObject(ok({ path: `${path}.xlsx` }))
    expect(await readFile(`${path}.xlsx`, 'utf8')).toBe('Fjord')
  })

  it('is not begun when the person thinks better of it', async () => {
    const { handlers } = await callWorld({ choices: [null] })
    expect(await handlers.exportFiles({ document, request: { format: 'jira', language: 'en' }, suggestedName: 'x' })).toEqual(ok(null))
  })

  it('is refused where a page asks for something else than it may', () => {
    const asks = (request: unknown): boolean => requestSchemas.exportFiles.safeParse({ document, request, suggestedName: 'x' }).success
    expect(asks({ format: 'project', language: 'en' })).toBe(true)
    expect([
      asks({ format: 'script', language: 'en' }), asks({ format: 'packages', language: 'en', packages: [] }),
      asks({ format: 'packages', language: 'en', packages: [{ supplier: 'x', profile: { level: 'secret', withheld: [] } }] }),
      asks({ format: 'tables', language: 'en', separator: '\t', byteOrderMark: true }),
    ]).toEqual([false, false, false, false])
  })
})

describe('The cells of a returned package', () => {
  it('are read only from a file that the person chose', async () => {
    const raw = { fileName: 'a.xlsx', sheets: [] }
    const { handlers } = await callWorld({ choices: ['/a.xlsx'], exportJobs: { cells: () => Promise.resolve(ok(raw)) } })
    await handlers.chooseWorkbook()
    expect(await handlers.readCells({ path: '/a.xlsx' })).toEqual(ok(raw))
    expect(() => handlers.readCells({ path: '/etc/passwd' })).toThrow('may not read')
  })
})
