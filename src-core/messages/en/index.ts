import { common } from './common'
import { reading } from './reading'
import { menu } from './menu'
import { storage } from './storage'
import { graph } from './graph'

export const en = { common, reading, menu, storage, graph } as const
