import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hostileFiles } from './corpus'

/** Writes every hostile file into a folder of its number in the folder of the first argument, and lists them as JSON. */
const folder = process.argv[2] ?? '.'
const written = hostileFiles.map(({ name, fileName, bytes, ends }, index) => {
  const file = path.join(folder, String(index + 1), fileName)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, bytes())
  return { name, file, ends: [ends].flat() }
})
process.stdout.write(JSON.stringify(written))
