import type { PlanDocument } from '@core/plan/plan-document'
import { planBlocks } from './block-plan'
import type { Layout } from './block-plan'
import { frameOf, listsOf, scenarioFrameOf } from './plan-lists'
import type { StepToStore, StoredPlan } from './stored-plan'
import type { BlockRecord, SmallRecord, WorkingCopy } from './schema'

/** What the database holds, remembered so that a step is compared with it instead of read from it. */
export type Stored = {
  readonly document: PlanDocument
  readonly layouts: Readonly<Record<string, Layout>>
  readonly lastBlockId: number
}

export type Place = Pick<StoredPlan, 'filePath' | 'fileRevision'>

type Writes = {
  readonly layouts: Readonly<Record<string, Layout>>
  readonly lastBlockId: number
  readonly put: readonly BlockRecord[]
  readonly remove: readonly number[]
}

/** Replaces everything in one transaction. */
export const writeWholePlan = async (database: WorkingCopy, plan: StoredPlan): Promise<Stored> => {
  const writes = blockWrites(null, plan.document)
  const { document, history } = plan
  const steps = [...history.done, ...history.undone.toReversed()]
  await database.transaction('rw', database.tables, async () => {
    await Promise.all(database.tables.map((table) => table.clear()))
    await database.blocks.bulkPut([...writes.put])
    await database.log.bulkPut(steps.map((step, seq) => ({ seq, step: JSON.stringify(step) })))
    await database.records.bulkPut([
      headOf(plan, steps.length),
      { key: 'layouts', layouts: writes.layouts },
      { key: 'sheets', extraSheets: document.estate.extraSheets },
      ...document.scenarios.map(scenarioRecord),
    ])
  })
  return { document, layouts: writes.layouts, lastBlockId: writes.lastBlockId }
}

/** Writes what differs from `stored`, and the log, in one transaction. */
export const writeStep = async (
  database: WorkingCopy,
  stored: Stored,
  step: StepToStore,
  place: Place,
): Promise<Stored> => {
  const writes = blockWrites(stored, step.next)
  const { history, revision } = step
  const logged = history.done.length + history.undone.length
  const head = headOf({ ...place, document: step.next, history, revision }, logged)
  await database.transaction('rw', database.tables, async () => {
    await database.blocks.bulkPut([...writes.put])
    await database.blocks.bulkDelete([...writes.remove])
    await writeLog(database, step)
    await database.records.bulkDelete(goneScenarios(stored.document, step.next))
    await database.records.bulkPut([head, ...changedRecords(stored, step.next, writes)])
  })
  return { document: step.next, layouts: writes.layouts, lastBlockId: writes.lastBlockId }
}

export const clearAll = (database: WorkingCopy): Promise<unknown> =>
  database.transaction('rw', database.tables, () => Promise.all(database.tables.map((table) => table.clear())))

/** Only says which file the plan belongs to; nothing where no plan is stored. */
export const writePlace = async (database: WorkingCopy, place: Place): Promise<void> => {
  await database.transaction('rw', database.records, async () => {
    const head = await database.records.get('head')
    if (head) await database.records.put({ ...head, ...place } as SmallRecord)
  })
}

/** A new step cuts off what could have been done again. Undo and redo only move the mark in the head. */
const writeLog = async (database: WorkingCopy, { kind, history }: StepToStore): Promise<void> => {
  if (kind !== 'do') return
  const step = history.done.at(-1)
  if (!step) throw new Error('A step was done, but the history holds none')
  const seq = history.done.length - 1
  await database.log.where('seq').aboveOrEqual(seq).delete()
  await database.log.put({ seq, step: JSON.stringify(step) })
}

const blockWrites = (stored: Stored | null, document: PlanDocument): Writes => {
  let lastBlockId = stored?.lastBlockId ?? 0
  const nextId = (): number => ++lastBlockId
  const before = new Map((stored ? listsOf(stored.document) : []).map((list) => [list.name, list.rows]))
  const after = listsOf(document)
  const names = new Set(after.map((list) => list.name))
  const plans = after.map(({ name, rows, rowsPerBlock }) => {
    const plan = planBlocks(before.get(name) ?? [], stored?.layouts[name] ?? [], rows, { rowsPerBlock, nextId })
    return { name, rows, plan }
  })
  const goneLayouts = Object.entries(stored?.layouts ?? {}).filter(([name]) => !names.has(name))
  return {
    layouts: Object.fromEntries(plans.map(({ name, plan }) => [name, plan.layout])),
    put: plans.flatMap(({ rows, plan }) => plan.put.map(({ id, from, to }) => ({ id, rows: JSON.stringify(rows.slice(from, to)) }))),
    remove: [
      ...plans.flatMap(({ plan }) => plan.remove),
      ...goneLayouts.flatMap(([, layout]) => layout.map((block) => block.id)),
    ],
    lastBlockId,
  }
}

const headOf = (plan: StoredPlan, logged: number): SmallRecord => ({
  key: 'head',
  frame: frameOf(plan.document),
  revision: plan.revision,
  filePath: plan.filePath,
  fileRevision: plan.fileRevision,
  done: plan.history.done.length,
  logged,
})

const scenarioRecord = (scenario: PlanDocument['scenarios'][number]): SmallRecord => ({
  key: `scenario:${scenario.id}`,
  scenario: scenarioFrameOf(scenario),
})

const changedRecords = (stored: Stored, next: PlanDocument, writes: Writes): readonly SmallRecord[] => {
  const before = new Set(stored.document.scenarios)
  const sheets: readonly SmallRecord[] =
    stored.document.estate.extraSheets === next.estate.extraSheets
      ? []
      : [{ key: 'sheets', extraSheets: next.estate.extraSheets }]
  return [
    { key: 'layouts', layouts: writes.layouts },
    ...sheets,
    ...next.scenarios.filter((scenario) => !before.has(scenario)).map(scenarioRecord),
  ]
}

const goneScenarios = (before: PlanDocument, after: PlanDocument): SmallRecord['key'][] => {
  const staying = new Set(after.scenarios.map((scenario) => scenario.id))
  return before.scenarios.filter(({ id }) => !staying.has(id)).map(({ id }) => `scenario:${id}` as const)
}
