import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { ReactElement, RefObject } from 'react'

export type VirtualList = {
  /** The box that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly virtual: Virtualizer<HTMLDivElement, Element>
}

/** A list of any length of which only the rows in sight exist. `heightOf`: in pixels, of the row at that place. */
export const useVirtualList = (count: number, heightOf: (index: number) => number): VirtualList => {
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- we build without React's compiler
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: heightOf, overscan: 6 })
  return { scroller, virtual }
}

/** The rows in sight, each put in its place by what `children` makes of it. */
export const VirtualRows = <Row,>({ virtual, rows, children }: {
  readonly virtual: VirtualList['virtual']
  readonly rows: readonly Row[]
  readonly children: (row: Row, item: VirtualItem) => ReactElement
}): ReactElement => (
  <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
    {virtual.getVirtualItems().map((item) => {
      const row = rows[item.index]
      return row === undefined ? null : children(row, item)
    })}
  </div>
)
