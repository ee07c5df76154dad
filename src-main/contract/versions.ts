/** The version of the layout in IndexedDB. In the contract, because the main process records it outside Chromium. */
export const databaseVersion = 3
