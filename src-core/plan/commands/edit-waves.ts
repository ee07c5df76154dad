import type { NewId } from '../../ids'
import type { Change } from '../change'
import { activeScenario, type PlanDocument, type Scenario } from '../plan-document'
import { patchBetween } from '../row-patch'
import { isSettled, type Wave } from '../wave'
import { mustFind } from './find-rows'
import { setFields } from './set-fields'

export type WaveFields = Partial<Omit<Wave, 'id'>>

/** A planned wave behind the last, unless the fields say otherwise. Throws when they name a number in use. */
export const addWave = (document: PlanDocument, newId: NewId, fields: WaveFields = {}): Change => {
  const scenario = activeScenario(document)
  const number = Math.max(0, ...scenario.waves.map((wave) => wave.number)) + 1
  const made: Wave = { id: newId('wave'), number, status: 'planned' }
  return wavesChange(scenario, [...scenario.waves, setFields(made, withoutUndefined(fields))])
}

/** Sets fields of a wave; one that is undefined is cleared. Throws when the number is another wave's. */
export const editWave = (document: PlanDocument, waveId: string, fields: WaveFields): Change => {
  const scenario = activeScenario(document)
  mustFind(scenario.waves, waveId, 'wave')
  return wavesChange(scenario, scenario.waves.map((wave) => (wave.id === waveId ? setFields(wave, fields) : wave)))
}

/**
 * Moves a wave to a place among the waves. Numbers and dates are the places: they stay where they are and the waves pass
 * them on, so that wave 3 is again the third, also in time; rules keep speaking of numbers. It does not ask whether a
 * wave is settled: `canReorderWave` does.
 */
export const reorderWave = (document: PlanDocument, waveId: string, toIndex: number): Change => {
  const scenario = activeScenario(document)
  const moved = mustFind(scenario.waves, waveId, 'wave')
  const others = scenario.waves.filter((wave) => wave !== moved)
  const place = Math.min(Math.max(toIndex, 0), others.length)
  const reordered = others.toSpliced(place, 0, moved).map((wave, index) => {
    const slot = scenario.waves[index] ?? wave
    return slot === wave ? wave : setFields(wave, { number: slot.number, start: slot.start, end: slot.end })
  })
  return wavesChange(scenario, reordered)
}

/**
 * The settled wave that would get another number or other dates if the wave moved to that place: itself, or one that it
 * would pass; null where none is in the way. Throws on an unknown wave.
 */
export const settledInTheWay = (document: PlanDocument, waveId: string, toIndex: number): Wave | null => {
  const { waves } = activeScenario(document)
  const from = waves.indexOf(mustFind(waves, waveId, 'wave'))
  const to = Math.min(Math.max(toIndex, 0), waves.length - 1)
  if (from === to) return null
  return waves.slice(Math.min(from, to), Math.max(from, to) + 1).find(isSettled) ?? null
}

/** True when moving the wave to that place leaves number and dates of every settled wave as they are. */
export const canReorderWave = (document: PlanDocument, waveId: string, toIndex: number): boolean =>
  settledInTheWay(document, waveId, toIndex) === null

/** Its groups become unplanned, and its number stays free. A settled wave can go too: it can be undone. */
export const removeWave = (document: PlanDocument, waveId: string): Change => {
  const scenario = activeScenario(document)
  mustFind(scenario.waves, waveId, 'wave')
  const put = scenario.groups
    .filter((group) => group.waveId === waveId)
    .map((group) => ({ row: { ...group, waveId: null } }))
  return {
    scenarioId: scenario.id,
    waves: { remove: [waveId] },
    ...(put.length > 0 ? { groups: { put } } : {}),
  }
}

const wavesChange = (scenario: Scenario, waves: readonly Wave[]): Change => {
  const sorted = waves.toSorted((a, b) => a.number - b.number)
  const twice = sorted.find((wave, index) => wave.number === sorted[index + 1]?.number)
  if (twice) throw new Error(`There are two waves of number ${twice.number}`)
  const patch = patchBetween(scenario.waves, sorted)
  return patch ? { scenarioId: scenario.id, waves: patch } : {}
}

const withoutUndefined = (fields: WaveFields): WaveFields => setFields({} as WaveFields, fields)
