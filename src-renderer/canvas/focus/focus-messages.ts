import type { FocusLayout } from './focus-layout'
import type { FocusAsked, FocusPicture } from './focus-picture'

/** What the worker is told. The estate is sent once, the groups when they change, then only questions. */
export type FocusRequest =
  | { readonly type: 'estate'; readonly itemCount: number; readonly from: Int32Array; readonly to: Int32Array; readonly hard: Uint8Array }
  | { readonly type: 'groups'; readonly groupOf: Int32Array }
  | { readonly type: 'ask'; readonly turn: number; readonly asked: FocusAsked; readonly aspect: number }

export type FocusReply =
  | { readonly type: 'answer'; readonly turn: number; readonly picture: FocusPicture; readonly layout: FocusLayout }
  | { readonly type: 'failed'; readonly turn: number; readonly reason: string }
