import { describe, expect, it } from 'vitest'
import { readErrorSentence, writeErrorSentence } from '@core/messages/read-error-sentence'
import { languages, translator } from '@core/messages/translator'
import type { Lookalike, ReadError, ReadLimit, WriteError } from '@core/workbook/read-error'

const fileName = 'estate.xlsx'
const lookalikes: readonly Lookalike[] =
  ['pdf', 'image', 'document', 'presentation', 'archive', 'web-page', 'program', 'unknown']
const limits: readonly ReadLimit[] =
  ['file', 'part', 'unpacked', 'parts', 'ratio', 'cells', 'sheets', 'rows', 'columns', 'text']

const readErrors: readonly ReadError[] = [
  ...(['not-found', 'no-permission', 'is-folder', 'in-use', 'empty-file', 'password-protected', 'truncated',
    'out-of-memory', 'cancelled'] as const).map((type) => ({ type, fileName })),
  { type: 'disk-error', code: 'EIO', fileName },
  ...lookalikes.map((looksLike) => ({ type: 'not-a-workbook', looksLike, fileName }) as const),
  { type: 'unsupported-format', format: 'Apple Numbers', fileName },
  { type: 'damaged', part: 'xl/styles.xml', fileName },
  { type: 'damaged', part: '', fileName },
  { type: 'unclosed-quote', row: 7, fileName },
  ...limits.map((what) => ({ type: 'too-large', what, limit: 42, fileName }) as const),
  { type: 'unsafe', part: 'DOCTYPE', fileName },
  { type: 'timeout', seconds: 120, fileName },
  { type: 'failed', detail: 'a bug', fileName },
]

const writeErrors: readonly WriteError[] = [
  { type: 'out-of-memory' }, { type: 'timeout', seconds: 120 }, { type: 'cancelled' },
  { type: 'too-many-rows', sheet: 'Servers', limit: 42 }, { type: 'failed', detail: 'a bug' },
]

describe.each(languages)('In %s, an error of reading or writing', (language) => {
  const t = translator(language)

  it('names the file and what was found, and leaves no gap', () => {
    for (const error of readErrors) {
      const sentence = readErrorSentence(t, error)
      expect(sentence).toContain(fileName)
      expect(sentence).not.toMatch(/\{\{|reading\.[a-z]|undefined/)
      for (const value of Object.values(error).filter((one) => typeof one === 'number')) {
        expect(sentence).toContain(String(value))
      }
    }
  })

  it('has a sentence of its own for each', () => {
    const sentences = [
      ...readErrors.map((error) => readErrorSentence(t, error)),
      ...writeErrors.map((error) => writeErrorSentence(t, error)),
    ]
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})
