import { parentPort } from 'node:worker_threads'
import { countingIds } from '@core/ids'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { readWorkbook } from '@main/excel/read-workbook'
import { mutationOf } from './mutations'

export type Answer = { readonly seed: number; readonly ends: string; readonly what: string; readonly milliseconds: number }

const answer = (seed: number): Answer => {
  const { fileName, bytes, what } = mutationOf(seed)
  const began = performance.now()
  const result = readWorkbook(bytes, fileName)
  if (result.ok) interpretWorkbook(result.value, { today: '2026-11-22', newId: countingIds() })
  return { seed, what, ends: result.ok ? 'rows' : result.error.type, milliseconds: performance.now() - began }
}

/** Reads one mutation after the other, each when it is asked for. */
parentPort?.on('message', (seed: number) => parentPort?.postMessage(answer(seed)))
