/** A rectangle of the picture, in flow pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type LaneKey = string

/** What a lane stands for; the sentence is made where it is drawn. Waves by their place in the plan. */
export type LaneTitle =
  | { readonly kind: 'wave'; readonly wave: number }
  | { readonly kind: 'waves'; readonly first: number; readonly last: number }
  | { readonly kind: 'unplanned' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'level'; readonly level: number }
  /** An organisation, a platform, a supplier: its own name. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'others'; readonly count: number }
  /** What has no value in the field that the lanes are made of. */
  | { readonly kind: 'none' }
