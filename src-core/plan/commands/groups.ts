import type { NewId } from '../../ids'
import type { Change } from '../change'
import type { PlanDocument } from '../plan-document'
import type { Wave } from '../wave'

const later = (): never => {
  throw new Error('not written yet')
}

export const moveGroups = (_document: PlanDocument, _groupIds: readonly string[], _waveId: string | null): Change => later()
export const moveItems = (
  _document: PlanDocument, _itemIds: readonly string[], _waveId: string | null, _newId: NewId,
): Change => later()
export const splitItems = (_document: PlanDocument, _itemIds: readonly string[], _newId: NewId): Change => later()
export const joinItems = (_document: PlanDocument, _itemIds: readonly string[], _groupId: string): Change => later()
export const mergeGroups = (_document: PlanDocument, _groupIds: readonly string[], _newId: NewId): Change => later()
export const renameGroup = (_document: PlanDocument, _groupId: string, _name: string): Change => later()
export const regroup = (_document: PlanDocument, _newId: NewId): Change => later()
export const placeGroups = (
  _document: PlanDocument, _placements: ReadonlyMap<string, string | null>, _newWaves: readonly Wave[],
): Change => later()
