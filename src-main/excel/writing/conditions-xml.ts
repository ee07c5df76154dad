import type { ConditionalLook } from '@core/workbook/workbook-model'
import { areaName } from './area-name'
import type { Overlays } from './overlays'
import { xmlText } from './xml-text'

/** The first of a sheet wins over the later ones. */
export const conditionsXml = (conditions: readonly ConditionalLook[], overlays: Overlays): string =>
  conditions.map((condition, index) =>
    `<conditionalFormatting sqref="${areaName(condition.area)}">${ruleXml(condition, index + 1, overlays)}</conditionalFormatting>`).join('')

const ruleXml = (condition: ConditionalLook, priority: number, overlays: Overlays): string => {
  if (condition.type === 'bar') {
    return `<cfRule type="dataBar" priority="${priority}"><dataBar><cfvo type="num" val="0"/><cfvo type="num" val="1"/>` +
      `<color rgb="FF${condition.colour}"/></dataBar></cfRule>`
  }
  return `<cfRule type="expression" dxfId="${overlays.place(condition.overlay)}" priority="${priority}" stopIfTrue="1">` +
    `<formula>${xmlText(condition.formula)}</formula></cfRule>`
}
