import { linkByField, linkFields } from './link-fields'
import { markField } from './matrix-table'
import { dependencyFields, freezeFields, itemFields, ruleFields, waveFields, type TableRole } from './headings'

/** The fields that a column of a sheet of that role can hold, in the order of our own sheets. */
export const fieldsOfRole: Readonly<Record<TableRole, readonly string[]>> = {
  items: [...itemFields, ...linkFields], dependencies: [...dependencyFields, markField], waves: waveFields, rules: ruleFields, 'freeze-windows': freezeFields,
}

/** Whether several columns of a sheet can hold that field. */
export const isOfSeveralColumns = (field: string): boolean => field === markField || linkByField.has(field)
