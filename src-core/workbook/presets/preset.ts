import { z } from 'zod'
import { itemKinds } from '../../estate/item'
import { failure, ok, type Result } from '../../result'
import { fold } from '../fold'
import { dependencyFields, itemFields } from '../headings'
import { linkFields } from '../link-fields'

/** Headings are written as in the file and kept folded; several spellings of one heading stand in a list. */
const headings = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((given) => (typeof given === 'string' ? [given] : given).map(fold))

const rowsWith = z.strictObject({ heading: headings, values: z.array(z.string()).min(1) })

const column = z.strictObject({
  heading: headings,
  field: z.string(),
  /** What other programs write, and what we read it as. */
  words: z.record(z.string(), z.string()).transform((words) => new Map(Object.entries(words).map(([from, to]) => [fold(from), to]))).optional(),
})

const tableSchema = z.strictObject({
  role: z.enum(['items', 'dependencies']),
  kind: z.enum(itemKinds).optional(),
  columns: z.array(column).min(1),
  only: rowsWith.optional(),
  passOver: rowsWith.optional(),
  swapEnds: rowsWith.optional(),
  makeTo: z.enum(itemKinds).optional(),
  always: z.record(z.string(), z.string()).optional(),
  endOfSupportFrom: headings.optional(),
  mergeRepeated: z.boolean().optional(),
  fillDown: headings.optional(),
  onlyAdds: z.boolean().optional(),
  properties: z.strictObject({ key: headings, value: headings }).optional(),
}).superRefine((table, context) => {
  const known: readonly string[] = ['extra', 'recordType', 'direction', ...(table.role === 'items' ? [...itemFields, ...linkFields] : dependencyFields)]
  const named = [...table.columns.map((one) => one.field), ...Object.keys(table.always ?? {})]
  for (const field of named) {
    if (!known.includes(field)) context.addIssue({ code: 'custom', message: `unknown field "${field}"`, path: ['columns'] })
  }
})

const presetSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  source: z.string().optional(),
  sheets: z.array(z.string().min(1)).transform((names) => names.map(fold)).optional(),
  headings: z.array(headings).min(1),
  tables: z.array(tableSchema).min(1),
})

/** One kind of record in a known export; the README beside this file says what each field does. Headings are folded. */
export type PresetTable = Readonly<z.output<typeof tableSchema>>

/** A foreign export that we know by its headings, from a file beside this one or from a planner's own. */
export type Preset = Readonly<z.output<typeof presetSchema>>

/** Why a preset file cannot be used: `problems` name the place in it and what is wrong there, in English. */
export type PresetError = { readonly type: 'invalid-preset'; readonly problems: readonly string[] }

/** Checks what a preset file holds, after JSON.parse. */
export const readPreset = (json: unknown): Result<Preset, PresetError> => {
  const parsed = presetSchema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'preset'}: ${issue.message}`)
  return failure({ type: 'invalid-preset', problems })
}
