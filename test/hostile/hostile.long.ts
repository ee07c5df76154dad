import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbookInWorker } from '@main/excel/workbook-jobs'
import { bundledWorker } from '@test/main/excel/builders/bundled-worker'
import { hostileFiles } from './corpus'
import type { Answer } from './read-worker'

type Bundle = Awaited<ReturnType<typeof bundledWorker>>
let product: Bundle
let mutated: Bundle
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wavewright-hostile-'))
  product = await bundledWorker()
  mutated = await bundledWorker('test/hostile/read-worker.ts')
}, 120_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await product.remove()
  await mutated.remove()
})

describe('In the thread of the program, a hostile or broken file ends in rows or in a sentence:', () => {
  it.each(hostileFiles)('$name', async ({ fileName, bytes, ends }) => {
    const file = path.join(folder, fileName)
    await writeFile(file, bytes())
    const result = await readWorkbookInWorker(file, { today: '2026-11-22', ids: 'counted', workerUrl: product.url })
    expect([ends].flat()).toContain(result.ok ? 'rows' : result.error.type)
  }, 60_000)
})

const limitSeconds = 10
const count = Number(process.env['MUTATIONS'] ?? 10_000)

/** A thread that reads mutations, started anew whenever one of them had to be ended. */
class Reader {
  #worker: Worker | null = null

  async read(seed: number): Promise<Answer> {
    const worker = this.#worker ?? new Worker(mutated.url, { resourceLimits: { maxOldGenerationSizeMb: 1024 }, stdout: true, stderr: true })
    this.#worker = worker
    const ended = (ends: string): Answer => ({ seed, ends, what: 'stopped', milliseconds: limitSeconds * 1000 })
    let timer: NodeJS.Timeout | undefined
    const answer = await new Promise<Answer>((resolve) => {
      const failed = (error: Error): void =>
        resolve(ended('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : `${seed}: ${error.stack ?? error.message}`))
      timer = setTimeout(() => resolve(ended('timeout')), limitSeconds * 1000)
      worker.once('error', failed)
      worker.once('message', (message: Answer) => {
        worker.off('error', failed)
        resolve(message)
      })
      worker.postMessage(seed)
    })
    clearTimeout(timer)
    if (answer.what === 'stopped') await this.end()
    return answer
  }

  async end(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = null
  }
}

const typed = new Set(['rows', 'damaged', 'truncated', 'unsafe', 'too-large', 'not-a-workbook', 'unsupported-format',
  'password-protected', 'unclosed-quote', 'empty-file', 'timeout', 'out-of-memory'])

describe(`${count} damaged workbooks`, () => {
  it('each end in rows or in a typed error, those of our own reader within a second', async () => {
    const reader = new Reader()
    const answers: Answer[] = []
    for (let seed = 0; seed < count; seed++) answers.push(await reader.read(seed))
    await reader.end()
    const tally = new Map<string, number>()
    for (const { ends } of answers) tally.set(ends, (tally.get(ends) ?? 0) + 1)
    process.stdout.write(`${[...tally].map(([ends, times]) => `${ends} ${times}`).join(', ')}\n`)
    expect(answers.filter(({ ends }) => !typed.has(ends))).toEqual([])
    expect(answers.filter(({ what, milliseconds }) => /xlsx|xlsm|csv/.test(what) && milliseconds > 1000)).toEqual([])
    // None did when this was written; a thread ends the one that still might.
    expect((tally.get('timeout') ?? 0) + (tally.get('out-of-memory') ?? 0)).toBeLessThanOrEqual(count / 1000)
  }, 3_600_000)
})
