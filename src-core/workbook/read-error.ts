/** What else the first bytes look like, when they are no workbook. */
export type Lookalike = 'pdf' | 'image' | 'document' | 'presentation' | 'archive' | 'web-page' | 'program' | 'unknown'

/** Which limit a file goes beyond. `limit` is in megabytes for file, part, unpacked and text, otherwise a count. */
export type ReadLimit = 'file' | 'part' | 'unpacked' | 'parts' | 'ratio' | 'cells' | 'sheets' | 'rows' | 'columns' | 'text' | 'cell'

/** Why a workbook could not be read. `readErrorSentence` says each. */
export type ReadError = { readonly fileName: string } & (
  | { readonly type: 'not-found' }
  | { readonly type: 'no-permission' }
  | { readonly type: 'is-folder' }
  /** Another program holds the file open and locked. */
  | { readonly type: 'in-use' }
  | { readonly type: 'disk-error'; readonly code: string }
  | { readonly type: 'empty-file' }
  | { readonly type: 'not-a-workbook'; readonly looksLike: Lookalike }
  | { readonly type: 'password-protected' }
  /** A real spreadsheet, of a kind that we do not read. */
  | { readonly type: 'unsupported-format'; readonly format: string }
  /** The file ends before its contents do. */
  | { readonly type: 'truncated' }
  /** `part` names what is broken inside the file; empty where unknown. */
  | { readonly type: 'damaged'; readonly part: string }
  /** A quotation mark in a text file that opens in row `row` and never closes. */
  | { readonly type: 'unclosed-quote'; readonly row: number }
  | { readonly type: 'too-large'; readonly what: ReadLimit; readonly limit: number }
  /** Built in a way that no spreadsheet program does, and that is used in attacks. */
  | { readonly type: 'unsafe'; readonly part: string }
  | { readonly type: 'out-of-memory' }
  | { readonly type: 'timeout'; readonly seconds: number }
  | { readonly type: 'cancelled' }
  /** A bug of ours; `detail` is for the report, not for reading. */
  | { readonly type: 'failed'; readonly detail: string }
)

/** Why an export could not be made. */
export type WriteError =
  | { readonly type: 'out-of-memory' }
  | { readonly type: 'timeout'; readonly seconds: number }
  | { readonly type: 'cancelled' }
  | { readonly type: 'too-many-rows'; readonly sheet: string; readonly limit: number }
  | { readonly type: 'failed'; readonly detail: string }
