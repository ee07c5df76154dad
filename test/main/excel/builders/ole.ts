/** The outline of an OLE file whose directory names these streams: enough to tell what it is. */
export const oleOf = (streams: readonly string[]): Buffer => {
  const header = Buffer.alloc(512)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  return Buffer.concat([header, ...['Root Entry', ...streams].map(directoryEntry)])
}

const directoryEntry = (name: string): Buffer => {
  const entry = Buffer.alloc(128)
  const written = entry.write(`${name}\0`, 0, 'utf16le')
  entry.writeUInt16LE(written, 64)
  return entry
}
