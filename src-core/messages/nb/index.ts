import { common } from './common'

export const nb = { common } as const
