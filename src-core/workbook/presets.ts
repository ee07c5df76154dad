import type { ItemKind } from '../estate/item'
import { fold } from './fold'
import type { TableRole } from './headings'

/**
 * A foreign export that we know by its headings. Columns that are not named here are matched by our own headings, then
 * kept as extra fields.
 */
export type Preset = {
  readonly id: string
  /** All of these headings are there. */
  readonly signature: readonly string[]
  readonly role: TableRole
  /** Of the items in it; for dependencies, of the items made from their ends where there is no inventory. */
  readonly kind: ItemKind
  /** Heading to field. Besides our own fields: `application` (runs on this server), `direction` (northbound swaps the ends). */
  readonly columns: readonly (readonly [heading: string, field: string])[]
  /** Only rows with this value under this heading. A sheet may hold two kinds of records. */
  readonly only?: readonly [heading: string, value: string]
  /** The same pair of ends many times over is one dependency. */
  readonly mergeRepeated?: boolean
}

const konveyor = { id: 'konveyor', kind: 'application' } as const

const presetsAsWritten: readonly Preset[] = [
  {
    id: 'rvtools', role: 'items', kind: 'server', signature: ['VM', 'Powerstate', 'CPUs', 'Memory', 'Disks'],
    columns: [['VM', 'name'], ['VM UUID', 'id'], ['Datacenter', 'site'], ['Annotation', 'notes']],
  },
  {
    id: 'azure-migrate-discovery', role: 'items', kind: 'server', signature: ['Machine Name', 'Machine ID', 'Operating System'],
    columns: [['Machine Name', 'name'], ['Machine ID', 'id']],
  },
  {
    id: 'azure-migrate-dependencies', role: 'dependencies', kind: 'server', mergeRepeated: true,
    signature: ['Source server name', 'Destination server name'],
    columns: [['Source server name', 'from'], ['Destination server name', 'to']],
  },
  {
    id: 'azure-migrate-import', role: 'items', kind: 'server', signature: ['Server name', 'Cores', 'Memory (In MB)', 'OS name'],
    columns: [['Server name', 'name']],
  },
  {
    id: 'aws-migration-factory', role: 'items', kind: 'server', signature: ['server_name', 'server_os_family', 'app_name'],
    columns: [
      ['server_name', 'name'], ['app_name', 'application'], ['wave_name', 'wave'], ['r_type', 'disposition'],
      ['server_environment', 'environment'],
    ],
  },
  {
    id: 'aws-application-migration', role: 'items', kind: 'server', signature: ['mgn:app:name', 'mgn:server:user-provided-id'],
    columns: [['mgn:server:user-provided-id', 'name'], ['mgn:app:name', 'application'], ['mgn:wave:name', 'wave']],
  },
  {
    id: 'aws-application-discovery', role: 'items', kind: 'server', signature: ['ExternalId', 'HostName', 'OS.Name'],
    columns: [['ExternalId', 'id'], ['HostName', 'name'], ['Applications', 'application'], ['ApplicationWave', 'wave']],
  },
  {
    id: 'google-migration-center', role: 'items', kind: 'server', signature: ['MachineId', 'MachineName', 'OsName'],
    columns: [['MachineId', 'id'], ['MachineName', 'name'], ['HostingLocation', 'site']],
  },
  {
    id: 'tidal', role: 'items', kind: 'server', signature: ['HOST_NAME', 'FQDN', 'assigned_id'],
    columns: [['HOST_NAME', 'name'], ['DESCRIPTION', 'notes'], ['ZONE', 'site']],
  },
  ...['Record Type', 'Record Type 1'].flatMap((recordType): Preset[] => [
    {
      ...konveyor, role: 'items', signature: [recordType, 'Application Name'], only: [recordType, '1'],
      columns: [['Application Name', 'name'], ['Business Service', 'serviceArea'], ['Comments', 'notes']],
    },
    {
      ...konveyor, role: 'dependencies', signature: [recordType, 'Application Name', 'Dependency'], only: [recordType, '2'],
      columns: [['Application Name', 'from'], ['Dependency', 'to'], ['Dependency Direction', 'direction']],
    },
  ]),
  {
    id: 'servicenow-relations', role: 'dependencies', kind: 'application', signature: ['parent', 'type', 'child'],
    columns: [['parent', 'from'], ['type', 'type'], ['child', 'to']],
  },
  {
    id: 'service-dependencies', role: 'dependencies', kind: 'service', signature: ['service', 'depends_on'],
    columns: [['service', 'from'], ['depends_on', 'to']],
  },
  {
    id: 'application-list', role: 'items', kind: 'application', signature: ['Application Name'],
    columns: [['Application Name', 'name'], ['Application Id', 'id'], ['Business Service', 'serviceArea'], ['Comments', 'notes']],
  },
  {
    id: 'application-list', role: 'items', kind: 'application', signature: ['Applikasjonsnavn'],
    columns: [['Applikasjonsnavn', 'name']],
  },
  ...['Server name', 'Servernavn', 'Servernamn', 'Hostname', 'Machine name'].map((heading): Preset => ({
    id: 'server-list', role: 'items', kind: 'server', signature: [heading], columns: [[heading, 'name']],
  })),
]

/** The same with folded headings. */
const presets: readonly Preset[] = presetsAsWritten.map((preset) => ({
  ...preset,
  signature: preset.signature.map(fold),
  columns: preset.columns.map(([heading, field]) => [fold(heading), field] as const),
  ...(preset.only && { only: [fold(preset.only[0]), preset.only[1]] as const }),
}))

/** The presets of the first known export whose headings are all in a row; several when it mixes kinds of records. */
export const presetsFor = (foldedHeadings: ReadonlySet<string>): readonly Preset[] => {
  const fits = (preset: Preset): boolean => preset.signature.every((heading) => foldedHeadings.has(heading))
  const first = presets.find(fits)
  return first ? presets.filter((preset) => preset.id === first.id && fits(preset)).slice(0, first.only ? undefined : 1) : []
}

/** Sheets of known exports that hold housekeeping, never planned items: the machines are on another sheet. */
const housekeeping = new Set(
  ('vCPU vMemory vDisk vPartition vNetwork vCD vUSB vSnapshot vTools vSource vRP vCluster vHost vHBA vNIC vSwitch vPort '
    + 'dvSwitch dvPort vSC_VMK vDatastore vMultiPath vLicense vFileInfo vHealth vMetaData').split(' ').map(fold),
)
export const isHousekeeping = (sheetName: string): boolean => housekeeping.has(fold(sheetName).replace(/^(rvtools)?tab/, ''))
