import { statfs } from 'node:fs/promises'
import type { FreeSpace } from '../contract/host-api'

const megabyte = 1024 * 1024
/** Below this a person is warned. A region's plan with its snapshots takes some 200 MB. */
const lowBelow = 500 * megabyte
/** Below this nothing is written to IndexedDB: Chromium loses whole databases on a full disk (storage.md). */
const fullBelow = 60 * megabyte

/** `bytes` is what an ordinary user may still write; null where the system does not say. */
export const freeSpaceLevel = (bytes: number | null): FreeSpace => {
  if (bytes === null || bytes >= lowBelow) return { bytes, level: 'enough' }
  return { bytes, level: bytes < fullBelow ? 'full' : 'low' }
}

export const freeSpaceAt = async (folder: string): Promise<FreeSpace> => {
  try {
    const found = await statfs(folder)
    return freeSpaceLevel(found.bavail * found.bsize)
  } catch {
    return freeSpaceLevel(null)
  }
}
