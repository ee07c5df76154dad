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
  /** null while they are being worked out. */
  readonly consequences: ImportConsequences | null
  /** The plan with what is taken; the open one itself when that is nothing. */
  readonly accept: () => PlanDocument
}

/** What was chosen otherwise than suggested, by the key of the row. */
type Choices = ReadonlyMap<string, boolean>

const noChoices: Choices = new Map()
const nothingApart: ReadonlySet<string> = new Set()

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
  const [apart, setApart] = useState(nothingApart)
  const compared = useMemo(
    () => (open && way !== 'new' ? compareImport(open, imported, { way, apart, isDependencyEdited: dependencyEdits(history) }) : null),
    [open, history, imported, way, apart])
  const changes = useMemo(() => {
    if (!compared) return null
    const isTaken = (row: ImportRow): boolean => choices.get(row.key) ?? row.suggested
    let accepted: PlanDocument | null = null
    return {
      compared, isTaken,
      taken: compared.rows.reduce((count, row) => count + (isTaken(row) ? 1 : 0), 0),
      choose: (rows: readonly ImportRow[], taken: boolean) =>
        setChoices((known) => new Map([...known, ...rows.map((row) => [row.key, taken] as const)])),
      keepApart: (importedId: string) => setApart((known) => new Set([...known, importedId])),
      accept: () => (accepted ??= acceptImport(compared, isTaken, newId)),
    }
  }, [compared, choices])
  const consequences = useConsequences(changes)
  return useMemo(() => changes && { ...changes, consequences }, [changes, consequences])
}
