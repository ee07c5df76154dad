import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import type { RecentPlan } from '../contract/host-api'
import type { PreferencesStore } from './preferences'

const most = 10

/** The list with `path` on top, once. Newest first. */
export const withRecent = (plans: readonly RecentPlan[], path: string, openedAt: string): RecentPlan[] =>
  [{ path, name: basename(path), openedAt }, ...plans.filter((plan) => plan.path !== path)].slice(0, most)

export const rememberRecent = (store: PreferencesStore, path: string, openedAt: string): Promise<void> =>
  store.change({ recentPlans: withRecent(store.get().recentPlans, path, openedAt) })

export const forgetRecent = (store: PreferencesStore, path: string): Promise<void> =>
  store.change({ recentPlans: store.get().recentPlans.filter((plan) => plan.path !== path) })

/** Those that are still there. One on a drive that is not connected now stays in the list for another day. */
export const presentRecents = async (store: PreferencesStore): Promise<readonly RecentPlan[]> => {
  const plans = store.get().recentPlans
  const there = await Promise.all(plans.map((plan) => access(plan.path).then(() => true, () => false)))
  return plans.filter((_plan, index) => there[index])
}
