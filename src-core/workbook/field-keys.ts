import type { MessageKey } from '../messages/translator'

/** What each field of an item or dependency is called. */
export const fieldKeys: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['id', 'common.fieldId'], ['name', 'common.fieldName'], ['kind', 'common.fieldKind'], ['organisation', 'common.fieldOrganisation'],
  ['site', 'common.fieldSite'], ['serviceArea', 'common.fieldServiceArea'], ['environment', 'common.fieldEnvironment'],
  ['owner', 'common.fieldOwner'], ['team', 'common.fieldTeam'], ['supplier', 'common.fieldSupplier'],
  ['criticality', 'common.fieldCriticality'], ['disposition', 'common.fieldDisposition'],
  ['consolidateInto', 'common.fieldConsolidateInto'], ['phaseOutReason', 'common.fieldPhaseOutReason'],
  ['endOfSupport', 'common.fieldEndOfSupport'], ['effort', 'common.fieldEffort'], ['cost', 'common.fieldCost'],
  ['users', 'common.fieldUsers'], ['count', 'common.fieldCount'], ['sensitivity', 'common.fieldSensitivity'],
  ['sharedService', 'common.fieldSharedService'], ['status', 'common.fieldStatus'], ['notes', 'common.fieldNotes'],
  ['moveGroup', 'common.fieldGroup'], ['wave', 'common.fieldWave'],
  ['type', 'inventory.type'], ['strength', 'inventory.strength'], ['order', 'inventory.order'], ['pricePerDay', 'inventory.bridge'],
  ['moveGroupOrigin', 'import.fieldMoveGroupOrigin'], ['from', 'import.fieldFrom'], ['to', 'import.fieldTo'], ['number', 'import.fieldNumber'],
  ['start', 'import.fieldStart'], ['end', 'import.fieldEnd'], ['capacity', 'import.fieldCapacity'], ['maxItems', 'import.fieldMaxItems'],
  ['budget', 'import.fieldBudget'], ['items', 'import.fieldItems'], ['earliest', 'import.fieldEarliest'], ['latest', 'import.fieldLatest'],
  ['lag', 'import.fieldLag'], ['limit', 'import.fieldLimit'], ['reason', 'import.fieldReason'],
  ['application', 'import.linkApplication'], ['server', 'import.linkServer'], ['host', 'import.linkHost'], ['cluster', 'import.linkCluster'],
  ['platform', 'import.linkPlatform'], ['partOf', 'import.linkPartOf'], ['database', 'import.linkDatabase'],
  ['network', 'import.linkNetwork'], ['dependsOn', 'import.linkDependsOn'], ['recordType', 'import.fieldRecordType'],
  ['direction', 'import.fieldDirection'],
  ['maxLatencyMs', 'import.fieldLatency'], ['confidence', 'import.fieldConfidence'], ['source', 'import.fieldSource'], ['mark', 'import.fieldMark'],
])
