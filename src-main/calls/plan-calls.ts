import { translator } from '@core/messages/translator'
import type { Language } from '@core/messages/translator'
import { ok } from '@core/result'
import type { CallHandlers } from '../contract/calls'
import type { AllowedPaths } from '../files/allowed-paths'
import { fileReferenceOf, planExtension, safeFileName, withExtension } from '../files/file-reference'
import { openPlanFile, savePlanFile } from '../files/plan-files'
import type { PreferencesStore } from '../files/preferences'
import { forgetRecent, presentRecents, rememberRecent } from '../files/recent-plans'
import type { Dialogs } from './dialogs'

export type PlanCallOptions = {
  readonly dialogs: Dialogs
  readonly paths: AllowedPaths
  readonly preferences: PreferencesStore
  readonly language: () => Language
  readonly now: () => Date
}

type PlanCalls = Pick<CallHandlers, 'choosePlan' | 'openPlan' | 'savePlan' | 'recentPlans' | 'forgetRecent'>

export const planCalls = (options: PlanCallOptions): PlanCalls => {
  const { dialogs, paths, preferences, language, now } = options
  const remember = (path: string): Promise<void> => rememberRecent(preferences, path, now().toISOString())
  return {
    choosePlan: async () => {
      const t = translator(language())
      const filters = planFilters(language())
      const path = await dialogs.openFile({ title: t('storage.choosePlanTitle'), filters })
      if (path === null) return null
      paths.allow(path, 'write')
      return fileReferenceOf(path)
    },
    openPlan: async ({ path }) => {
      paths.check(path, 'read')
      const opened = await openPlanFile(path)
      if (!opened.ok) return opened
      await remember(path)
      return ok({ ...opened.value, path })
    },
    savePlan: async ({ document, history, path: known, suggestedName }) => {
      if (known !== null) paths.check(known, 'write')
      const path = known ?? (await askWhere(dialogs, language(), suggestedName))
      if (path === null) return ok(null)
      const saved = await savePlanFile(path, { document, history })
      if (!saved.ok) return saved
      paths.allow(path, 'write')
      await remember(path)
      return ok(fileReferenceOf(path))
    },
    recentPlans: async () => {
      const plans = await presentRecents(preferences)
      for (const plan of plans) paths.allow(plan.path, 'write')
      return plans
    },
    forgetRecent: (path) => forgetRecent(preferences, path),
  }
}

const planFilters = (language: Language): { name: string; extensions: readonly string[] }[] => [
  { name: translator(language)('storage.planFiles'), extensions: [planExtension] },
]

const askWhere = async (dialogs: Dialogs, language: Language, suggestedName: string): Promise<string | null> => {
  const path = await dialogs.saveFile({
    title: translator(language)('storage.savePlanTitle'),
    suggestedName: safeFileName(suggestedName, planExtension),
    filters: planFilters(language),
  })
  return path === null ? null : withExtension(path, planExtension)
}
