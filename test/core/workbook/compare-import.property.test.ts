import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingIds, type NewId } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { replaceContents } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { acceptImport } from '@core/workbook/accept-import'
import { compareImport } from '@core/workbook/compare-import'
import { documentToSheets } from '@core/workbook/document-to-sheets'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { documentWithSources } from '@core/workbook/sources'
import { aGeneratedPlan } from './plan-arbitrary'
import { rawFromModel } from './raw-from-model'

const imported = (document: PlanDocument): ImportedWorkbook =>
  interpretWorkbook(rawFromModel(documentToSheets(document)), { today: '2026-11-22', newId: countingIds() })

const waveByItem = (document: PlanDocument): ReadonlyMap<string, string | null> =>
  new Map(activeScenario(document).groups.flatMap((group) => group.itemIds.map((id) => [id, group.waveId] as const)))

/** Ids that no open plan has. */
const freshIds = (): NewId => {
  const count = countingIds()
  return (prefix) => count(`fresh-${prefix}`)
}

const way = fc.constantFrom('newer' as const, 'addition' as const)

describe('An import over any plan', () => {
  it('of what the plan was made from offers nothing and changes nothing', () => {
    fc.assert(fc.property(aGeneratedPlan, way, (plan, chosen) => {
      const workbook = imported(plan)
      const open = documentWithSources(workbook)
      const compared = compareImport(open, workbook, { way: chosen })
      expect([compared.rows, compared.otherPlaces]).toEqual([[], []])
      expect(acceptImport(compared, () => true, freshIds())).toBe(open)
    }), { numRuns: 40 })
  }, 60_000)

  it('of another keeps what is not taken, moves no item to another wave, and is taken back by one step', () => {
    fc.assert(fc.property(aGeneratedPlan, aGeneratedPlan, way, fc.infiniteStream(fc.boolean()), (mine, theirs, chosen, coin) => {
      const open = imported(mine).document
      const compared = compareImport(open, imported(theirs), { way: chosen })
      const taken = new Map(compared.rows.map((row) => [row.key, coin.next().value === true]))
      const after = acceptImport(compared, (row) => taken.get(row.key) === true, freshIds())
      expect(applyChange(after, applyChange(open, replaceContents(open, after)).inverse).document).toEqual(open)
      const ids = new Set(after.estate.items.map((item) => item.id))
      expect(ids.size).toBe(after.estate.items.length)
      expect(after.estate.dependencies.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([])
      const gone = new Set(compared.rows.flatMap((row) => (row.kind === 'gone-item' && taken.get(row.key) ? [row.item.id] : [])))
      expect(open.estate.items.filter((item) => !ids.has(item.id)).map((item) => item.id)).toEqual([...gone])
      const waves = waveByItem(after)
      if (activeScenario(open).waves.length === 0) return
      for (const [id, waveId] of waveByItem(open)) if (waveId !== null && waves.has(id)) expect([id, waves.get(id)]).toEqual([id, waveId])
    }), { numRuns: 40 })
  }, 60_000)

  it('taken whole says the same the second time', () => {
    fc.assert(fc.property(aGeneratedPlan, aGeneratedPlan, (mine, theirs) => {
      const workbook = imported(theirs)
      const after = acceptImport(compareImport(imported(mine).document, workbook, { way: 'newer' }), () => true, freshIds())
      const again = compareImport(after, workbook, { way: 'newer' })
      // Rules that went with their items have made room for those of the workbook.
      expect(again.rows.filter((row) => !('dependency' in row) && row.kind !== 'plan-part')).toEqual([])
    }), { numRuns: 40 })
  }, 60_000)
})
