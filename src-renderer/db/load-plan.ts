import type { Step } from '@core/plan/history'
import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import type { Layout } from './block-plan'
import type { LoadProblem, StoredPlan } from './stored-plan'
import { documentOf } from './plan-lists'
import type { BlockRecord, LogRecord, SmallRecord, WorkingCopy } from './schema'

export type Loaded = { readonly plan: StoredPlan; readonly layouts: Readonly<Record<string, Layout>>; readonly lastBlockId: number }

/** Reads everything in one transaction and checks that what belongs together is there. */
export const loadPlan = async (database: WorkingCopy): Promise<Result<Loaded | null, LoadProblem>> => {
  const [blocks, log, records] = await database.transaction('r', database.tables, () =>
    Promise.all([database.blocks.toArray(), database.log.toArray(), database.records.toArray()]),
  )
  if (blocks.length + log.length + records.length === 0) return ok(null)
  try {
    return ok(assemble(blocks, log, records))
  } catch (error) {
    if (error instanceof Incomplete) return failure({ type: 'damaged', reason: error.message })
    throw error
  }
}

class Incomplete extends Error {}

const parsed = <T>(text: string, what: string): T => {
  try {
    return JSON.parse(text) as T
  } catch {
    throw new Incomplete(`${what} cannot be read`)
  }
}

const assemble = (
  blocks: readonly BlockRecord[],
  log: readonly LogRecord[],
  records: readonly SmallRecord[],
): Loaded => {
  const head = recordOf(records, 'head')
  const { layouts } = recordOf(records, 'layouts')
  const blockById = new Map(blocks.map((block) => [block.id, block]))
  const document = documentOf({
    frame: head.frame,
    scenarios: head.frame.scenarioIds.map((id) => recordOf(records, `scenario:${id}`).scenario),
    extraSheets: recordOf(records, 'sheets').extraSheets,
    rows: (list) => rowsOf(list, layouts[list], blockById),
  })
  const { revision, filePath, fileRevision } = head
  return {
    plan: { document, history: historyOf(log, head.done, head.logged), revision, filePath, fileRevision },
    layouts,
    lastBlockId: blocks.reduce((last, block) => Math.max(last, block.id), 0),
  }
}

type RecordOf<Key extends SmallRecord['key']> = Extract<SmallRecord, { readonly key: Key }>
type KeyFamily<Key extends string> = Key extends `scenario:${string}` ? `scenario:${string}` : Key

const recordOf = <Key extends SmallRecord['key']>(
  records: readonly SmallRecord[],
  key: Key,
): RecordOf<KeyFamily<Key> & SmallRecord['key']> => {
  const found = records.find((record) => record.key === key)
  if (!found) throw new Incomplete(`the record ${key} is missing`)
  return found as RecordOf<KeyFamily<Key> & SmallRecord['key']>
}

const rowsOf = (
  list: string,
  layout: Layout | undefined,
  blockById: ReadonlyMap<number, BlockRecord>,
): readonly object[] => {
  if (!layout) throw new Incomplete(`the list ${list} is missing`)
  return layout.flatMap(({ id, length }) => {
    const block = blockById.get(id)
    const rows = block ? parsed<readonly object[]>(block.rows, `a block of the list ${list}`) : []
    if (rows.length !== length) throw new Incomplete(`a block of the list ${list} is missing`)
    return rows
  })
}

/** `undone` has the step that comes back first at its end. */
const historyOf = (log: readonly LogRecord[], done: number, logged: number): StoredPlan['history'] => {
  const steps = log.map(({ step }) => parsed<Step>(step, 'a step of the undo log'))
  const isWhole = steps.length === logged && done <= logged && log.every(({ seq }, index) => seq === index)
  if (!isWhole) throw new Incomplete('steps of the undo log are missing')
  return { done: steps.slice(0, done), undone: steps.slice(done).toReversed() }
}
