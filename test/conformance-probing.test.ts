import t from 'tap'
import {
  createDamping,
  CUTOFF,
  HALF_LIFE,
  MAXIMUM_HOLD_DOWN,
  REUSE,
} from '../speaker/timing/damping.ts'
import { probeTimeout, roundTripAfter, type RoundTrip } from '../speaker/probing/timing.ts'

// One test for each sentence of RFC 6298 §2 and RFC 2439 §4 that probing relies on; the section stands above it,
// the sentence, in our words, is the name. What a route is there, a node is here.

const after = (...samples: readonly number[]) =>
  samples.reduce<RoundTrip | undefined>(
    (before, sample) => roundTripAfter(before, sample),
    undefined,
  )

// RFC 6298 §2.1, which says a second. Ours is the interval of the probes, for a LAN.
t.test('Until a round-trip time has been measured, the time-out is a fixed one.', async (t) => {
  t.equal(probeTimeout(undefined, 100), 100)
})

// RFC 6298 §2.2
t.test(
  'With the first measurement, SRTT is R, RTTVAR is R/2, and RTO is SRTT + 4 RTTVAR.',
  async (t) => {
    t.strictSame(after(40), { smoothed: 40, variation: 20 })
    t.equal(probeTimeout(after(40), 100), 120)
  },
)

// RFC 6298 §2.3
t.test(
  'With each other, RTTVAR is 3/4 RTTVAR + 1/4 |SRTT - R|, by the SRTT of before.',
  async (t) => {
    t.equal(after(40, 80)?.variation, 0.75 * 20 + 0.25 * 40)
  },
)

// RFC 6298 §2.3
t.test('Then SRTT is 7/8 SRTT + 1/8 R.', async (t) => {
  t.equal(after(40, 80)?.smoothed, 0.875 * 40 + 0.125 * 80)
})

// RFC 6298 §2.3
t.test('RTO is SRTT + 4 RTTVAR again.', async (t) => {
  t.equal(probeTimeout(after(40, 80), 100), 45 + 4 * 25)
})

// RFC 6298 §2.4, §2.5: a second at least, sixty at most. Ours are half an interval and two.
t.test('The time-out has a least and a greatest value.', async (t) => {
  t.equal(probeTimeout(after(0.1), 100), 50)
  t.equal(probeTimeout(after(900), 100), 200)
})

/** Until when a node is not trusted that has fallen at these times. */
function heldAfter(...falls: readonly number[]): number | undefined {
  const damping = createDamping()
  let until: number | undefined
  for (const at of falls) {
    damping.fell('worker-1', at)
    until = damping.until('worker-1', at)
  }
  return until
}

// RFC 2439 §4.2: "cutoff threshold" above "reuse threshold"
t.test('The cut-off threshold is above the reuse threshold, and above one fall.', async (t) => {
  t.ok(CUTOFF > REUSE)
  t.equal(heldAfter(0), undefined)
})

// RFC 2439 §4.2
t.test(
  'Each fall adds to a figure of merit; above the cut-off threshold one is suppressed.',
  async (t) => {
    t.equal(heldAfter(0, 10_000), undefined)
    t.ok((heldAfter(0, 10_000, 20_000) ?? 0) > 20_000)
  },
)

// RFC 2439 §4.2, "decay half life"
t.test('The figure of merit decays exponentially with time.', async (t) => {
  t.equal(heldAfter(0, 10_000, 20_000 + 4 * HALF_LIFE), undefined)
})

// RFC 2439 §4.2
t.test('Below the reuse threshold it is used again.', async (t) => {
  const damping = createDamping()
  for (const at of [0, 10_000, 20_000]) damping.fell('worker-1', at)
  const until = damping.until('worker-1', 20_000) ?? 0
  t.not(damping.until('worker-1', until - 1), undefined)
  t.equal(damping.until('worker-1', until), undefined)
})

// RFC 2439 §4.2, "maximum hold-down time"
t.test(
  'However unstable, it is suppressed no longer than the maximum hold-down time.',
  async (t) => {
    const falls = Array.from({ length: 100 }, (_, index) => index * 5_000)
    const last = falls.at(-1) ?? 0
    t.ok((heldAfter(...falls) ?? 0) <= last + MAXIMUM_HOLD_DOWN)
  },
)
