import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strongComponents } from '@core/planning/strong-components'

type Arc = readonly [from: number, to: number]

const componentsOf = (n: number, arcs: readonly Arc[]): Int32Array => {
  const sorted = arcs.toSorted((a, b) => a[0] - b[0])
  const offsets = Int32Array.from({ length: n + 1 }, (_, node) => sorted.filter(([from]) => from < node).length)
  return strongComponents(n, offsets, Int32Array.from(sorted, ([, to]) => to))
}

const reachable = (n: number, arcs: readonly Arc[]): boolean[][] => {
  const reach = Array.from({ length: n }, (_, a) => Array.from({ length: n }, (_, b) => a === b))
  for (const [from, to] of arcs) reach[from]![to] = true
  for (let via = 0; via < n; via++) {
    for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) reach[a]![b] ||= reach[a]![via]! && reach[via]![b]!
  }
  return reach
}

const graph = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.tuple(fc.constant(n), fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 18 })),
)

describe('strong components', { timeout: 60_000 }, () => {
  it('are the sets of nodes that reach one another, numbered from what is reached to what reaches', () => {
    fc.assert(
      fc.property(graph, ([n, arcs]) => {
        const component = componentsOf(n, arcs)
        const reach = reachable(n, arcs)
        for (let a = 0; a < n; a++) {
          for (let b = 0; b < n; b++) {
            expect(component[a] === component[b]).toBe(reach[a]![b]! && reach[b]![a]!)
            if (reach[a]![b]!) expect(component[a]).toBeGreaterThanOrEqual(component[b]!)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('stand any depth', () => {
    const n = 300_000
    const offsets = Int32Array.from({ length: n + 1 }, (_, node) => Math.min(node, n))
    const ring = Int32Array.from({ length: n }, (_, node) => (node + 1) % n)
    expect(new Set(strongComponents(n, offsets, ring)).size).toBe(1)
  })

  it('are none of a graph without nodes', () => {
    expect(strongComponents(0, new Int32Array(1), new Int32Array(0))).toEqual(new Int32Array(0))
  })
})
