import { describe, expect, it } from 'vitest'
import { createCloseGuard } from '@main/close-guard'

const world = () => {
  const happened: string[] = []
  let waiting: (() => void) | null = null
  const guard = createCloseGuard({
    ask: () => happened.push('asked'),
    close: () => happened.push('closed'),
    later: (act) => {
      waiting = act
      return () => {
        waiting = null
      }
    },
  })
  return { guard, happened, patienceEnds: () => waiting?.() }
}

describe('a window that is told to close', () => {
  it('closes while no page listens', () => {
    const { guard, happened } = world()
    expect(guard.holds()).toBe(false)
    expect(happened).toEqual([])
  })

  it('waits for the page, and asks it once', () => {
    const { guard, happened } = world()
    guard.watch()
    expect([guard.holds(), guard.holds()]).toEqual([true, true])
    expect(happened).toEqual(['asked'])
    guard.confirm()
    expect(happened).toEqual(['asked', 'closed'])
    expect(guard.holds()).toBe(false)
  })

  it('stays when the page refuses, and asks again the next time', () => {
    const { guard, happened, patienceEnds } = world()
    guard.watch()
    guard.holds()
    guard.refuse()
    patienceEnds()
    expect(happened).toEqual(['asked'])
    guard.holds()
    expect(happened).toEqual(['asked', 'asked'])
  })

  it('closes when the page does not answer', () => {
    const { guard, happened, patienceEnds } = world()
    guard.watch()
    guard.holds()
    patienceEnds()
    expect(happened).toEqual(['asked', 'closed'])
  })

  it('closes when the page is gone before it has answered', () => {
    const { guard, happened } = world()
    guard.watch()
    guard.holds()
    guard.forget()
    expect(happened).toEqual(['asked', 'closed'])
  })
})
