import t from 'tap'
import { createLeaseSight, holding, releasing } from '../../../kubernetes/lease/sight.ts'
import { storedLease } from '../../support/leases.ts'

const TIMING = { leaseDuration: 4_000, renewDeadline: 3_000, retryPeriod: 500 }

t.test('nothing is known until something is seen', async (t) => {
  const sight = createLeaseSight()
  t.notOk(sight.isKnown)
  t.equal(sight.holder, undefined)
  sight.watched(undefined, 5)
  t.ok(sight.isKnown)
  t.equal(sight.holder, '', 'nobody')
  t.equal(sight.changedAt, 5)
})

t.test(
  'a Lease expires so long after we saw its record change, whatever its times say',
  async (t) => {
    const sight = createLeaseSight()
    sight.watched(storedLease('a', 1), 100)
    t.equal(sight.expiresAt, 4_100)
    sight.watched(storedLease('a', 1), 900)
    t.equal(sight.changedAt, 100, 'the same record again is no renewal')
    t.equal(sight.lease?.resourceVersion, '1')
    sight.watched(storedLease('a', 2), 1_000)
    t.equal(sight.expiresAt, 5_000)
    sight.watched(storedLease('a', 3, { renewTime: 'renewal 2' }), 2_000)
    t.equal(sight.changedAt, 1_000, 'a new version of the same record is none either')
  },
)

t.test('a watch may lag: what is older than what is known is left aside', async (t) => {
  const sight = createLeaseSight()
  sight.answered(storedLease('a', 9), 0, 10)
  sight.watched(storedLease('b', 8), 20)
  t.equal(sight.holder, 'a')
  sight.watched(undefined, 30)
  t.equal(sight.holder, '', 'it was deleted')
})

t.test('an answer to what was asked later is believed, though the version went back', async (t) => {
  const sight = createLeaseSight()
  sight.watched(storedLease('a', 9), 100)
  sight.answered(storedLease('b', 5), 50, 110)
  t.equal(sight.holder, 'a', 'asked before')
  sight.answered(storedLease('b', 5), 105, 120)
  t.equal(sight.holder, 'b', 'a restored etcd')
})

t.test('the record of a holder: a renewal keeps since when, a take-over is counted', async (t) => {
  t.strictSame(holding('a', undefined, TIMING), {
    holderIdentity: 'a',
    leaseDurationSeconds: 4,
    leaseTransitions: 0,
    acquireTime: undefined,
  })
  const lease = storedLease('a', 1, { leaseTransitions: 2 })
  t.match(holding('a', lease, TIMING), { leaseTransitions: 2, acquireTime: 'then' })
  t.match(holding('b', lease, TIMING), { leaseTransitions: 3, acquireTime: undefined })
  const odd = storedLease('a', 1, { acquireTime: '' })
  t.match(holding('a', odd, TIMING), { acquireTime: undefined })
})

t.test('the record of nobody', async (t) => {
  const nobody = { holderIdentity: '', leaseDurationSeconds: 1, acquireTime: undefined }
  const lease = storedLease('a', 1, { leaseTransitions: 2 })
  t.strictSame(releasing(lease), { ...nobody, leaseTransitions: 2 })
  t.strictSame(releasing(undefined), { ...nobody, leaseTransitions: 0 })
})
