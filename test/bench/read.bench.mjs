import { join } from 'node:path'
import { bundled } from './bundled.mjs'
import { inputs, measuredRun } from './measured-run.mjs'

/** Reading a workbook with every guard on, beside inflating the same file and looking at each of its bytes once, bundled as it is shipped. */

const { stdout, stderr, megabytes } = await measuredRun([await bundled('test/bench/read-measure.ts'), join(inputs, 'debian-estate.xlsx')])
console.log(`${stdout}${stderr}\nPeak memory of the whole run: ${megabytes} MB.`)
