import { planFileVersion } from '@core/formats/plan-migrations'
import type { ProgramVersions } from './contract/state-file'
import { databaseVersion } from './contract/versions'

/** Who is running: what the state file records, and is compared with on the next start. */
export const versionsOf = (program: string, runtime: NodeJS.ProcessVersions): ProgramVersions => ({
  program,
  electron: runtime.electron ?? null,
  chromium: runtime.chrome ?? null,
  database: databaseVersion,
  planFile: planFileVersion,
})
