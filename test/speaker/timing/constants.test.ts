import t from 'tap'
import * as timing from '../../../speaker/timing/constants.ts'

t.test('RFC 4861 §10', async (t) => {
  t.equal(timing.MAX_MULTICAST_SOLICIT, 3)
  t.equal(timing.RETRANS_TIMER, 1_000)
})

t.test('RFC 5227 §1.1', async (t) => {
  const { probes, apart, wait } = timing.FULL_CHECK
  t.equal(probes, 3, 'PROBE_NUM')
  t.ok(apart >= 1_000 && apart <= 2_000, 'PROBE_MIN, PROBE_MAX')
  t.equal(wait, 2_000, 'ANNOUNCE_WAIT')
  t.ok(timing.PROBE_WAIT <= 1_000, 'PROBE_WAIT')
  t.equal(timing.RATE_LIMIT_INTERVAL, 60_000)
  t.equal(timing.DEFEND_INTERVAL, 10_000)
})

t.test('RFC 4862 §5.1: DupAddrDetectTransmits, RetransTimer apart', async (t) => {
  t.strictSame(timing.DUPLICATE_ADDRESS_CHECK, { probes: 1, apart: 0, wait: 1_000 })
})

t.test('the quick check is three probes within 60 ms', async (t) => {
  const { probes, apart, wait } = timing.QUICK_CHECK
  t.equal(probes, 3)
  t.equal((probes - 1) * apart + wait, 60)
})

t.test('askers are told again when nobody is within the locktime any more', async (t) => {
  t.ok(timing.BEHIND_LOCKTIME > timing.LOCKTIME)
})

t.test('askers are told again before their entries become stale, RFC 4861 §10', async (t) => {
  const [reachableTime, minRandomFactor] = [30_000, 0.5]
  t.ok(timing.ASKER_REFRESH < reachableTime * minRandomFactor)
  t.ok(timing.ASKER_LIFETIME > timing.ASKER_REFRESH)
})

t.test('a conflict that is asked for does not end between two questions', async (t) => {
  t.ok(timing.CONFLICT_LIFETIME > 3 * timing.CONFLICT_QUESTION_INTERVAL)
  t.ok(timing.CONFLICT_REMINDER > timing.CONFLICT_LIFETIME)
})

t.test('what is ours is bounded', async (t) => {
  t.ok(timing.SLOW_RETRY > timing.RETRANS_TIMER)
  t.ok(timing.MAX_ASKERS > 0)
  t.ok(timing.MAX_ALL_ASKERS >= timing.MAX_ASKERS)
})
