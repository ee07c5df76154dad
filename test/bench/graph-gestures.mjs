import { readFileSync, readdirSync } from 'node:fs'
import { cpus } from 'node:os'

/** Gestures of a hand, and what they cost: frames as the page sees them, and time of its main thread a step. */

/** Records the time between frames while it is on. */
export const recorder = (page) => page.evaluate(() => {
  let times = null
  const tick = (now) => {
    if (!times) return
    times.push(now)
    requestAnimationFrame(tick)
  }
  globalThis.frames = {
    start: () => {
      times = []
      requestAnimationFrame(tick)
    },
    stop: () => {
      const all = times ?? []
      times = null
      return all.slice(1).map((time, index) => time - all[index])
    },
  }
})

const p95 = (times) => [...times].sort((a, b) => a - b)[Math.max(0, Math.ceil(times.length * 0.95) - 1)] ?? Number.NaN

/** Time that the page's main thread was busy, in milliseconds, between start and stop. */
export const metered = async (page) => {
  const session = await page.context().newCDPSession(page)
  // In time of the thread itself: on a busy machine others' time would be counted too.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  let from = 0
  return { start: async () => { from = await busy() }, stop: async () => (await busy()) - from }
}

export const heapOf = async (page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

export const gestures = (page, meter) => {
  const measured = async (steps, run) => {
    await meter.start()
    await page.evaluate(() => globalThis.frames.start())
    await run()
    const times = await page.evaluate(() => globalThis.frames.stop())
    return { p95: p95(times), step: (await meter.stop()) / steps }
  }
  const nextFrame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
  return {
    /** To and fro, so that the picture stays under the hand. */
    pan: async (at, steps, button = 'left') => {
      await page.mouse.move(at.x, at.y)
      await page.mouse.down({ button })
      const found = await measured(steps, async () => {
        for (let step = 0; step < steps; step++) {
          await page.mouse.move(at.x + Math.sin(step / 6) * 300, at.y + Math.cos(step / 9) * 120)
          await nextFrame()
        }
      })
      await page.mouse.up({ button })
      return found
    },
    /** Inwards and back, or outwards and back, over so many steps each way. */
    zoom: async (at, steps, way = 'in') => {
      const there = way === 'in' ? -60 : 60
      await page.mouse.move(at.x, at.y)
      return measured(steps * 2, async () => {
        for (let step = 0; step < steps * 2; step++) {
          await page.mouse.wheel(0, step < steps ? there : -there)
          await nextFrame()
        }
      })
    },
    /** Takes what lies at a point and carries it about; `before` letting go, something else may be done. */
    drag: async (at, steps, before = async () => undefined) => {
      await page.mouse.move(at.x, at.y)
      await page.mouse.down()
      await page.mouse.move(at.x + 8, at.y + 8, { steps: 2 })
      await nextFrame()
      const found = await measured(steps, async () => {
        for (let step = 0; step < steps; step++) {
          await page.mouse.move(at.x + 60 + Math.sin(step / 6) * 200, at.y + 60 + Math.cos(step / 6) * 90)
          await nextFrame()
        }
      })
      await before()
      await page.mouse.up()
      return found
    },
  }
}

const statOf = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), pages: Number(fields[21]) }
  } catch {
    return null
  }
}

/** This process and everything that it has started, by number. Linux only; elsewhere nothing. */
const family = () => {
  let pids
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return new Map()
  }
  const stats = new Map(pids.flatMap((pid) => { const stat = statOf(pid); return stat ? [[Number(pid), stat]] : [] }))
  const isOurs = (pid) => pid === process.pid || (stats.has(pid) && stats.get(pid).parent > 1 && isOurs(stats.get(pid).parent))
  return new Map([...stats].filter(([pid]) => isOurs(pid)))
}

const busy = () => cpus().reduce((sum, { times }) => ({ all: sum.all + times.user + times.nice + times.sys + times.irq + times.idle, idle: sum.idle + times.idle }), { all: 0, idle: 0 })

/** Asked again at the end: what part of the processors others have used in between. Processes that ended count as others'. */
export const ownShare = () => {
  const start = busy()
  const known = new Map()
  const look = () => { for (const [pid, { ticks }] of family()) known.set(pid, { first: known.get(pid)?.first ?? ticks, last: ticks }) }
  look()
  const timer = setInterval(look, 500)
  return () => {
    clearInterval(timer)
    look()
    const end = busy()
    const own = [...known.values()].reduce((sum, { first, last }) => sum + (last - first) * 10, 0)
    const all = end.all - start.all
    return Math.max(0, (all - (end.idle - start.idle) - own) / all)
  }
}

/** Resident memory of the largest page process that we have started, in MB; NaN where that cannot be read. */
export const rendererMemory = () => {
  const sizes = [...family()].flatMap(([pid, { pages }]) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer') ? [(pages * 4096) / 1e6] : []
    } catch {
      return []
    }
  })
  return sizes.length > 0 ? Math.max(...sizes) : Number.NaN
}
