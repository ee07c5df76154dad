import { graphSettingsStore, setSettings } from '../../stores/graph-settings-store'
import type { MassTools } from './mass-context'
import { groupKey } from './picture-layout'
import type { Standing } from './walk-picture'

type Place = Pick<Standing, 'kind' | 'at'>

/** Key by which what is there is folded up: of a lane, of a group of several, or of the lane that a single item is in. */
const foldKeyOf = ({ picture }: MassTools, place: Place): string | undefined => {
  const { blocks, blockOf, lanes, model } = picture
  if (place.kind === 'lane') return lanes[place.at]?.key
  const block = place.kind === 'item' ? (blockOf[place.at] ?? -1) : place.at
  const group = model.groups[blocks.group[block] ?? -1]
  return group ? groupKey(group.id) : lanes[blocks.lane[block] ?? -1]?.key
}

/** Whether it is folded up now. */
export const isFolded = (tools: MassTools, place: Place): boolean => {
  const key = foldKeyOf(tools, place)
  return key !== undefined && graphSettingsStore.getState().settings.closed.includes(key)
}

/** Folds it up or opens it. */
export const toggleFold = (tools: MassTools, place: Place): void => {
  const key = foldKeyOf(tools, place)
  if (key === undefined) return
  const { closed } = graphSettingsStore.getState().settings
  setSettings({ closed: closed.includes(key) ? closed.filter((other) => other !== key) : [...closed, key] })
}
