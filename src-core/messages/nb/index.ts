import { common } from './common'
import { reading } from './reading'

export const nb = { common, reading } as const
