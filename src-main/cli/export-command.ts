import { ok, type Result } from '@core/result'
import { hasSupplier, suppliersOf } from '@core/workbook/supplier-scope'
import { badInput, type BadInput, type ExportCommand } from './command'
import { loadPlan } from './load-plan'
import type { Terminal } from './terminal'
import { writePlan } from './write-plan'

/** Writes the workbook, whole or one supplier's package. */
export const runExport = async (command: ExportCommand, terminal: Terminal): Promise<Result<number, BadInput>> => {
  const loaded = await loadPlan(command.file, terminal)
  if (!loaded.ok) return loaded
  const { document } = loaded.value
  const { supplier } = command
  if (supplier !== undefined && !hasSupplier(document, supplier)) {
    const suppliers = suppliersOf(document)
    const { t } = terminal
    return badInput(suppliers.length === 0
      ? t('cli.noSuppliers', { supplier })
      : t('cli.unknownSupplier', { supplier, suppliers: suppliers.join(', ') }))
  }
  const written = await writePlan({ ...loaded.value, ...(supplier !== undefined && { supplier }) }, command.out, terminal)
  return written.ok ? ok(0) : written
}
