import { copyRange } from './table-clipboard'
import type { TableModel } from './table-model'

/** Copies the range with the headings of its columns above it. */
export const copyWithHeadings = <Row, Write>(model: TableModel<Row, Write>): void => {
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.clipboardData) copyRange(model, event.clipboardData, true)
  }
  // The event of the command itself is the only way to the clipboard without a permission.
  document.addEventListener('copy', onCopy, { capture: true, once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
}
