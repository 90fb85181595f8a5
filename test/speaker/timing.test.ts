import t from 'tap'
import {
  BURST,
  LOCKTIME,
  MAX_ASKERS,
  MAX_MULTICAST_SOLICIT,
  RETRANS_TIMER,
  SLOW_RETRY,
} from '../../speaker/timing.ts'

t.test('a burst begins at once and gets slower', async (t) => {
  const times = BURST.map(({ after }) => after)
  t.strictSame(times, [0, 50, 200, 1_100, 5_000])
})

t.test(
  'askers are told at once, and again when nobody is within the locktime any more',
  async (t) => {
    const toAskers = BURST.filter((step) => step.toAskers).map(({ after }) => after)
    t.strictSame(toAskers, [0, 1_100])
    t.ok(1_100 > LOCKTIME)
  },
)

t.test('RFC 4861 §10', async (t) => {
  t.strictSame([MAX_MULTICAST_SOLICIT, RETRANS_TIMER], [3, 1_000])
})

t.test('what is ours is bounded', async (t) => {
  t.ok(SLOW_RETRY > RETRANS_TIMER)
  t.ok(MAX_ASKERS > 0)
})
