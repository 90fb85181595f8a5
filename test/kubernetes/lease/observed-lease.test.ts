import t from 'tap'
import {
  createObservedLease,
  holderRecord,
  releasedRecord,
} from '../../../kubernetes/lease/observed-lease.ts'
import { storedLease } from '../../support/cluster/leases.ts'

const TIMING = { leaseDuration: 4_000, renewDeadline: 3_000, retryPeriod: 500 }

t.test('nothing is known until something is seen', async (t) => {
  const observed = createObservedLease()
  t.notOk(observed.isKnown)
  t.equal(observed.holder, undefined)
  observed.watched(undefined, 5)
  t.ok(observed.isKnown)
  t.equal(observed.holder, '', 'nobody')
  t.equal(observed.changedAt, 5)
})

t.test(
  'a Lease expires so long after we saw its record change, whatever its times say',
  async (t) => {
    const observed = createObservedLease()
    observed.watched(storedLease('a', 1), 100)
    t.equal(observed.expiresAt, 4_100)
    observed.watched(storedLease('a', 1), 900)
    t.equal(observed.changedAt, 100, 'the same record again is no renewal')
    t.equal(observed.lease?.resourceVersion, '1')
    observed.watched(storedLease('a', 2), 1_000)
    t.equal(observed.expiresAt, 5_000)
    observed.watched(storedLease('a', 3, { renewTime: 'renewal 2' }), 2_000)
    t.equal(observed.changedAt, 1_000, 'a new version of the same record is none either')
  },
)

t.test('a watch may lag: what is older than what is known is left aside', async (t) => {
  const observed = createObservedLease()
  observed.answered(storedLease('a', 9), 0, 10)
  observed.watched(storedLease('b', 8), 20)
  t.equal(observed.holder, 'a')
  observed.watched(undefined, 30)
  t.equal(observed.holder, '', 'it was deleted')
})

t.test('an answer to what was asked later is believed, though the version went back', async (t) => {
  const observed = createObservedLease()
  observed.watched(storedLease('a', 9), 100)
  observed.answered(storedLease('b', 5), 50, 110)
  t.equal(observed.holder, 'a', 'asked before')
  observed.answered(storedLease('b', 5), 105, 120)
  t.equal(observed.holder, 'b', 'a restored etcd')
})

t.test('the record of a holder: a renewal keeps since when, a take-over is counted', async (t) => {
  t.strictSame(holderRecord('a', undefined, TIMING), {
    holderIdentity: 'a',
    leaseDurationSeconds: 4,
    leaseTransitions: 0,
    acquireTime: undefined,
  })
  const lease = storedLease('a', 1, { leaseTransitions: 2 })
  t.match(holderRecord('a', lease, TIMING), { leaseTransitions: 2, acquireTime: 'then' })
  t.match(holderRecord('b', lease, TIMING), { leaseTransitions: 3, acquireTime: undefined })
  const odd = storedLease('a', 1, { acquireTime: '' })
  t.match(holderRecord('a', odd, TIMING), { acquireTime: undefined })
})

t.test('the record of nobody', async (t) => {
  const nobody = { holderIdentity: '', leaseDurationSeconds: 1, acquireTime: undefined }
  const lease = storedLease('a', 1, { leaseTransitions: 2 })
  t.strictSame(releasedRecord(lease), { ...nobody, leaseTransitions: 2 })
  t.strictSame(releasedRecord(undefined), { ...nobody, leaseTransitions: 0 })
})
