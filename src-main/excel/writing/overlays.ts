import type { Overlay } from '@core/workbook/workbook-model'

/** What conditional formats lay over cells: each once, referred to by its place in `dxfs`. */
export class Overlays {
  readonly #places = new Map<string, number>()

  place(overlay: Overlay): number {
    const xml = overlayXml(overlay)
    const known = this.#places.get(xml)
    if (known !== undefined) return known
    this.#places.set(xml, this.#places.size)
    return this.#places.size - 1
  }

  list(): readonly string[] {
    return [...this.#places.keys()]
  }
}

const overlayXml = ({ fill, hatch, ink, lineBelow }: Overlay): string => {
  const font = ink ? `<font><color rgb="FF${ink}"/></font>` : ''
  // In a dxf a solid fill is its background; only a pattern has a foreground (18.8.32, and what Excel writes).
  const pattern = hatch ? `<patternFill patternType="lightUp"><fgColor rgb="FF${hatch}"/><bgColor rgb="FF${fill ?? 'FFFFFF'}"/></patternFill>` : ''
  const solid = fill ? `<patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor rgb="FF${fill}"/></patternFill>` : ''
  const fills = hatch || fill ? `<fill>${pattern || solid}</fill>` : ''
  const line = lineBelow ? `<border><bottom style="thin"><color rgb="FF${lineBelow}"/></bottom></border>` : ''
  return `<dxf>${font}${fills}${line}</dxf>`
}
