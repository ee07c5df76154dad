import { createContext, useContext } from 'react'
import type { PictureView } from './use-picture'
import type { Walker } from './use-walker'

/** What every part of the view can reach. */
export type MassTools = PictureView & {
  /** Moves what is seen. */
  readonly walker: Walker
}

export const MassContext = createContext<MassTools | null>(null)

export const useMassTools = (): MassTools => {
  const tools = useContext(MassContext)
  if (!tools) throw new Error('A part of the picture is drawn outside of it')
  return tools
}
