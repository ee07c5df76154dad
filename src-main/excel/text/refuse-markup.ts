import { Refusal } from '../refusal'

/** Text that is plainly something else than rows of cells, whatever its name. */
export const refuseMarkup = (text: string): void => {
  const start = text.slice(0, 2000).trimStart()
  if (/^(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|table)\b/i.test(start)) {
    throw new Refusal({ type: 'not-a-workbook', looksLike: 'web-page' })
  }
  if (/^<\?xml|^<\w[^<>]*>/.test(start)) throw new Refusal({ type: 'unsupported-format', format: xmlFormat(start) })
  if (/^\{\s*"|^\[\s*[{["]/.test(start) && /["}\]]\s*$/.test(text.slice(-100))) {
    throw new Refusal({ type: 'unsupported-format', format: 'JSON' })
  }
  if (/^PK|^From: |^BEGIN:V|^%!PS/.test(start)) throw new Refusal({ type: 'not-a-workbook', looksLike: 'unknown' })
}

const xmlFormat = (start: string): string =>
  /<\?mso-application progid="Excel|urn:schemas-microsoft-com:office:spreadsheet/.test(start)
    ? 'XML Spreadsheet 2003'
    : 'XML'
