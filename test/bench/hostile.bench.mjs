import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundled.mjs'
import { measuredRun } from './measured-run.mjs'

/** Every hostile file in a process of its own: how it ends, in which time, and how much memory the whole process took. */

const [write, read] = [await bundled('test/hostile/write-corpus.ts'), await bundled('test/hostile/read-one.ts')]
const folder = mkdtempSync(join(tmpdir(), 'wavewright-hostile-'))
try {
  const written = await measuredRun([write, folder])
  const files = JSON.parse(written.stdout)
  let [slowest, largest, wrong] = [0, 0, 0]
  console.log('| file | ends | ms | peak MB |\n| --- | --- | ---: | ---: |')
  for (const { name, file, ends } of files) {
    const run = await measuredRun([read, file], 10_000)
    const answer = run.stdout === '' ? { ends: run.status === null ? 'timeout (10 s)' : 'crash', milliseconds: run.seconds * 1000 } : JSON.parse(run.stdout)
    if (!ends.includes(answer.ends)) wrong += 1
    if (/\.xlsx$/.test(file)) [slowest, largest] = [Math.max(slowest, answer.milliseconds), Math.max(largest, run.megabytes || 0)]
    console.log(`| ${name} | ${answer.ends} | ${answer.milliseconds.toFixed(0)} | ${run.megabytes} |`)
  }
  console.log(`\n${files.length} files, ${wrong} ended otherwise than they should; xlsx: at most ${slowest.toFixed(0)} ms and ${largest} MB (an empty process takes about 45 MB).`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
