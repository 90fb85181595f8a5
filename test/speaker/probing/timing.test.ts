import t from 'tap'
import {
  confirmInterval,
  probeTimeout,
  roundTripAfter,
  worstCaseDetection,
  type ProbePace,
  type RoundTrip,
} from '../../../speaker/probing/timing.ts'

function after(...samples: readonly number[]): RoundTrip | undefined {
  return samples.reduce<RoundTrip | undefined>(roundTripAfter, undefined)
}

t.test('RFC 6298 §2.2: the first answer is the estimate, half of it the variation', async (t) => {
  t.strictSame(after(8), { smoothed: 8, variation: 4 })
  t.strictSame(after(0), { smoothed: 0, variation: 0 })
})

t.test('RFC 6298 §2.3: the variation is taken from the estimate before the sample', async (t) => {
  t.strictSame(after(8, 16), { smoothed: 9, variation: 5 })
  t.strictSame(after(8, 0), { smoothed: 7, variation: 5 })
  t.strictSame(after(8, 8, 8), { smoothed: 8, variation: 2.25 })
})

t.test('equal answers bring the estimate there, and the variation to nothing', async (t) => {
  const settled = after(100, ...Array.from({ length: 200 }, () => 2))
  t.ok(Math.abs((settled?.smoothed ?? 0) - 2) < 1e-6)
  t.ok((settled?.variation ?? 1) < 1e-6)
})

const TIMEOUTS: readonly (readonly [
  name: string,
  roundTrip: RoundTrip | undefined,
  interval: number,
  timeout: number,
])[] = [
  ['nothing is known', undefined, 100, 100],
  ['nothing is known, tuned', undefined, 10, 10],
  ['a node on the same switch', { smoothed: 0.2, variation: 0.05 }, 100, 50],
  ['just at the floor', { smoothed: 10, variation: 10 }, 100, 50],
  ['between the bounds', { smoothed: 40, variation: 10 }, 100, 80],
  ['just at the ceiling', { smoothed: 120, variation: 20 }, 100, 200],
  ['a node that crawls', { smoothed: 400, variation: 200 }, 100, 200],
  ['the same answers, tuned', { smoothed: 2, variation: 1 }, 10, 6],
]

t.test('a time-out follows the answers, from half an interval to two', async (t) => {
  for (const [name, roundTrip, interval, timeout] of TIMEOUTS)
    t.equal(probeTimeout(roundTrip, interval), timeout, name)
})

t.test('a suspect node is probed five times in an interval', async (t) => {
  t.strictSame([100, 10, 1_000].map(confirmInterval), [20, 2, 200])
})

const WORST: readonly (readonly [
  name: string,
  interval: number,
  threshold: number,
  timeout: number,
  detection: number,
])[] = [
  ['default, the floor', 100, 5, 50, 260],
  ['default, nothing known', 100, 5, 100, 360],
  ['default, the ceiling', 100, 5, 200, 560],
  ['tuned, the floor', 10, 5, 5, 26],
  ['tuned, the ceiling', 10, 5, 20, 56],
  ['one miss', 100, 1, 50, 150],
  ['two misses', 100, 2, 50, 200],
  ['three misses', 100, 3, 50, 220],
  ['each second', 1_000, 5, 500, 2_600],
]

t.test('the worst case, in numbers', async (t) => {
  for (const [name, intervalMilliseconds, failureThreshold, timeout, detection] of WORST)
    t.equal(
      worstCaseDetection({ intervalMilliseconds, failureThreshold }, timeout),
      detection,
      name,
    )
})

/**
 * How long the verdict takes if the node answers every probe that is sent before `death`, and none after
 * it, probed as described: each interval from 0 on, and once the first miss is seen, at once and each
 * fifth of an interval. Goes on millisecond by millisecond; the interval is a multiple of five.
 */
function simulated(
  { intervalMilliseconds, failureThreshold }: ProbePace,
  timeout: number,
  death: number,
): number {
  const missedAt: number[] = []
  let [misses, next] = [0, 0]
  for (let now = 0; ; now++) {
    while (missedAt[0] === now) {
      missedAt.shift()
      misses++
      if (misses === failureThreshold) return now - death
      if (misses === 1) next = now
    }
    if (now !== next) continue
    if (now > death) missedAt.push(now + timeout)
    next += misses === 0 ? intervalMilliseconds : intervalMilliseconds / 5
  }
}

/** The node may die at any millisecond between two probes; at 0, just after the answer. */
function longest(pace: ProbePace, timeout: number): number {
  const { intervalMilliseconds } = pace
  const deaths = Array.from({ length: intervalMilliseconds }, (_, death) => death)
  return Math.max(...deaths.map((death) => simulated(pace, timeout, death)))
}

t.test('a simulation of each millisecond finds the same worst case', async (t) => {
  for (const intervalMilliseconds of [10, 50, 100])
    for (let failureThreshold = 1; failureThreshold <= 7; failureThreshold++)
      for (const intervals of [0.5, 0.6, 1]) {
        const pace = { intervalMilliseconds, failureThreshold }
        const timeout = intervals * intervalMilliseconds
        const name = `${failureThreshold} misses of ${timeout} ms, each ${intervalMilliseconds} ms`
        t.equal(longest(pace, timeout), worstCaseDetection(pace, timeout), name)
      }
})

t.test('with a longer time-out than the interval it takes no longer than that', async (t) => {
  for (const intervalMilliseconds of [10, 100])
    for (let failureThreshold = 1; failureThreshold <= 7; failureThreshold++)
      for (const intervals of [1.1, 1.5, 2]) {
        const pace = { intervalMilliseconds, failureThreshold }
        const timeout = Math.round(intervals * intervalMilliseconds)
        t.ok(longest(pace, timeout) <= worstCaseDetection(pace, timeout))
      }
})
