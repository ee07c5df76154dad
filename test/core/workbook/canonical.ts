import type { ExtraField } from '@core/estate/item'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'

type WithExtra = { readonly extra?: readonly ExtraField[] }

/** Extra fields of one row in the order of their headings: an export gives all rows the same order of columns. */
const sorted = <Row extends WithExtra>(row: Row): Row =>
  row.extra ? { ...row, extra: [...row.extra].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) } : row

/** What is the same in two plans that mean the same: without ids that no workbook holds, and without the history of imports. */
export const canonical = (document: PlanDocument) => {
  const scenario = activeScenario(document)
  const numberById = new Map(scenario.waves.map((wave) => [wave.id, wave.number]))
  const { items, dependencies, unresolved, extraSheets } = document.estate
  return {
    items: items.map(sorted),
    dependencies: dependencies.map(({ id: _id, sources: _sources, ...row }) => sorted(row)),
    unresolved: unresolved.map(({ id: _id, sources: _sources, ...row }) => sorted(row)),
    extraSheets,
    groups: scenario.groups.map(({ name, itemIds, origin, waveId }) => ({
      name, itemIds, origin, wave: waveId === null ? null : numberById.get(waveId),
    })),
    waves: scenario.waves.map(({ id: _id, ...wave }) => sorted(wave)),
    rules: scenario.rules.map(({ id: _id, ...rule }) => sorted(rule)),
    freezeWindows: scenario.freezeWindows.map(({ id: _id, ...freeze }) => sorted(freeze)),
  }
}
