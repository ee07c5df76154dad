import { applyChange } from '@core/plan/apply-change'
import type { Change } from '@core/plan/change'
import { emptyHistory } from '@core/plan/history'
import type { History } from '@core/plan/history'
import type { PlanDocument } from '@core/plan/plan-document'
import { openDatabase } from '@renderer/db/plan-store-db'
import type { PlanDatabase, StepToStore, StoredPlan } from '@renderer/db/plan-store-db'

let last = 0

/** A name that no other test uses. */
export const freshName = (): string => `test-${Date.now()}-${++last}`

export const opened = async (name: string): Promise<PlanDatabase> => {
  const database = await openDatabase(name)
  if (!database.ok) throw new Error(`The database did not open: ${database.error.type}`)
  return database.value
}

export const loaded = async (database: PlanDatabase): Promise<StoredPlan | null> => {
  const plan = await database.loadOpenPlan()
  if (!plan.ok) throw new Error(plan.error.reason)
  return plan.value
}

/** What the next start finds. */
export const afterRestart = async (name: string, database: PlanDatabase): Promise<StoredPlan | null> => {
  await database.close()
  const again = await opened(name)
  const plan = await loaded(again)
  await again.close()
  return plan
}

export const stored = (document: PlanDocument, history: History = emptyHistory): StoredPlan => ({
  document,
  history,
  revision: 1,
  filePath: null,
  fileRevision: null,
})

/** A plan that is changed as the window changes it, with each step as it is handed to the database. */
export const changing = (start: StoredPlan) => {
  let { document, history, revision } = start
  const advance = (next: PlanDocument, after: History, kind: StepToStore['kind']): StepToStore => {
    const step = { previous: document, next, kind, history: after, revision: revision + 1 }
    ;[document, history, revision] = [next, after, revision + 1]
    return step
  }
  return {
    now: (): StoredPlan => ({ ...start, document, history, revision }),
    run: (change: Change): StepToStore => {
      const applied = applyChange(document, change)
      const step = { label: { key: `step ${revision}` }, change, inverse: applied.inverse }
      return advance(applied.document, { done: [...history.done, step], undone: [] }, 'do')
    },
    fact: (change: Change): StepToStore => advance(applyChange(document, change).document, history, 'fact'),
    undo: (): StepToStore => {
      const step = history.done.at(-1)
      if (!step) throw new Error('Nothing to undo')
      const after = { done: history.done.slice(0, -1), undone: [...history.undone, step] }
      return advance(applyChange(document, step.inverse).document, after, 'undo')
    },
    redo: (): StepToStore => {
      const step = history.undone.at(-1)
      if (!step) throw new Error('Nothing to redo')
      const after = { done: [...history.done, step], undone: history.undone.slice(0, -1) }
      return advance(applyChange(document, step.change).document, after, 'redo')
    },
  }
}

/** Opens the database past our own code. */
export const raw = (name: string, version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => upgrade?.(request.result)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Every record of a store, by key, past our own code. */
export const records = async (name: string, store: string): Promise<ReadonlyMap<IDBValidKey, unknown>> => {
  const database = await raw(name)
  const transaction = database.transaction(store)
  const [keys, values] = await Promise.all([
    done(transaction.objectStore(store).getAllKeys()),
    done(transaction.objectStore(store).getAll()),
  ])
  database.close()
  return new Map(keys.map((key, index) => [key, values[index]]))
}

/** Changes records past our own code. */
export const tamper = async (name: string, store: string, act: (store: IDBObjectStore) => void): Promise<void> => {
  const database = await raw(name)
  const transaction = database.transaction(store, 'readwrite')
  act(transaction.objectStore(store))
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  database.close()
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
