import { beforeEach, describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { emptyHistory } from '@core/plan/history'
import { addWave, renamePlan } from '@core/plan/commands'
import type { PlanDocument } from '@core/plan/plan-document'
import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import type { StoreError } from '@renderer/db/plan-store-db'
import {
  closeDocument, markSaved, openDocument, planStore, redo, runChange, showStoredPlan, undo,
} from '@renderer/stores/plan-store'
import { flushWrites, setKeeper } from '@renderer/stores/write-queue'
import { aPlan } from '@test/builders/a-plan'
import { anItem } from '@test/builders/an-item'

type Answer = Result<null, StoreError>

/** A working copy that answers as it is told, and remembers what it was asked for. */
const aKeeper = () => {
  const asked: string[] = []
  let answer: Answer = ok(null)
  const reply = (what: string): Promise<Answer> => {
    asked.push(what)
    return Promise.resolve(answer)
  }
  setKeeper({
    storeWholePlan: (plan) => reply(`whole ${plan.document.name} ${plan.revision}`),
    storeStep: (step) => reply(`${step.kind} ${step.next.name} ${step.revision}`),
    storeFile: (path, revision) => reply(`file ${path} ${revision}`),
    forget: () => reply('forget'),
  })
  return {
    asked,
    answers: (next: Answer) => {
      answer = next
    },
  }
}

const open = (): PlanDocument => {
  const { document } = planStore.getState()
  if (!document) throw new Error('no plan is open')
  return document
}

const rename = (name: string): void => runChange({ key: 'shell.renamePlan' }, renamePlan(open(), name))
const savedState = () => {
  const { kept, keptReason, fileSaved, filePath } = planStore.getState()
  return { kept, keptReason, fileSaved, filePath }
}

describe('the plan store', () => {
  let keeper: ReturnType<typeof aKeeper>
  const plan = aPlan({ name: 'First', items: [anItem('Journal')] })

  beforeEach(async () => {
    keeper = aKeeper()
    await openDocument(plan, emptyHistory, null)
    keeper.asked.length = 0
  })

  it('applies a change at once and keeps it right after, in the order of the changes', async () => {
    rename('Second')
    rename('Third')
    expect(open().name).toBe('Third')
    await flushWrites()
    expect(keeper.asked.map((line) => line.replace(/ \d+$/, ''))).toEqual(['do Second', 'do Third'])
  })

  it('never says kept before the write is committed', async () => {
    rename('Second')
    expect(savedState().kept).toBe('keeping')
    await flushWrites()
    expect(savedState().kept).toBe('kept')
  })

  it('undoes and redoes to the very same plan', async () => {
    const ids = countingIds()
    runChange({ key: 'waves.stepAddWave' }, addWave(open(), ids))
    const changed = open()
    undo()
    expect(open()).toEqual(plan)
    redo()
    expect(open()).toEqual(changed)
    await flushWrites()
    expect(keeper.asked.map((line) => line.split(' ')[0])).toEqual(['do', 'undo', 'redo'])
  })

  it('forgets what was undone once something else is done', () => {
    rename('Second')
    undo()
    rename('Other')
    expect(redo()).toBeNull()
    expect(open().name).toBe('Other')
  })

  it('says why a write failed, and keeps saying so until the whole plan is kept again', async () => {
    keeper.answers(failure({ type: 'disk-full', reason: 'the disk is full' }))
    rename('Second')
    await flushWrites()
    expect(savedState()).toEqual({ kept: 'failed', keptReason: 'the disk is full', fileSaved: false, filePath: null })
    keeper.answers(ok(null))
    await markSaved('/plans/a.waveplan', planStore.getState().revision)
    expect(savedState().kept).toBe('failed')
    rename('Third')
    await flushWrites()
    expect(savedState()).toEqual({ kept: 'kept', keptReason: null, fileSaved: false, filePath: '/plans/a.waveplan' })
  })

  it('says saved to a file only of exactly what the file holds', async () => {
    const { revision } = planStore.getState()
    rename('While saving')
    await markSaved('/plans/a.waveplan', revision)
    expect(savedState().fileSaved).toBe(false)
    await markSaved('/plans/a.waveplan', planStore.getState().revision)
    expect(savedState().fileSaved).toBe(true)
    rename('After')
    expect(savedState().fileSaved).toBe(false)
  })

  it('leaves the plan alone when a change is empty', () => {
    runChange({ key: 'shell.renamePlan' }, { scenarioId: 'scenario1' })
    expect(planStore.getState().history).toEqual(emptyHistory)
  })

  it('goes back to the start screen with nothing of the plan left', async () => {
    await closeDocument()
    expect(keeper.asked).toEqual(['forget'])
    const { phase, document, history, filePath } = planStore.getState()
    expect({ phase, document, history, filePath }).toEqual({ phase: 'start', document: null, history: emptyHistory, filePath: null })
  })

  it('shows a stored plan as saved only when its file is of the same revision', () => {
    const stored = { document: plan, history: emptyHistory, revision: 7, filePath: '/a.waveplan', fileRevision: 6 }
    showStoredPlan(stored)
    expect(savedState().fileSaved).toBe(false)
    showStoredPlan({ ...stored, fileRevision: 7 })
    expect(savedState().fileSaved).toBe(true)
  })

  it('counts on from the revision that was stored', () => {
    showStoredPlan({ document: plan, history: emptyHistory, revision: 41, filePath: null, fileRevision: null })
    rename('Second')
    expect(planStore.getState().revision).toBe(42)
  })
})
