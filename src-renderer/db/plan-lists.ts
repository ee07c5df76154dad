import type { PlanDocument, Scenario } from '@core/plan/plan-document'
import type { Estate } from '@core/estate/estate'

/** The long lists of a plan, which are stored in blocks; everything else is small enough for a record of its own. */
export type PlanList = { readonly name: string; readonly rows: readonly object[]; readonly rowsPerBlock: number }

/** A write of 1,000 rows takes a few milliseconds; a record a row took 15 s for a region (storage.md). */
const estateRows = 1000
/** Groups change with every drag, and each names its items. */
const groupRows = 200

/** Each holds everything that was sent. */
const exchangeRows = 1

const groupsOf = (scenarioId: string): string => `groups:${scenarioId}`

export const listsOf = (document: PlanDocument): readonly PlanList[] => [
  { name: 'items', rows: document.estate.items, rowsPerBlock: estateRows },
  { name: 'dependencies', rows: document.estate.dependencies, rowsPerBlock: estateRows },
  { name: 'unresolved', rows: document.estate.unresolved, rowsPerBlock: estateRows },
  { name: 'views', rows: document.views, rowsPerBlock: groupRows },
  { name: 'filters', rows: document.filters, rowsPerBlock: groupRows },
  { name: 'exchanges', rows: document.exchanges, rowsPerBlock: exchangeRows },
  ...document.scenarios.map((scenario) => ({
    name: groupsOf(scenario.id),
    rows: scenario.groups,
    rowsPerBlock: groupRows,
  })),
]

/** A plan without its long lists. */
export type PlanFrame = {
  readonly id: string
  readonly name: string
  readonly activeScenarioId: string
  readonly imports: Estate['imports']
  readonly scenarioIds: readonly string[]
}

export type ScenarioFrame = Omit<Scenario, 'groups'>

export const frameOf = (document: PlanDocument): PlanFrame => ({
  id: document.id,
  name: document.name,
  activeScenarioId: document.activeScenarioId,
  imports: document.estate.imports,
  scenarioIds: document.scenarios.map((scenario) => scenario.id),
})

export const scenarioFrameOf = ({ groups: _groups, ...frame }: Scenario): ScenarioFrame => frame

export type PlanParts = {
  readonly frame: PlanFrame
  readonly scenarios: readonly ScenarioFrame[]
  readonly extraSheets: Estate['extraSheets']
  /** The rows of a list as they were stored; their type follows from the list's name. */
  readonly rows: (list: string) => readonly object[]
}

export const documentOf = ({ frame, scenarios, extraSheets, rows }: PlanParts): PlanDocument => ({
  id: frame.id,
  name: frame.name,
  estate: {
    items: rows('items') as Estate['items'],
    dependencies: rows('dependencies') as Estate['dependencies'],
    unresolved: rows('unresolved') as Estate['unresolved'],
    extraSheets,
    imports: frame.imports,
  },
  scenarios: scenarios.map((scenario) => ({
    ...scenario,
    groups: rows(groupsOf(scenario.id)) as Scenario['groups'],
  })),
  activeScenarioId: frame.activeScenarioId,
  views: rows('views') as PlanDocument['views'],
  filters: rows('filters') as PlanDocument['filters'],
  exchanges: rows('exchanges') as PlanDocument['exchanges'],
})
