import { describe, expect, it } from 'vitest'
import { createSnapshotTimer } from '@renderer/app/snapshot-timer'

/** A clock that is turned by hand. */
const aClock = () => {
  let time = 0
  let due: { readonly at: number; readonly run: () => void } | null = null
  return {
    now: () => time,
    after: (milliseconds: number, run: () => void) => {
      const mine = { at: time + milliseconds, run }
      due = mine
      return () => {
        if (due === mine) due = null
      }
    },
    turnTo: (next: number) => {
      if (due && due.at <= next) {
        const { at, run } = due
        due = null
        time = at
        run()
      }
      time = next
    },
  }
}

const world = () => {
  const clock = aClock()
  const written: number[] = []
  const timer = createSnapshotTimer({
    quiet: 5, longest: 20, write: () => written.push(clock.now()), now: clock.now, after: clock.after,
  })
  return { clock, written, timer }
}

describe('the snapshot timer', () => {
  it('writes once, some time after the last change', () => {
    const { clock, written, timer } = world()
    timer.changed()
    clock.turnTo(3)
    timer.changed()
    clock.turnTo(30)
    expect(written).toEqual([8])
  })

  it('does not wait for ever while changes go on', () => {
    const { clock, written, timer } = world()
    for (let at = 0; at < 40; at += 4) {
      clock.turnTo(at)
      timer.changed()
    }
    expect(written[0]).toBe(20)
  })

  it('writes nothing after it was stopped', () => {
    const { clock, written, timer } = world()
    timer.changed()
    timer.stop()
    clock.turnTo(100)
    expect(written).toEqual([])
  })
})
