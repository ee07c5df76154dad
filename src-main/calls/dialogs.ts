export type FileFilter = { readonly name: string; readonly extensions: readonly string[] }

/** The system's own dialogs. Both give null when the person thought better of it. */
export type Dialogs = {
  readonly openFile: (options: { readonly title: string; readonly filters: readonly FileFilter[] }) => Promise<string | null>
  readonly saveFile: (options: {
    readonly title: string
    readonly suggestedName: string
    readonly filters: readonly FileFilter[]
  }) => Promise<string | null>
}
