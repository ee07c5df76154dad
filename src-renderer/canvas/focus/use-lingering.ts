import { useEffect, useState } from 'react'

/** Long after a picture is painted, and before anybody misses the memory. */
const lingerMs = 700

/**
 * True while something that is covered should stay as it is: taking down a large picture takes as long as painting a
 * small one, so it waits until that is done.
 */
export const useLingering = (isCovered: boolean): boolean => {
  const [isGone, setGone] = useState(isCovered)
  if (!isCovered && isGone) setGone(false)
  useEffect(() => {
    if (!isCovered || isGone) return
    const timer = setTimeout(() => setGone(true), lingerMs)
    return () => clearTimeout(timer)
  }, [isCovered, isGone])
  return isCovered && !isGone
}
