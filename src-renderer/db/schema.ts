import Dexie from 'dexie'
import type { EntityTable, Transaction } from 'dexie'
import type { Estate } from '@core/estate/estate'
import { databaseVersion } from '@main/contract/versions'
import type { Layout } from './block-plan'
import type { PlanFrame, ScenarioFrame } from './plan-lists'

/**
 * Some rows of one of the long lists, as JSON. Objects the browser would walk twice, to copy them and to look for the key
 * in the copy, and build again one by one on reading: three times as dear to write, and half as much again to read.
 */
export type BlockRecord = { readonly id: number; readonly rows: string }

/** One command of the undo log (`Step`), as JSON. Those below `done` of the head are in the plan, the others can be done again. */
export type LogRecord = { readonly seq: number; readonly step: string }

/** What is one of a kind, or one for each scenario. `key` is `head`, `sheets`, `layouts` or `scenario:ID`. */
export type SmallRecord =
  | {
      readonly key: 'head'
      readonly frame: PlanFrame
      readonly revision: number
      readonly filePath: string | null
      readonly fileRevision: number | null
      readonly done: number
      readonly logged: number
    }
  | { readonly key: 'sheets'; readonly extraSheets: Estate['extraSheets'] }
  | { readonly key: 'layouts'; readonly layouts: Readonly<Record<string, Layout>> }
  | { readonly key: `scenario:${string}`; readonly scenario: ScenarioFrame }

export type WorkingCopy = Dexie & {
  readonly blocks: EntityTable<BlockRecord, 'id'>
  readonly log: EntityTable<LogRecord, 'seq'>
  readonly records: EntityTable<SmallRecord, 'key'>
}

/** Version 2 added three lists to the plan: they are empty in a plan of version 1. */
const addPlanLists = (transaction: Transaction): Promise<unknown> =>
  transaction.table<{ layouts?: object }>('records').where('key').equals('layouts').modify((record) => {
    record.layouts = { ...record.layouts, views: [], filters: [], exchanges: [] }
  })

/** Version 3 keeps rows and steps as text. */
const writeAsText = async (transaction: Transaction): Promise<void> => {
  await transaction.table<{ rows: unknown }>('blocks').toCollection().modify((block) => {
    block.rows = JSON.stringify(block.rows)
  })
  await transaction.table<{ step: unknown }>('log').toCollection().modify((record) => {
    record.step = JSON.stringify(record.step)
  })
}

/**
 * The declared database. Every version that was ever shipped stays here with its upgrade, which may use nothing but
 * the transaction it is given; a test opens each. Version numbers go up by one and are `databaseVersion` at the end.
 */
export const declareWorkingCopy = (name: string): WorkingCopy => {
  const database = new Dexie(name, { autoOpen: false, cache: 'disabled', chromeTransactionDurability: 'strict' })
  database.version(1).stores({ blocks: 'id', log: 'seq', records: 'key' })
  database.version(2).upgrade(addPlanLists)
  database.version(3).upgrade(writeAsText)
  if (database.verno !== databaseVersion) throw new Error('databaseVersion is not the last declared version')
  return database as WorkingCopy
}

/** Dexie multiplies its versions by ten. Found before opening, since it opens a later version without a word. */
export const storedVersion = async (name: string): Promise<number | null> => {
  const found = (await indexedDB.databases()).find((database) => database.name === name)
  return found?.version === undefined ? null : found.version / 10
}
