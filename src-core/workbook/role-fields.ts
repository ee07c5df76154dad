import { linkFields } from './link-fields'
import { dependencyFields, freezeFields, itemFields, ruleFields, waveFields, type TableRole } from './headings'

/** The fields that a column of a sheet of that role can hold, in the order of our own sheets. */
export const fieldsOfRole: Readonly<Record<TableRole, readonly string[]>> = {
  items: [...itemFields, ...linkFields], dependencies: dependencyFields, waves: waveFields, rules: ruleFields, 'freeze-windows': freezeFields,
}
