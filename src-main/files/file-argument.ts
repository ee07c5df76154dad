import { resolve } from 'node:path'
import type { FileReference } from '../contract/host-api'
import { fileReferenceOf } from './file-reference'

/**
 * The file that the program was started with: the last argument that is one by its ending. (What comes before it
 * differs between a packaged program and a checkout.) Relative paths are taken from `folder`.
 */
export const fileArgument = (argv: readonly string[], folder: string): FileReference | null => {
  const files = argv.slice(1).filter((argument) => !argument.startsWith('-'))
  const last = files.map((argument) => fileReferenceOf(resolve(folder, argument))).findLast(({ kind }) => kind !== 'other')
  return last ?? null
}
