import { z } from 'zod'
import { dependencyTypes } from '../estate/dependency'
import { itemKinds } from '../estate/item'
import { mappingsVersion, type RememberedMapping } from './mapping'

const text = z.string().max(32_767)

/** What is kept of mappings outside a plan is checked whenever it is read. */
export const rememberedMapping: z.ZodType<RememberedMapping> = z.strictObject({
  headings: z.array(text).max(20_000),
  role: z.enum(['items', 'dependencies', 'waves', 'rules', 'freeze-windows', 'kept']),
  kind: z.enum(itemKinds).nullable(),
  preset: text.nullable(),
  fields: z.array(z.tuple([text, text.nullable()])).max(20_000),
  repeats: z.array(z.tuple([text, z.boolean()])).max(20_000).optional(),
  type: z.enum(dependencyTypes).optional(),
  usedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
})

/** All of a laptop's mappings. */
export const rememberedMappings = z.object({ version: z.literal(mappingsVersion), sheets: z.array(rememberedMapping) })
export type RememberedMappings = z.infer<typeof rememberedMappings>

export const noMappings: RememberedMappings = { version: mappingsVersion, sheets: [] }
