import { translator, type Language, type Translate } from '../../messages/translator'
import { lookup } from '../../plan/lookup'
import type { PlanDocument } from '../../plan/plan-document'
import { platformReleases, type PlatformRelease } from '../../plan/platform-release'
import type { Evaluation } from '../../violations/evaluation'
import { waveStatusWords } from '../value-words'
import type { CellLook, SheetModel } from '../workbook-model'
import { isDatedWave } from './gantt-calendar'
import { PageGrid } from './page-grid'
import type { PlanFigures, WaveFigures } from './plan-figures'
import { tintNumber } from './wave-tints'

/** 24 narrow columns, so that tiles and tables of different widths stand in one grid: 15 for waves, 8 for the rest. */
const columns = 24
const columnWidth = 8
const right = 16
const mostWaves = 16
const mostPlatforms = 6
const tileWidth = 3
/** Letters of the subtitle that surely stand on one line. */
const lineLength = 150

/** One line of the list of contents. */
export type ContentsLine = { readonly sheet: string; readonly about: string }

export type CoverParts = {
  readonly document: PlanDocument
  readonly figures: PlanFigures
  readonly evaluation: Evaluation
  readonly contents: readonly ContentsLine[]
  readonly language: Language
}

type Cover = CoverParts & { readonly grid: PageGrid; readonly t: Translate }

/** The first page: key figures, waves, contents and legend. Prints on one page. */
export const coverSheet = (parts: CoverParts): SheetModel => {
  const cover: Cover = { ...parts, grid: new PageGrid(), t: translator(parts.language) }
  head(cover)
  tiles(cover, 6)
  const wavesEnd = waveTable(cover, 10)
  platforms(cover, wavesEnd + 1)
  const contentsEnd = contentsList(cover, 10)
  legend(cover, contentsEnd + 1)
  for (let row = 11; row < cover.grid.rows; row += 1) cover.grid.height(row, 18)
  return cover.grid.sheet(cover.t('workbook.cover'), Array.from({ length: columns }, () => columnWidth), { onePage: true })
}

const head = ({ grid, t, document }: Cover): void => {
  const { scenario } = lookup(document)
  grid.put(0, 0, `${t('common.productName')} · ${t('workbook.migrationPlan')}`, 'brand', { span: columns })
  grid.height(0, 24)
  grid.height(1, 8)
  grid.put(2, 0, document.name, 'title', { span: columns })
  grid.height(2, 36)
  // Without the days of the imports: the same workbook exported tomorrow has the same bytes.
  const files = [...new Set(document.estate.imports.map(({ fileName }) => fileName))].join(', ')
  const subtitle = t('workbook.scenario', { name: scenario.name }) + (files ? ` · ${t('workbook.inventory', { file: files })}` : '')
  grid.put(3, 0, subtitle, 'subtitle', { span: columns })
  grid.height(3, 20 * Math.ceil(subtitle.length / lineLength))
  grid.put(4, 0, t('workbook.derived'), 'note', { span: columns })
  grid.height(5, 10)
}

const tiles = ({ grid, t, figures, evaluation }: Cover, row: number): void => {
  const list: readonly (readonly [figure: number, label: string, look: CellLook])[] = [
    [figures.items, t('workbook.tileItems'), 'tileFigure'],
    [figures.groups, t('workbook.tileGroups'), 'tileFigure'],
    [figures.unplannedGroups, t('workbook.tileUnplanned'), 'tileFigure'],
    [Math.round(figures.effort), t('workbook.tileEffort'), 'tileFigure'],
    [evaluation.hard, t('workbook.tileHard'), evaluation.hard > 0 ? 'tileHard' : 'tileFigure'],
    [evaluation.warnings, t('workbook.tileWarnings'), evaluation.warnings > 0 ? 'tileWarning' : 'tileFigure'],
    [evaluation.bridges.count, t('workbook.tileBridges'), 'tileFigure'],
    [Math.round(evaluation.bridges.price), t('workbook.tileBridgePrice'), 'tileFigure'],
  ]
  for (const [index, [figure, label, look]] of list.entries()) {
    grid.put(row, index * tileWidth, figure, look, { span: tileWidth })
    grid.put(row + 1, index * tileWidth, label, 'tileLabel', { span: tileWidth })
  }
  grid.height(row, 38)
  grid.height(row + 1, 26)
}

const waveTable = (cover: Cover, top: number): number => {
  const { grid, t, figures } = cover
  grid.put(top, 0, t('workbook.wavesTitle'), 'section', { span: right - 1 })
  grid.height(top, 24)
  if (figures.waves.length === 0) {
    grid.put(top + 1, 0, t('workbook.noWaves'), 'quiet', { span: right - 1 })
    return top + 2
  }
  waveHeadings(cover, top + 1)
  const shown = figures.waves.slice(0, mostWaves)
  for (const [index, wave] of shown.entries()) waveLine(cover, top + 2 + index, wave)
  const after = top + 2 + shown.length
  if (figures.waves.some((wave) => wave.load !== undefined)) {
    grid.bar({ top: top + 2, left: 14, bottom: after - 1, right: 14 }, '8FB3C1')
  }
  const more = figures.waves.length - shown.length
  if (more === 0) return after
  grid.put(after, 0, t('workbook.moreWaves', { count: more, sheet: t('workbook.gantt') }), 'link', { span: right - 1, link: t('workbook.gantt') })
  return after + 1
}

const waveHeadings = ({ grid, t }: Cover, row: number): void => {
  grid.put(row, 0, t('workbook.waveColumn'), 'smallHeading')
  grid.put(row, 1, t('workbook.nameColumn'), 'smallHeading', { span: 4 })
  grid.put(row, 5, t('workbook.startColumn'), 'smallHeading', { span: 2 })
  grid.put(row, 7, t('workbook.endColumn'), 'smallHeading', { span: 2 })
  grid.put(row, 9, t('workbook.statusColumn'), 'smallHeading', { span: 2 })
  for (const [index, key] of (['groupsColumn', 'itemsColumn', 'effortColumn', 'loadColumn'] as const).entries()) {
    grid.put(row, 11 + index, t(`workbook.${key}`), 'smallHeadingRight')
  }
}

const waveLine = ({ grid, t, language }: Cover, row: number, { wave, groups, items, effort, load }: WaveFigures): void => {
  const isDated = isDatedWave(wave)
  grid.put(row, 0, wave.number, `wave${tintNumber(wave.number)}`)
  grid.put(row, 1, wave.name ?? t('common.wave', { number: wave.number }), 'small', { span: 4 })
  grid.put(row, 5, isDated ? { date: wave.start } : null, 'smallDate', { span: 2 })
  grid.put(row, 7, isDated ? { date: wave.end } : null, 'smallDate', { span: 2 })
  grid.put(row, 9, waveStatusWords[wave.status][language], 'small', { span: 2 })
  grid.put(row, 11, groups, 'smallInteger')
  grid.put(row, 12, items, 'smallInteger')
  grid.put(row, 13, Math.round(effort * 10) / 10, 'smallDecimal')
  grid.put(row, 14, load === undefined ? null : Math.round(load * 1000) / 1000, 'smallShare')
}

const platformKeys = {
  empty: 'workbook.platformEmpty', dated: 'workbook.platformFree', undated: 'workbook.platformUndated',
  unplanned: 'workbook.platformUnplanned', never: 'workbook.platformNever',
} as const

const platforms = ({ grid, t, document }: Cover, top: number): void => {
  const releases = platformReleases(document)
  if (releases.length === 0) return
  const { itemById, waveById } = lookup(document)
  const sentence = ({ state, freeOn, waveId }: PlatformRelease): string =>
    t(platformKeys[state], { day: freeOn ?? '', wave: waveById.get(waveId ?? '')?.number ?? '' })
  grid.put(top, 0, t('workbook.platformsTitle'), 'section', { span: right - 1 })
  for (const [index, release] of releases.slice(0, mostPlatforms).entries()) {
    grid.put(top + 1 + index, 0, itemById.get(release.platformId)?.name ?? release.platformId, 'small', { span: 6 })
    grid.put(top + 1 + index, 6, sentence(release), 'small', { span: right - 7 })
  }
}

const contentsList = ({ grid, t, contents }: Cover, top: number): number => {
  grid.put(top, right, t('workbook.contentsTitle'), 'section', { span: columns - right })
  for (const [index, { sheet, about }] of contents.entries()) {
    grid.put(top + 1 + index, right, sheet, 'link', { span: 3, link: sheet })
    grid.put(top + 1 + index, right + 3, about, 'quiet', { span: columns - right - 3 })
  }
  return top + 1 + contents.length
}

const legend = ({ grid, t, figures }: Cover, top: number): void => {
  const line = (row: number, look: CellLook, text: string): void => {
    grid.put(row, right, null, look)
    grid.put(row, right + 1, text, 'quiet', { span: columns - right - 1 })
  }
  grid.put(top, right, t('workbook.legendTitle'), 'section', { span: columns - right })
  const shown = figures.waves.slice(0, columns - right)
  for (const [index, { wave }] of shown.entries()) grid.put(top + 1, right + index, wave.number, `wave${tintNumber(wave.number)}`)
  grid.put(top + 2, right, t('workbook.legendWaves'), 'quiet', { span: columns - right })
  line(top + 3, 'hatched', t('workbook.legendFreeze'))
  line(top + 4, 'hard', t('workbook.legendHard'))
  line(top + 5, 'warning', t('workbook.legendWarning'))
}
