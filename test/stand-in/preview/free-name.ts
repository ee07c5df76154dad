import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'

/** The first of `plan.xlsx`, `plan (2).xlsx`, ... in the folder that is not there yet. */
export const freeName = (folder: string, name: string, exists: (path: string) => boolean = existsSync): string => {
  const ending = extname(name)
  const stem = basename(name, ending)
  const nameAt = (count: number): string => join(folder, count === 1 ? name : `${stem} (${count})${ending}`)
  let count = 1
  while (exists(nameAt(count))) count += 1
  return nameAt(count)
}
