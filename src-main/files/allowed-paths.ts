import { resolve } from 'node:path'

/**
 * The files that a page may name: those that came out of a dialog, a drop, the recent plans or our own folders. Were
 * a page taken over, it could still neither read nor write anything that the person had not chosen.
 */
export type AllowedPaths = {
  readonly allow: (path: string, use: 'read' | 'write') => void
  /** Throws for a path that was not handed out: our own pages never ask for one. */
  readonly check: (path: string, use: 'read' | 'write') => void
}

export const createAllowedPaths = (): AllowedPaths => {
  const readable = new Set<string>()
  const writable = new Set<string>()
  return {
    allow: (path, use) => {
      readable.add(resolve(path))
      if (use === 'write') writable.add(resolve(path))
    },
    check: (path, use) => {
      const allowed = use === 'write' ? writable : readable
      if (!allowed.has(resolve(path))) throw new Error(`The page may not ${use} this path: nobody chose it`)
    },
  }
}
