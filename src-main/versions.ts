import type { ProgramVersions } from './contract/state-file'
import { databaseVersion } from './contract/versions'

/** The version of `.waveplan` that this program writes. */
const planFileVersion = 1

/** Who is running: what the state file records, and is compared with on the next start. */
export const versionsOf = (program: string, runtime: NodeJS.ProcessVersions): ProgramVersions => ({
  program,
  electron: runtime.electron ?? null,
  chromium: runtime.chrome ?? null,
  database: databaseVersion,
  planFile: planFileVersion,
})
