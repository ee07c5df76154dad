import type { NewId } from '../../ids'
import type { Change } from '../change'
import type { PlanDocument } from '../plan-document'
import type { Wave } from '../wave'

const later = (): never => {
  throw new Error('not written yet')
}

export type WaveFields = Partial<Omit<Wave, 'id'>>

export const addWave = (_document: PlanDocument, _newId: NewId, _fields: WaveFields = {}): Change => later()
/** A field that is undefined is cleared. */
export const editWave = (_document: PlanDocument, _waveId: string, _fields: WaveFields): Change => later()
export const reorderWave = (_document: PlanDocument, _waveId: string, _toIndex: number): Change => later()
export const removeWave = (_document: PlanDocument, _waveId: string): Change => later()
