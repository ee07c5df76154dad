import { describe, expect, it } from 'vitest'
import { decodePlanFile, encodePlanFile } from '@core/formats/plan-file'
import { countingIds } from '@core/ids'
import { emptyHistory } from '@core/plan/history'
import { documentToSheets } from '@core/workbook/document-to-sheets'
import { importOver } from '@core/workbook/import-over'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { bigPlan } from '@test/builders/big-plan'
import { rawFromModel } from '../core/workbook/raw-from-model'

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const timed = (name: string, work: () => unknown): void => {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  console.log(`${name}: median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`)
}

describe('A plan of 12,500 items and 70,000 dependencies', () => {
  it('is encoded, decoded, laid out, understood and imported over', () => {
    const plan = bigPlan({ items: 12_500, dependencies: 70_000, waves: 12, seed: 1 })
    const text = encodePlanFile(plan, emptyHistory)
    const raw = rawFromModel(documentToSheets(plan))
    const understand = () => interpretWorkbook(raw, { today: '2026-11-21', newId: countingIds() })
    const imported = understand()
    console.log(`plan file: ${(text.length / 1e6).toFixed(1)} MB`)
    timed('encodePlanFile', () => encodePlanFile(plan, emptyHistory))
    timed('decodePlanFile', () => decodePlanFile(text))
    timed('documentToSheets', () => documentToSheets(plan))
    timed('interpretWorkbook', understand)
    timed('importOver', () => importOver(plan, imported, countingIds()))
    expect(imported.counts.dependencies + imported.counts.unresolved).toBe(70_000)
  })
})
