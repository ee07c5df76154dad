/** What a picture of the graph can be saved as. */
export const pictureFormats = ['png', 'svg', 'pdf'] as const
export type PictureFormat = (typeof pictureFormats)[number]

export type PictureToSave = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly format: PictureFormat
  /** Without an ending. */
  readonly suggestedName: string
}
