import { useEffect, useMemo, useState } from 'react'
import type { PlanDocument } from '@core/plan/plan-document'
import { acceptImport } from '@core/workbook/accept-import'
import { compareImport, type ComparedImport, type ImportWay } from '@core/workbook/compare-import'
import { dependencyEdits } from '@core/workbook/dependency-edits'
import { importConsequences, type ImportConsequences } from '@core/workbook/import-consequences'
import type { ImportRow } from '@core/workbook/import-row'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { newId } from '../new-id'
import { usePlanStore } from '../stores/plan-store'

/** The changes that an import offers, and which of them the planner takes. */
export type Changes = {
  readonly compared: ComparedImport
  readonly isTaken: (row: ImportRow) => boolean
  readonly taken: number
  readonly choose: (rows: readonly ImportRow[], taken: boolean) => void
  /** The imported item is not the one of the plan that it looks like. */
  readonly keepApart: (importedId: string) => void
  /** The imported item is that one of the plan, whatever it looks like. */
  readonly pair: (importedId: string, openId: string) => void
  /** null while they are being worked out. */
  readonly consequences: ImportConsequences | null
  /** The plan with what is taken; the open one itself when that is nothing. */
  readonly accept: () => PlanDocument
}

/** What was chosen otherwise than suggested, by the key of the row. */
type Choices = ReadonlyMap<string, boolean>

const noChoices: Choices = new Map()
/** What the planner says of items: imported id to the open item that it is, or null for one that it is not. */
type Pairs = ReadonlyMap<string, string | null>

const noPairs: Pairs = new Map()

const apartIn = (pairs: Pairs): ReadonlySet<string> => new Set([...pairs].flatMap(([id, openId]) => (openId === null ? id : [])))
const sameIn = (pairs: Pairs): ReadonlyMap<string, string> => new Map([...pairs].flatMap(([id, openId]) => (openId === null ? [] : [[id, openId] as const])))

/** While somebody ticks one row after the other, nothing is judged. */
const pause = 250

const useConsequences = (changes: Omit<Changes, 'consequences'> | null): ImportConsequences | null => {
  const [known, setKnown] = useState<{ of: typeof changes; consequences: ImportConsequences } | null>(null)
  useEffect(() => {
    if (!changes || changes.taken === 0) return undefined
    const timer = setTimeout(() => {
      setKnown({ of: changes, consequences: importConsequences(changes.compared.open, changes.accept()) })
    }, pause)
    return () => clearTimeout(timer)
  }, [changes])
  return known && known.of === changes ? known.consequences : null
}

/** null while no plan is open, or where the import becomes a plan of its own. */
export const useChanges = (imported: ImportedWorkbook, way: ImportWay | 'new'): Changes | null => {
  const open = usePlanStore((state) => state.document)
  const history = usePlanStore((state) => state.history)
  const [choices, setChoices] = useState(noChoices)
  const [pairs, setPairs] = useState(noPairs)
  const compared = useMemo(
    () => (open && way !== 'new' ? compareImport(open, imported, {
      way, apart: apartIn(pairs), same: sameIn(pairs), isDependencyEdited: dependencyEdits(history),
    }) : null),
    [open, history, imported, way, pairs])
  const changes = useMemo(() => {
    if (!compared) return null
    const isTaken = (row: ImportRow): boolean => choices.get(row.key) ?? row.suggested
    let accepted: PlanDocument | null = null
    return {
      compared, isTaken,
      taken: compared.rows.reduce((count, row) => count + (isTaken(row) ? 1 : 0), 0),
      choose: (rows: readonly ImportRow[], taken: boolean) =>
        setChoices((known) => new Map([...known, ...rows.map((row) => [row.key, taken] as const)])),
      keepApart: (importedId: string) => setPairs((known) => new Map([...known, [importedId, null]])),
      pair: (importedId: string, openId: string) => setPairs((known) => new Map([...known, [importedId, openId]])),
      accept: () => (accepted ??= acceptImport(compared, isTaken, newId)),
    }
  }, [compared, choices])
  const consequences = useConsequences(changes)
  return useMemo(() => changes && { ...changes, consequences }, [changes, consequences])
}
