import type { Rule } from '../plan/rule'

/** Whether a rule has what its type cannot do without. */
export const isCompleteRule = (rule: Rule): boolean => {
  switch (rule.type) {
    case 'together': case 'apart': case 'before': return rule.itemIds.length >= 2
    case 'pin': return rule.itemIds.length >= 1 && rule.wave !== undefined
    case 'window': return rule.itemIds.length >= 1 && (rule.earliest !== undefined || rule.latest !== undefined)
    case 'capacity': case 'critical-limit': return rule.limit !== undefined
  }
}
