import { Refusal } from '../refusal'

/**
 * The text of a file in UTF-8, UTF-16 or, when it is neither, Windows-1252, which older exports of Nordic systems
 * use. Throws a Refusal when it is no text in any of them.
 */
export const decodeText = (file: Buffer): string => {
  const text = decode(file)
  if (looksBinary(text)) throw new Refusal({ type: 'not-a-workbook', looksLike: 'unknown' })
  return text
}

const decode = (file: Buffer): string => {
  const wide = utf16Encoding(file)
  if (wide) return new TextDecoder(wide).decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return nearlyUtf8(file) ?? new TextDecoder('windows-1252').decode(file)
  }
}

/** One letter that was cut in two must not spoil all others: UTF-8 where it makes out many more letters than it does not. */
const nearlyUtf8 = (file: Buffer): string | null => {
  const text = new TextDecoder('utf-8').decode(file)
  const lost = text.match(/\ufffd/g)?.length ?? 0
  const found = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0
  return lost * 10 < found ? text : null
}

/** By the byte order mark, or by where the zero bytes of the first letters are. */
const utf16Encoding = (file: Buffer): 'utf-16le' | 'utf-16be' | null => {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le'
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be'
  if (file.length < 4 || file.length % 2 !== 0) return null
  const pairs = Math.min(file.length, 400) >> 1
  let high = 0
  let low = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (file[pair * 2] === 0) high++
    if (file[pair * 2 + 1] === 0) low++
  }
  if (low > pairs * 0.7 && high === 0) return 'utf-16le'
  if (high > pairs * 0.7 && low === 0) return 'utf-16be'
  return null
}

/** Text has no control characters but tab and line ends; a stray one or two in a big file is not worth a refusal. */
const looksBinary = (text: string): boolean => {
  const sample = text.slice(0, 65_536)
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  return sample.includes('\0') || strange > Math.max(2, sample.length / 1000)
}
