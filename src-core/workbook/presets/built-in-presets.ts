import applicationList from './application-list.json'
import archiElements from './archi-elements.json'
import archiProperties from './archi-properties.json'
import archiRelations from './archi-relations.json'
import awsApplicationDiscovery from './aws-application-discovery.json'
import awsApplicationMigration from './aws-application-migration.json'
import awsMigrationFactory from './aws-migration-factory.json'
import azureMigrateDependencies from './azure-migrate-dependencies.json'
import azureMigrateDiscovery from './azure-migrate-discovery.json'
import azureMigrateImport from './azure-migrate-import.json'
import edgeList from './edge-list.json'
import googleMigrationCenter from './google-migration-center.json'
import konveyor from './konveyor.json'
import leanixInventory from './leanix-inventory.json'
import leanixProjectApplications from './leanix-project-applications.json'
import leanixRelations from './leanix-relations.json'
import leanixServicenow from './leanix-servicenow.json'
import { readPreset, type Preset } from './preset'
import rvtoolsCluster from './rvtools-vcluster.json'
import rvtoolsHost from './rvtools-vhost.json'
import rvtoolsInfo from './rvtools-vinfo.json'
import rvtoolsNetwork from './rvtools-vnetwork.json'
import serverList from './server-list.json'
import serviceDependencies from './service-dependencies.json'
import servicenowItems from './servicenow-cmdb-ci.json'
import servicenowRelations from './servicenow-cmdb-rel-ci.json'
import tidal from './tidal.json'

/** In the order in which they are asked: what needs more headings stands before what needs fewer of the same. */
const files: readonly unknown[] = [
  rvtoolsInfo, rvtoolsHost, rvtoolsCluster, rvtoolsNetwork, azureMigrateDiscovery, azureMigrateDependencies, azureMigrateImport,
  awsMigrationFactory, awsApplicationMigration, awsApplicationDiscovery, googleMigrationCenter, konveyor, servicenowItems,
  servicenowRelations, leanixProjectApplications, leanixInventory, leanixRelations, leanixServicenow, archiRelations, archiElements,
  archiProperties, tidal, serviceDependencies,
  applicationList, serverList, edgeList,
]

const checked = (file: unknown): Preset => {
  const read = readPreset(file)
  if (!read.ok) throw new Error(`A preset of ours is wrong: ${read.error.problems.join('; ')}`)
  return read.value
}

/** The foreign exports that are known without being told. */
export const builtInPresets: readonly Preset[] = files.map(checked)
