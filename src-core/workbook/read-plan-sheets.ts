import type { NewId } from '../ids'
import type { FreezeWindow, Moment, Rule, RuleType } from '../plan/rule'
import type { Wave } from '../plan/wave'
import { asWritten } from './as-written'
import { cellText } from './cell-text'
import { isCompleteRule } from './complete-rule'
import type { FindingLog } from './finding-log'
import { fieldByHeading } from './headings'
import type { RawRow } from './raw-workbook'
import type { References } from './references'
import { dataRows, type RowReader, type TableColumns } from './row-reader'
import { splitList } from './list-cell'
import { ruleTypeByWord, waveStatusByWord } from './value-words'
import { waveNumber, type WaveBook } from './wave-book'

/** Only the fields that have a value. */
const present = <Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never

const numberOf = (reader: RowReader, field: string): number | null => {
  const cell = reader.cell(field)
  if (typeof cell === 'number') return waveNumber(cell)
  const text = cellText(cell)
  return text === '' ? null : waveNumber(text)
}

const readWave = (reader: RowReader, number: number, newId: NewId): Wave => {
  const fields = present({
    name: reader.text('name'),
    start: reader.date('start', 'start'),
    end: reader.date('end', 'end'),
    capacity: reader.number('capacity', { least: 0 }),
    maxItems: reader.number('maxItems', { whole: true, least: 0 }),
    budget: reader.number('budget'),
    supplier: reader.text('supplier'),
  })
  if (fields.start && fields.end && fields.end < fields.start) {
    reader.found('reversed-dates', 'end', { start: fields.start, end: fields.end })
  }
  const status = reader.choice('status', waveStatusByWord) ?? 'planned'
  return { id: newId('wave'), number, ...fields, status, ...present({ extra: reader.extra() }) }
}

/** A wave that is called something but not numbered gets the next number. false: there is nothing to call it. */
const takeUnnumbered = (reader: RowReader, book: WaveBook): boolean => {
  const text = reader.text('number')
  const name = reader.text('name') ?? text
  if (name === undefined) {
    reader.found('missing-wave-number', 'number')
    return false
  }
  const number = book.next()
  reader.found('wave-made', 'number', { text: name, number })
  if (text !== undefined && text !== name) reader.unread('number', 'unreadable-number')
  return book.add({ ...readWave(reader, number, book.newId), name })
}

/** Puts the rows of a sheet Waves into the book; gives back those that it could not take. */
export const readWaves = (table: TableColumns, book: WaveBook, log: FindingLog): readonly RawRow[] => {
  const notTaken: RawRow[] = []
  const unnumbered: RowReader[] = []
  for (const reader of dataRows(table, log, fieldByHeading.waves)) {
    const number = numberOf(reader, 'number')
    if (number === null) unnumbered.push(reader)
    else if (!book.add(readWave(reader, number, book.newId))) {
      reader.found('duplicate-wave', 'number', { number })
      notTaken.push(reader.row)
    }
  }
  for (const reader of unnumbered) if (!takeUnnumbered(reader, book)) notTaken.push(reader.row)
  return notTaken
}

/** A date, or a wave number: small numbers and `Wave 3` are waves. */
const momentOf = (reader: RowReader, field: 'earliest' | 'latest'): Moment | undefined => {
  const cell = reader.cell(field)
  const number = typeof cell === 'number' || typeof cell === 'string' ? waveNumber(cell) : null
  if (number !== null && number < 1_000) return number
  return reader.date(field, field === 'earliest' ? 'start' : 'end')
}

/** The items of a rule as ids; when one is not found the finding says so and the cell is kept as it is written. */
const itemsOf = (reader: RowReader, references: References): { ids: readonly string[]; lost: string | null } => {
  const texts = splitList(reader.text('items') ?? '')
  const ids: string[] = []
  let lost: string | null = null
  for (const text of texts) {
    const found = references.find(text)
    if (found.type === 'found') ids.push(found.id)
    else {
      reader.found(found.type === 'none' ? 'dangling-reference' : 'ambiguous-reference', 'items', { text })
      lost = reader.text('items') ?? null
    }
  }
  return { ids, lost }
}

const readRule = (reader: RowReader, type: RuleType, references: References, newId: NewId): Rule => {
  const { ids, lost } = itemsOf(reader, references)
  const wave = numberOf(reader, 'wave')
  if (wave === null && reader.text('wave') !== undefined) reader.unread('wave', 'unreadable-number')
  const fields = present({
    wave: wave ?? undefined,
    earliest: momentOf(reader, 'earliest'),
    latest: momentOf(reader, 'latest'),
    lag: reader.number('lag'),
    limit: reader.number('limit', { least: 0 }),
    organisation: reader.text('organisation'),
    site: reader.text('site'),
    serviceArea: reader.text('serviceArea'),
    supplier: reader.text('supplier'),
    team: reader.text('team'),
    reason: reader.text('reason'),
  })
  const extra = [...(reader.extra() ?? []), ...(lost === null ? [] : [[asWritten(reader.table.heading('items')), lost] as const])]
  return { id: newId('rule'), type, itemIds: ids, ...fields, ...(extra.length > 0 && { extra }) }
}

export const readRules = (
  table: TableColumns, references: References, newId: NewId, log: FindingLog,
): { rules: readonly Rule[]; notTaken: readonly RawRow[] } => {
  const rules: Rule[] = []
  const notTaken: RawRow[] = []
  for (const reader of dataRows(table, log, fieldByHeading.rules)) {
    const type = ruleTypeByWord.get(reader.text('type') ?? '')
    if (!type) reader.found('unknown-rule', 'type', { text: reader.text('type') ?? '' })
    if (!type) {
      notTaken.push(reader.row)
      continue
    }
    const rule = readRule(reader, type, references, newId)
    if (!isCompleteRule(rule)) reader.found('incomplete-rule', 'type', { text: reader.text('type') ?? '' })
    rules.push(rule)
  }
  return { rules, notTaken }
}

export const readFreezeWindows = (
  table: TableColumns, newId: NewId, log: FindingLog,
): { windows: readonly FreezeWindow[]; notTaken: readonly RawRow[] } => {
  const windows: FreezeWindow[] = []
  const notTaken: RawRow[] = []
  for (const reader of dataRows(table, log, fieldByHeading['freeze-windows'])) {
    const start = reader.date('start', 'start')
    const end = reader.date('end', 'end')
    if (start === undefined || end === undefined) {
      const field = start === undefined ? 'start' : 'end'
      if (reader.text(field) === undefined) reader.found('missing-date', field, { heading: reader.table.heading(field) })
      notTaken.push(reader.row)
      continue
    }
    if (end < start) reader.found('reversed-dates', 'end', { start, end })
    const fields = present({
      name: reader.text('name'), organisation: reader.text('organisation'), site: reader.text('site'),
      serviceArea: reader.text('serviceArea'), extra: reader.extra(),
    })
    windows.push({ id: newId('freeze'), start, end, ...fields })
  }
  return { windows, notTaken }
}
