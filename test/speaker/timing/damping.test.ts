import fc from 'fast-check'
import t from 'tap'
import {
  createDamping,
  CUTOFF,
  HALF_LIFE,
  MAXIMUM_HOLD_DOWN,
  REUSE,
  SAME_FALL,
  type Damping,
} from '../../../speaker/timing/damping.ts'
import { PROPERTY } from '../../support/planning/generate-inputs.ts'

/** Lets a node fall at each of these times; until when it is not trusted then, each time. */
function falls(damping: Damping, ...times: readonly number[]): readonly (number | undefined)[] {
  return times.map((now) => damping.fell('worker-1', now))
}

t.test('a node that falls once, or twice, is trusted', async (t) => {
  const damping = createDamping()
  t.strictSame(falls(damping, 0, 1_000), [undefined, undefined])
  t.equal(damping.until('worker-1', 1_000), undefined)
  t.equal(damping.until('worker-2', 0), undefined)
})

t.test('the third fall within a minute is one too many', async (t) => {
  const damping = createDamping()
  const decay = (milliseconds: number) => 2 ** (-milliseconds / HALF_LIFE)
  // RFC 2439 §4.2: it takes log2(penalty) half-lives to fall to the reuse threshold.
  const hold = HALF_LIFE * Math.log2((1 + decay(1_000) + decay(2_000)) / REUSE)
  const [first, second, until = 0] = falls(damping, 0, 1_000, 2_000)
  t.strictSame([first, second], [undefined, undefined])
  t.ok(Math.abs(until - 2_000 - hold) < 1e-6)
  t.equal(damping.until('worker-1', until - 1), until)
  t.equal(damping.until('worker-1', until), undefined)
  t.equal(damping.until('worker-2', 2_000), undefined, 'each node by itself')
})

t.test('a node that falls in both families at about the same time has fallen once', async (t) => {
  const damping = createDamping()
  const times = [0, SAME_FALL - 1, SAME_FALL, 2 * SAME_FALL - 1, 2 * SAME_FALL]
  t.strictSame(
    falls(damping, ...times).map((until) => until !== undefined),
    [false, false, false, false, true],
  )
})

t.test('three falls that are far enough apart are none too many', async (t) => {
  // With x = 2^(-d / half-life), the third fall has 1 + x + x²; it reaches the cut-off of 2.2 at x = 0.704.
  const apart = (seconds: number) =>
    falls(createDamping(), 0, seconds * 1_000, seconds * 2_000).at(-1)
  t.not(apart(30), undefined)
  t.equal(apart(31), undefined)
})

t.test('that it is not trusted is news once; each fall makes it longer', async (t) => {
  const damping = createDamping()
  const [, , first] = falls(damping, 0, 1_000, 2_000)
  t.strictSame(falls(damping, 10_000), [undefined])
  t.ok((damping.until('worker-1', 10_000) ?? 0) > (first ?? Infinity))
})

t.test(
  'one that falls while it is not trusted stays so, though its penalty is small by then',
  async (t) => {
    const damping = createDamping()
    const [, , until = 0] = falls(damping, 0, 1_000, 2_000)
    falls(damping, until - 1)
    t.ok(damping.until('worker-1', until + 50_000), 'a penalty of 2, which is below the cut-off')
  },
)

t.test('one that is trusted again and falls again is news again', async (t) => {
  const damping = createDamping()
  const [, , until = 0] = falls(damping, 0, 1_000, 2_000)
  t.strictSame(falls(damping, until), [undefined], 'a penalty of 2')
  t.not(damping.fell('worker-1', until + 1_000), undefined, 'of 3')
})

t.test('nobody is distrusted for more than the longest time after his last fall', async (t) => {
  const damping = createDamping()
  for (let second = 0; second < 60; second++) damping.fell('worker-1', second * 1_000)
  t.equal(damping.until('worker-1', 60_000), 59_000 + MAXIMUM_HOLD_DOWN)
})

t.test('a penalty that has all but gone is forgotten', async (t) => {
  // A sixteenth is left after four half-lives. Who is forgotten starts from nothing.
  const third = (prunedAt: number) => {
    const damping = createDamping()
    damping.fell('worker-1', 0)
    damping.prune(prunedAt)
    const later = 5 * HALF_LIFE
    return falls(damping, later, later + 1_000, later + 2_000).at(-1) ?? 0
  }
  t.ok(
    third(4 * HALF_LIFE) > third(4 * HALF_LIFE + 1),
    'a thirty-second of the fall is left, or nothing',
  )
  t.equal(third(4 * HALF_LIFE + 1), falls(createDamping(), 300_000, 301_000, 302_000).at(-1))
})

t.test('whom nobody trusts is not forgotten', async (t) => {
  const damping = createDamping()
  for (let second = 0; second < 60; second++) damping.fell('worker-1', second * 1_000)
  damping.prune(358_000)
  t.ok(damping.until('worker-1', 358_000))
})

t.test('whatever the falls: a hold has its bounds, and ends', async () => {
  fc.assert(
    fc.property(fc.array(fc.nat(120_000), { minLength: 1, maxLength: 30 }), (gaps) => {
      const damping = createDamping()
      let now = 0
      return gaps.every((gap) => {
        now += gap
        const told = damping.fell('worker-1', now)
        damping.prune(now)
        const until = damping.until('worker-1', now)
        if (until === undefined) return told === undefined
        const isBounded = until > now && until <= now + MAXIMUM_HOLD_DOWN
        const isTold =
          told === undefined || (told === until && until - now >= HALF_LIFE * Math.log2(CUTOFF))
        return isBounded && isTold && damping.until('worker-1', until) === undefined
      })
    }),
    PROPERTY,
  )
})
