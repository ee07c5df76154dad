import type { HostileFile } from './hostile-file'
import { otherHostileFiles } from './other-files'
import { hostileSheets } from './sheet-files'
import { hostileZips } from './zip-files'

/** Every hostile or broken file that we know of; each must end in rows or in a sentence, quickly and in little memory. */
export const hostileFiles: readonly HostileFile[] = [...hostileZips, ...hostileSheets, ...otherHostileFiles]
