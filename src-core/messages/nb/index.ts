import { common } from './common'
import { reading } from './reading'
import { menu } from './menu'
import { storage } from './storage'
import { graph } from './graph'
import { waves } from './waves'
import { propose } from './propose'

export const nb = { common, reading, menu, storage, graph, waves, propose } as const
