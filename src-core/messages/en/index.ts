import { common } from './common'
import { reading } from './reading'

export const en = { common, reading } as const
