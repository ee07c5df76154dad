import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readWorkbook } from '@main/excel/read-workbook'

/** Reads the file of the first argument, and prints how that ended and in how many milliseconds. */
const file = process.argv[2] ?? ''
const bytes = readFileSync(file)
const began = performance.now()
const result = readWorkbook(bytes, path.basename(file))
process.stdout.write(JSON.stringify({ ends: result.ok ? 'rows' : result.error.type, milliseconds: performance.now() - began }))
