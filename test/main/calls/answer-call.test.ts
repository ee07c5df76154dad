import { describe, expect, it } from 'vitest'
import { answerCall } from '@main/calls/answer-call'
import type { Caller } from '@main/calls/answer-call'
import { requestSchemas } from '@main/contract/calls'
import { callNames } from '@main/contract/channels'
import type { CallName } from '@main/contract/channels'
import { aPlan } from '@test/builders/a-plan'
import { emptyHistory } from '@core/plan/history'
import { callWorld } from './call-world'

const ourPage: Caller = { origin: 'app://wavewright', isTopFrame: true }

const answer = async (name: CallName, payload: unknown, caller: Caller | null = ourPage): Promise<unknown> =>
  answerCall(name, caller, payload, (await callWorld()).handlers)

describe('a call', () => {
  it('from our own page is answered', async () => {
    expect(await answer('start', undefined)).toMatchObject({ platform: 'linux', state: { type: 'none' }, language: 'en' })
  })

  it.each<[string, Caller | null]>([
    ['another origin', { origin: 'https://example.org', isTopFrame: true }],
    ['an origin that only begins like ours', { origin: 'app://wavewright.example.org', isTopFrame: true }],
    ['an origin that is none', { origin: 'null', isTopFrame: true }],
    ['a frame within our page', { origin: 'app://wavewright', isTopFrame: false }],
    ['a frame that is gone', null],
  ])('from %s is refused, whatever it asks', async (_who, caller) => {
    for (const name of callNames) await expect(answer(name, undefined, caller)).rejects.toThrow('only the page')
  })

  it.each<[CallName, unknown]>([
    ['start', {}],
    ['readWorkbook', undefined],
    ['readWorkbook', '/etc/passwd'],
    ['readWorkbook', { path: '/a.xlsx' }],
    ['readWorkbook', { path: '', jobId: '1' }],
    ['readWorkbook', { path: '/a\0.xlsx', jobId: '1' }],
    ['readWorkbook', { path: '/a.xlsx', jobId: '1', more: true }],
    ['readWorkbook', { path: { toString: 'x' }, jobId: '1' }],
    ['openPlan', { path: 7 }],
    ['openPlan', ['/a.waveplan']],
    ['savePlan', { document: null, history: {}, path: null, suggestedName: 'a' }],
    ['savePlan', { document: { id: 'a' }, history: {}, path: null, suggestedName: 'a' }],
    ['savePlan', { document: { id: 'a', name: 'a' }, history: [], path: null, suggestedName: 'a' }],
    ['savePlan', { document: { id: 'a', name: 'a' }, history: {}, path: undefined, suggestedName: 'a' }],
    ['writeSnapshot', { plan: { id: 'a', name: 'a', items: 1 }, text: '', revision: 1, reason: 'change' }],
    ['writeSnapshot', { plan: { id: 'a', name: 'a', items: 1 }, text: '{}', revision: -1, reason: 'change' }],
    ['writeSnapshot', { plan: { id: 'a', name: 'a', items: 1 }, text: '{}', revision: 1.5, reason: 'change' }],
    ['writeSnapshot', { plan: { id: 'a', name: 'a', items: 1 }, text: '{}', revision: 1, reason: 'because' }],
    ['keepState', { planId: 'a', planName: 'a' }],
    ['keepState', undefined],
    ['readSnapshot', 3],
    ['setLanguage', 'sv'],
    ['setTheme', 'pink'],
    ['setPlanOpen', 'yes'],
    ['sampleWorkbook', '../../etc/passwd'],
    ['fileFromDrop', null],
  ])('of %s with %j is refused', async (name, payload) => {
    await expect(answer(name, payload)).rejects.toThrow('not a valid request')
  })

  it('carries a whole document as it is, without looking at every row', () => {
    const document = aPlan({ waves: 2 })
    const request = { document, history: emptyHistory, path: null, suggestedName: 'a' }
    const parsed = requestSchemas.savePlan.parse(request)
    expect(parsed).toEqual(request)
    expect(parsed.document.estate.items).toBe(document.estate.items)
  })
})
