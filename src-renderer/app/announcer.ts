import { createStore } from 'zustand/vanilla'

/** What screen readers are told; `turn` makes the same sentence twice two announcements. */
export const announcementStore = createStore<{ readonly text: string; readonly turn: number }>()(() => ({
  text: '',
  turn: 0,
}))

/** Says politely what just changed: "Journal moved to wave 3, 2 hard violations". */
export const announce = (text: string): void =>
  announcementStore.setState((state) => ({ text, turn: state.turn + 1 }))
