/** What passes between the window and the worker that draws the estate. Lengths in flow pixels unless said. */

/** The estate's own part: sent once an import. */
export type NamesMessage = { readonly type: 'names'; readonly items: readonly string[] }

/** Where everything lies: sent when the plan or the settings change. */
export type GeometryMessage = {
  readonly type: 'geometry'
  readonly version: number
  readonly x: Float32Array
  readonly y: Float32Array
  readonly width: Float32Array
  readonly height: Float32Array
  readonly lanes: { readonly count: number; readonly x: Float32Array; readonly width: Float32Array; readonly hue: Int16Array }
  readonly blocks: {
    readonly count: number
    readonly x: Float32Array
    readonly y: Float32Array
    readonly width: Float32Array
    readonly height: Float32Array
    readonly closed: Uint8Array
    /** Items of each block, as places in `order`; read where one is closed, and empty while none is. */
    readonly start: Uint32Array
    readonly end: Uint32Array
    /** 1: a group of several, with a name above its items. */
    readonly named: Uint8Array
    readonly names: readonly string[]
  }
  readonly order: Uint32Array
  readonly bounds: { readonly width: number; readonly height: number }
}

/** How things look: classes, marks, selection. */
export type LooksMessage = {
  readonly type: 'looks'
  readonly classOf: Uint8Array
  readonly flags: Uint8Array
}

/** Colours as pixels (AABBGGRR), and as text for what is written. */
export type Palette = {
  readonly page: number
  readonly lane: number
  readonly surface: number
  readonly line: number
  readonly block: number
  readonly hard: number
  readonly warning: number
  readonly selected: number
  readonly found: number
  /** Of each class: the full colour, a quiet surface, and the same dimmed. */
  readonly classes: readonly { readonly full: number; readonly quiet: number; readonly dim: number }[]
  readonly laneHues: readonly number[]
  /** Around lanes; null where their hues are enough. */
  readonly laneEdge: number | null
  readonly text: string
  readonly quietText: string
  readonly onMark: string
}

export type PaletteMessage = { readonly type: 'palette'; readonly palette: Palette }

/** A view of the picture: how far it is moved (in canvas pixels) and enlarged. */
export type Transform = { readonly x: number; readonly y: number; readonly zoom: number }

export type DrawMessage = {
  readonly type: 'draw'
  /** Of the canvas, in flow pixels to canvas pixels. */
  readonly transform: Transform
  /** Canvas pixels. */
  readonly width: number
  readonly height: number
  /** Canvas pixels per pixel of the style sheet. */
  readonly density: number
  /** While the hand still moves: fewer words. */
  readonly quick: boolean
  /** Names of open groups: not where labels stand above them. */
  readonly withGroupNames: boolean
}

/** The whole estate, small. */
export type OverviewMessage = { readonly type: 'overview'; readonly width: number; readonly height: number }

/** The typeface of the window, as a file. */
export type FontMessage = { readonly type: 'font'; readonly bytes: ArrayBuffer }

export type ToWorker = FontMessage | NamesMessage | GeometryMessage | LooksMessage | PaletteMessage | DrawMessage | OverviewMessage

export type Drawn = {
  readonly type: 'drawn'
  readonly bitmap: ImageBitmap
  readonly transform: Transform
  readonly version: number
  /** Items that are in the drawn part. */
  readonly items: number
}

export type OverviewDrawn = { readonly type: 'overview-drawn'; readonly bitmap: ImageBitmap }

export type FromWorker = Drawn | OverviewDrawn
