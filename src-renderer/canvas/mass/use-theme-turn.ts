import { useEffect, useState } from 'react'

/** Counts up when the look of the program changes: theme, contrast, light or dark of the system. */
export const useThemeTurn = (): number => {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const observer = new MutationObserver(() => setTurn((now) => now + 1))
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme', 'data-contrast'] })
    return () => observer.disconnect()
  }, [])
  return turn
}
