import { afterEach, describe, expect, it } from 'vitest'
import { ok } from '@core/result'
import { holdWrites, queueWrite, setKeeper, type PlanKeeper } from '@renderer/stores/write-queue'

const done = () => Promise.resolve(ok(null))
const keeper: PlanKeeper = { storeWholePlan: done, storeStep: done, storeFile: done, forget: done }

/** Asks for one write, and gives what was written and everything that was reported of it. */
const write = async () => {
  const written: string[] = []
  const reports: unknown[] = []
  setKeeper(keeper)
  await queueWrite('plan', () => {
    written.push('plan')
    return done()
  }, (kept, reason) => reports.push([kept, reason]))
  return { written, reports }
}

describe('writing to the working copy', () => {
  afterEach(async () => {
    holdWrites(null)
    await write()
  })

  it('is said to be kept only when it is', async () => {
    expect(await write()).toEqual({ written: ['plan'], reports: [['keeping', null], ['kept', null]] })
  })

  it('is held while the disk is full, with the reason, and nothing is written', async () => {
    holdWrites('The disk is full.')
    const { written, reports } = await write()
    expect([written, reports.at(-1)]).toEqual([[], ['failed', 'The disk is full.']])
  })

  it('goes on when there is space again', async () => {
    holdWrites('The disk is full.')
    await write()
    holdWrites(null)
    const { written, reports } = await write()
    expect([written, reports.at(-1)]).toEqual([['plan'], ['kept', null]])
  })
})
