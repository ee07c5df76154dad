import { z } from 'zod'
import { languages, nearestLanguage } from '@core/messages/translator'
import { noMappings, rememberedMappings } from '@core/workbook/mapping-schema'
import { noDecisions, rememberedDecisions } from '@core/workbook/merge-memory'
import { themes } from '../contract/preferences'
import { readJsonFile, writeJsonFile } from './json-file'
import { oneAtATime } from '@core/one-at-a-time'

const recentPlan = z.object({ path: z.string(), name: z.string(), openedAt: z.string() })

/** What the main process remembers between starts. Nothing in it is a person's work: a damaged file is begun anew. */
const preferencesSchema = z.object({
  version: z.literal(1),
  language: z.enum(languages),
  theme: z.enum(themes),
  window: z.object({ width: z.number(), height: z.number(), maximised: z.boolean() }),
  recentPlans: z.array(recentPlan),
  /** How sheets of known headings are read; preferences of the first version have none. */
  mappings: rememberedMappings.catch(noMappings),
  /** What was decided on items that look alike, for the next import of the same inventory. */
  decisions: rememberedDecisions.catch(noDecisions),
})

export type Preferences = z.infer<typeof preferencesSchema>

export type PreferencesStore = {
  readonly get: () => Preferences
  /** Takes effect at once; the file follows. A preference that cannot be written is not worth a message. */
  readonly change: (fields: Partial<Preferences>) => Promise<void>
}

export const firstPreferences = (locale: string): Preferences => ({
  version: 1,
  language: nearestLanguage(locale),
  theme: 'system',
  window: { width: 1440, height: 900, maximised: false },
  recentPlans: [],
  mappings: noMappings,
  decisions: noDecisions,
})

export const openPreferences = async (path: string, locale: string): Promise<PreferencesStore> => {
  const reading = await readJsonFile(path, preferencesSchema)
  let current = reading.type === 'read' ? reading.value : firstPreferences(locale)
  const inOrder = oneAtATime()
  return {
    get: () => current,
    change: async (fields) => {
      current = { ...current, ...fields }
      await inOrder(() => writeJsonFile(path, current))
    },
  }
}
