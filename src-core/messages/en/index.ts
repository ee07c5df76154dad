import { common } from './common'
import { reading } from './reading'
import { menu } from './menu'
import { storage } from './storage'

export const en = { common, reading, menu, storage } as const
