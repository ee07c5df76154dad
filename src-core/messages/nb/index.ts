import { common } from './common'
import { reading } from './reading'
import { menu } from './menu'
import { storage } from './storage'

export const nb = { common, reading, menu, storage } as const
