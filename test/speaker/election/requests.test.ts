import t from 'tap'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import { answered, ask, failed, nextRequest } from '../../../speaker/election/requests.ts'
import { READ_TIMEOUT, WRITE_TIMEOUT } from '../../../speaker/election/timing.ts'
import { electionState, see } from '../../support/speaker/election-states.ts'
import { storedLease } from '../../support/cluster/leases.ts'

const CONFLICT: ApiFailure = { failure: 'conflict', message: '' }
const CUT: ApiFailure = { failure: 'unreachable', message: '' }
const NOT_FOUND: ApiFailure = { failure: 'notFound', message: '' }

t.test('what is sent', async (t) => {
  const state = electionState('')
  ask(state, 'read', 1_200)
  ask(state, 'acquire', 1_300)
  ask(state, 'release', 1_400)
  t.match(state.effects, [
    { type: 'read', timeoutMilliseconds: READ_TIMEOUT },
    {
      type: 'write',
      change: { holderIdentity: 'a_pod', leaseDurationSeconds: 4, leaseTransitions: 1 },
      over: { resourceVersion: '1' },
      timeoutMilliseconds: WRITE_TIMEOUT,
    },
    { type: 'write', change: { holderIdentity: '', leaseDurationSeconds: 1 } },
  ])
  t.equal(state.sentAt, 1_400)
  t.equal(state.acquireSentAt, 1_300)
})

t.test('a renewal that succeeded grants from when it was sent', async (t) => {
  const state = electionState('')
  ask(state, 'acquire', 2_000)
  answered(state, storedLease('a_pod', 2), 2_040)
  t.equal(state.role, 'leading')
  t.equal(state.grantedUntil, 5_000)
  t.equal(state.renewedAt, 2_000)
})

t.test('one whose answer came after its grant would have ended grants nothing', async (t) => {
  const state = electionState('')
  ask(state, 'acquire', 2_000)
  answered(state, storedLease('a_pod', 2), 5_000)
  t.equal(state.role, 'standby')
})

t.test('an answer that nobody waits for is nothing', async (t) => {
  const state = electionState()
  answered(state, storedLease('a_pod', 9), 2_000)
  failed(state, CUT, 2_000)
  t.equal(state.observed.holder, 'b_pod')
  t.equal(state.lostAt, undefined)
})

t.test('a conflict is looked into at once, and once a period', async (t) => {
  const state = electionState('')
  ask(state, 'acquire', 2_000)
  failed(state, CONFLICT, 2_010)
  t.equal(state.inFlight?.purpose, 'read')
  answered(state, storedLease('', 2), 2_020)
  t.strictSame(
    nextRequest(state),
    { at: 1_000 + 1_020, purpose: 'acquire' },
    'and tried again at once',
  )
  ask(state, 'acquire', 2_030)
  failed(state, CONFLICT, 2_040)
  t.equal(state.inFlight, undefined)
  t.equal(state.lostAt, undefined, 'the API server does its work')
})

t.test('a Lease that is not there: known, where it was looked for', async (t) => {
  const state = electionState(null)
  ask(state, 'read', 2_000)
  failed(state, NOT_FOUND, 2_010)
  t.equal(state.observed.holder, '')
  const gone = electionState('')
  ask(gone, 'acquire', 2_000)
  failed(gone, NOT_FOUND, 2_010)
  t.equal(gone.inFlight?.purpose, 'read', 'it was deleted meanwhile')
  const closed = electionState(null)
  closed.observed.watched(undefined, 1_500)
  ask(closed, 'acquire', 2_000)
  failed(closed, NOT_FOUND, 2_010)
  t.equal(closed.lostAt, 2_010, 'nothing can be created: there is no such namespace')
})

t.test('since when the API server does not do its work', async (t) => {
  const state = electionState('')
  ask(state, 'read', 2_000)
  failed(state, CUT, 2_800)
  ask(state, 'read', 3_000)
  failed(state, CUT, 3_800)
  t.equal(state.lostAt, 2_800)
  t.equal(state.failure, CUT)
  ask(state, 'read', 4_000)
  answered(state, storedLease('b_pod', 3), 4_010)
  t.equal(state.lostAt, undefined)
  t.equal(state.failure, undefined)
})

t.test('what is next', async (t) => {
  const standby = electionState()
  standby.newsAt = 1_000
  t.strictSame(nextRequest(standby), { at: 2_000, purpose: 'read' }, 'silence is looked into')
  const holder = electionState('a_pod')
  holder.acquireSentAt = 3_000
  t.strictSame(nextRequest(holder), { at: 3_500, purpose: 'acquire' })
  const lost = electionState('')
  lost.newsAt = 1_000
  lost.lostAt = 2_000
  t.equal(nextRequest(lost).purpose, 'read', 'who did not reach the server reads before it writes')
  const free = electionState('')
  free.newsAt = 1_000
  t.strictSame(nextRequest(free), { at: 1_000, purpose: 'acquire' })
})

t.test('when the node of the holder has just died, it is asked at once', async (t) => {
  const state = electionState()
  state.newsAt = 1_400
  see(state, { nodes: { b: 'down', c: 'up' } }, 1_600)
  t.strictSame(nextRequest(state), { at: 1_600, purpose: 'read' })
  state.sentAt = 1_700
  t.equal(nextRequest(state).at, 2_000, 'once: what follows is for the two witnesses')
})
