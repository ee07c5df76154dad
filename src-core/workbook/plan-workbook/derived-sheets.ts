import { languages, translator, type Translate } from '../../messages/translator'
import type { RawSheet } from '../raw-workbook'
import type { BannerLine } from '../workbook-model'

/**
 * Sheets that we make from the plan say so in one sentence near their top. It tells the reader, and by it an import
 * knows them again whatever they are called: it leaves them out, for everything on them stands elsewhere.
 */
const sentences: ReadonlySet<string> = new Set(languages.map((language) => translator(language)('workbook.derived')))

const searchedRows = 6

export const isDerivedSheet = (sheet: RawSheet): boolean =>
  sheet.rows.slice(0, searchedRows).some((row) =>
    row.cells.some((cell) => typeof cell === 'string' && sentences.has(cell.trim())))

/** What stands above the headings of a derived table. */
export const derivedBanner = (t: Translate, title: string, detail?: string): readonly BannerLine[] => [
  { text: t('workbook.toCover'), look: 'link', link: t('workbook.cover') },
  { text: title, look: 'title' },
  ...(detail === undefined ? [] : [{ text: detail, look: 'detail' as const }]),
  { text: t('workbook.derived'), look: 'note' },
]
