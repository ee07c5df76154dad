import type { Exchange } from '../../plan/exchange'
import type { PlanDocument } from '../../plan/plan-document'
import type { RawWorkbook } from '../raw-workbook'
import { answersIn, type Answer } from './answers'
import { exchangesThatFit, packageSign } from './lost-key'
import { outsideEdits, type OutsideEdit } from './outside-edits'
import { returnedTable } from './returned-table'

export type ReturnedPackage = {
  /** With `returnedOn` where it has been looked through before. */
  readonly exchange: Exchange
  readonly answers: readonly Answer[]
  readonly outside: readonly OutsideEdit[]
  /** The workbook does not say which package it is: its items fit this one alone. */
  readonly isKeyLost?: true
}

/** Why a workbook is not taken for a returned package of this plan. */
export type ReturnRefusal =
  | { readonly type: 'no-package' }
  /** It is a package, but not one that this plan's log knows. */
  | { readonly type: 'unknown-package'; readonly id: string }
  /** It looks like a package, does not say which, and its items fit none of the log, or more than one. */
  | { readonly type: 'key-lost'; readonly fitting: number }
  /** A package of ours without its table of items. */
  | { readonly type: 'no-items'; readonly sheet: string }

/** Compares a workbook that came back with what the log says was sent. Nothing of the plan changes by it. */
export const readReturn = (document: PlanDocument, raw: RawWorkbook): ReturnedPackage | ReturnRefusal => {
  const id = packageSign(raw)
  if (id === undefined) return { type: 'no-package' }
  if (id === null) return withoutKey(document, raw)
  const exchange = document.exchanges.findLast((one) => one.id === id)
  return exchange ? compared(document, raw, exchange) : { type: 'unknown-package', id }
}

const withoutKey = (document: PlanDocument, raw: RawWorkbook): ReturnedPackage | ReturnRefusal => {
  const [exchange, ...others] = exchangesThatFit(document, raw)
  if (!exchange || others.length > 0) return { type: 'key-lost', fitting: exchange ? others.length + 1 : 0 }
  const returned = compared(document, raw, exchange)
  return 'type' in returned ? returned : { ...returned, isKeyLost: true }
}

const compared = (document: PlanDocument, raw: RawWorkbook, exchange: Exchange): ReturnedPackage | ReturnRefusal => {
  const tables = exchange.tables.map((sent) => returnedTable(raw, sent))
  const items = tables[0]
  if (!items) return { type: 'no-items', sheet: exchange.tables[0]?.sheet ?? '' }
  const outside = exchange.tables.flatMap((sent, index): readonly OutsideEdit[] => {
    const table = tables[index]
    return table ? outsideEdits(table, index === 0) : [{ type: 'sheet-gone', sheet: sent.sheet, row: '' }]
  })
  return { exchange, answers: answersIn(document, items), outside }
}
