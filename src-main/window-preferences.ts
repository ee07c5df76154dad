/** What a page of ours may do: nothing that any page on the web could not. */
export const lockedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  /** Its dictionaries come from the network. */
  spellcheck: false,
} as const
