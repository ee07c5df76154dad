import type { StoreError } from './stored-plan'

/** What an error of the browser says, for a person's report. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error))

/** Chromium reports a full disk as an exceeded quota; Dexie wraps what broke a transaction. */
export const storeErrorOf = (error: unknown): StoreError => {
  const type = namesOf(error).includes('QuotaExceededError') ? 'disk-full' : 'write-failed'
  return { type, reason: reasonOf(error) }
}

const namesOf = (error: unknown): readonly string[] => {
  if (typeof error !== 'object' || error === null) return []
  const name = 'name' in error && typeof error.name === 'string' ? [error.name] : []
  return 'inner' in error ? [...name, ...namesOf(error.inner)] : name
}
