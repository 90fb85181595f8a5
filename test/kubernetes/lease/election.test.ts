import t from 'tap'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import {
  createLeaseElection,
  type LeaseElectionEffect,
} from '../../../kubernetes/lease/election.ts'
import type { LeaseEvent } from '../../../kubernetes/lease/events.ts'
import { CORE_TIMING } from '../../../kubernetes/lease/rules.ts'
import { carriedOut, storedLease } from '../../support/cluster/leases.ts'

const NOT_FOUND: ApiFailure = { failure: 'notFound', message: 'no Lease' }
const CONFLICT: ApiFailure = { failure: 'conflict', message: 'another version' }
const CUT: ApiFailure = { failure: 'unreachable', message: 'no answer' }
const CORE_LEASE = { leaseDurationSeconds: 15 }

function shown(effect: LeaseElectionEffect): string {
  switch (effect.type) {
    case 'read':
      return 'read'
    case 'write':
      return `write ${effect.change.holderIdentity || 'nobody'} over ${effect.over?.resourceVersion ?? 'none'}`
    case 'grant':
      return `grant ${effect.until}`
    case 'holder':
      return `holder ${effect.holder || 'nobody'}`
    case 'trouble':
      return `trouble ${effect.failure.failure}`
    case 'ended':
      return 'ended'
  }
}

function world(jitter = 0) {
  const election = createLeaseElection({ identity: 'a', timing: CORE_TIMING, jitter: () => jitter })
  let now = 0
  const tell = (event: LeaseEvent) => election.handle(event, now).map(shown)
  return {
    election,
    tell,
    at: (time: number) => (now = time),
    late: () => {
      now = Math.max(now, election.deadline ?? now)
      return tell({ type: 'deadline' })
    },
    fail: (failure: ApiFailure) => tell({ type: 'failed', failure }),
    /** The write is carried out. */
    written: (version: number, holder = 'a') =>
      tell({ type: 'answered', lease: storedLease(holder, version, CORE_LEASE) }),
  }
}

/** One that has created the Lease, asked at 0 and answered at 10. */
function leading() {
  const it = world()
  it.late()
  it.fail(NOT_FOUND)
  it.at(10)
  it.written(1)
  return it
}

t.test('first a look; a Lease that is not there is created', async (t) => {
  const { late, fail, written, at, election } = world()
  t.equal(election.holder, undefined)
  t.strictSame(late(), ['read'])
  t.equal(election.deadline, undefined, 'a request is in flight')
  t.strictSame(fail(NOT_FOUND), ['write a over none', 'holder nobody'])
  at(10)
  t.strictSame(written(1), ['grant 10000', 'holder a'], 'from when it was sent')
  t.equal(election.deadline, 2_000)
})

t.test('a holder renews over what it knows, without looking first', async (t) => {
  const { late, written, at } = leading()
  t.strictSame(late(), ['write a over 1'])
  at(2_040)
  t.strictSame(written(2), ['grant 12000'])
})

t.test('renewals that fail grant nothing, and are tried again each period', async (t) => {
  const { late, fail, election } = leading()
  late()
  t.strictSame(fail(CUT), ['trouble unreachable'])
  t.equal(election.deadline, 4_000)
  t.strictSame(late(), ['write a over 1'])
})

t.test('a conflict is looked into at once, and once', async (t) => {
  const { late, fail, written, tell, election } = leading()
  late()
  t.strictSame(fail(CONFLICT), ['trouble conflict', 'read'])
  t.strictSame(written(5), ['write a over 5'], 'it is still ours')
  t.strictSame(fail(CONFLICT), ['trouble conflict'])
  t.equal(election.deadline, 4_000)
  late()
  fail(CONFLICT)
  const lease = storedLease('b', 9, CORE_LEASE)
  t.strictSame(
    tell({ type: 'answered', lease }),
    ['grant 4000', 'holder b'],
    'no longer: it ends now',
  )
})

t.test('another one holds it: tried again after its time, with jitter', async (t) => {
  const { late, tell, election, at } = world(0.5)
  late()
  at(5)
  const lease = storedLease('b', 1, CORE_LEASE)
  t.strictSame(tell({ type: 'answered', lease }), ['holder b'])
  t.equal(election.deadline, 2_000 + 0.5 * 1.2 * 2_000)
})

t.test('one that does not renew it is followed after the duration that we saw', async (t) => {
  const { late, tell, at } = world()
  const lease = storedLease('b', 1, CORE_LEASE)
  late()
  at(100)
  tell({ type: 'answered', lease })
  at(15_099)
  late()
  t.strictSame(tell({ type: 'answered', lease }), [])
  at(17_100)
  late()
  t.strictSame(tell({ type: 'answered', lease }), ['write a over 1'])
})

t.test('a Lease that was given up is taken at once', async (t) => {
  const { late, tell } = world()
  late()
  t.strictSame(tell({ type: 'answered', lease: storedLease('', 3) }), [
    'write a over 3',
    'holder nobody',
  ])
})

t.test('a watch tells of a successor before the next renewal', async (t) => {
  const { tell, at } = leading()
  at(500)
  t.strictSame(tell({ type: 'lease', lease: storedLease('b', 2) }), ['grant 500', 'holder b'])
  t.strictSame(tell({ type: 'lease', lease: storedLease('b', 3) }), [], 'told once')
})

t.test('a Lease that is deleted under its holder ends what it does', async (t) => {
  const { tell, at } = leading()
  at(500)
  t.strictSame(tell({ type: 'lease', lease: undefined }), ['grant 500', 'holder nobody'])
})

t.test('on the way out it is released, and what is held ends first', async (t) => {
  const { tell, at } = leading()
  at(700)
  t.strictSame(tell({ type: 'stop' }), ['grant 700', 'write nobody over 1'])
  t.strictSame(tell({ type: 'answered', lease: storedLease('', 2) }), ['holder nobody', 'ended'])
  t.strictSame(tell({ type: 'deadline' }), [])
})

t.test('a renewal in flight is waited for; a release that fails is the end too', async (t) => {
  const { late, tell, written, fail } = leading()
  late()
  t.strictSame(tell({ type: 'stop' }), ['grant 2000'])
  t.strictSame(written(2), ['write nobody over 2'])
  t.strictSame(fail(CUT), ['trouble unreachable', 'ended'])
})

t.test('who holds nothing just ends', async (t) => {
  const { late, tell } = world()
  late()
  t.strictSame(tell({ type: 'stop' }), [])
  t.strictSame(tell({ type: 'answered', lease: storedLease('b', 1) }), ['holder b', 'ended'])
})

t.test('stopped while it looks for a Lease that is not there', async (t) => {
  const { late, tell, fail } = world()
  late()
  tell({ type: 'stop' })
  t.strictSame(fail(NOT_FOUND), ['holder nobody', 'ended'])
})

t.test('an answer that nobody waits for changes nothing', async (t) => {
  const { fail, written } = leading()
  t.strictSame(fail(CUT), [])
  t.strictSame(written(9), [])
})

t.test('what it writes: a take-over is counted', async (t) => {
  const election = createLeaseElection({ identity: 'a', timing: CORE_TIMING, jitter: () => 0 })
  election.handle({ type: 'deadline' }, 0)
  const [write] = election.handle({ type: 'answered', lease: storedLease('', 4) }, 1)
  if (write?.type !== 'write') throw new Error('no write')
  t.strictSame(write.change, {
    holderIdentity: 'a',
    leaseDurationSeconds: 15,
    leaseTransitions: 1,
    acquireTime: undefined,
  })
  t.equal(carriedOut(write.change, 5).record.acquireTime, 'at 5')
})
