import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import type { Result } from '@core/result'
import type { FileError } from '../contract/errors'
import { writeFileSafely } from './atomic-write'
import { errorCode } from './file-error'

/** A small file of our own: `none` where it does not exist, `unreadable` where it is not what the schema says. */
export type JsonReading<Value> =
  | { readonly type: 'none' }
  | { readonly type: 'unreadable'; readonly text: string }
  | { readonly type: 'read'; readonly value: Value }

export const readJsonFile = async <Value>(path: string, schema: z.ZodType<Value>): Promise<JsonReading<Value>> => {
  try {
    const text = await readFile(path, 'utf8')
    const parsed = schema.safeParse(parseOrNull(text))
    return parsed.success ? { type: 'read', value: parsed.data } : { type: 'unreadable', text }
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? { type: 'none' } : { type: 'unreadable', text: '' }
  }
}

export const writeJsonFile = (path: string, value: unknown): Promise<Result<{ readonly sha256: string }, FileError>> =>
  writeFileSafely(path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`))

const parseOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
