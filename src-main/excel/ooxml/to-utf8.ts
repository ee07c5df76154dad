import { damaged } from '../refusal'
import type { Part } from '../zip/unpack-parts'

/** An XML part as UTF-8, which is what the scans and the parser expect. Some programs write UTF-16. */
export const toUtf8 = (part: Part): Part => {
  const { content, name } = part
  if (!/\.(xml|rels)$/i.test(name)) return part
  const encoding = utf16Encoding(content)
  if (encoding === null) return part
  try {
    return { name, content: Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(content), 'utf8') }
  } catch {
    throw damaged(name)
  }
}

const utf16Encoding = (content: Buffer): 'utf-16le' | 'utf-16be' | null => {
  const [first, second] = content
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return null
}
