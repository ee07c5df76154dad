import { createContext, useContext } from 'react'

/** What is marked in the picture, apart from the selection. */
export type FocusMarks = {
  /** The block that the keyboard stands on. */
  readonly current: string | null
  /** The block or line under the pointer. */
  readonly pointedAt: string | null
  /** Blocks on the way, or beside the selection: the others are dimmed. null: none is. */
  readonly near: ReadonlySet<string> | null
  /** Lines that are drawn strongly; null: none in particular. */
  readonly lines: ReadonlySet<string> | null
}

export const noMarks: FocusMarks = { current: null, pointedAt: null, near: null, lines: null }

export const FocusContext = createContext<FocusMarks>(noMarks)

export const useFocusMarks = (): FocusMarks => useContext(FocusContext)
