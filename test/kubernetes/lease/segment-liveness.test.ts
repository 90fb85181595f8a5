import t from 'tap'
import { createSegmentLiveness } from '../../../kubernetes/lease/segment-liveness.ts'
import { storedLease } from '../../support/cluster/leases.ts'

t.test('the first sight of a Lease is no renewal: it may be years old', async (t) => {
  const liveness = createSegmentLiveness()
  liveness.observe(storedLease('a', 1), 0)
  t.notOk(liveness.isLive(0))
  t.equal(liveness.leader(0), undefined)
  t.equal(liveness.deadline(0), undefined)
  liveness.observe(storedLease('a', 1), 500)
  t.notOk(liveness.isLive(500))
})

t.test('a renewal that we have seen counts for its duration', async (t) => {
  const liveness = createSegmentLiveness()
  liveness.observe(storedLease('a', 1), 0)
  liveness.observe(storedLease('a', 2), 1_000)
  t.equal(liveness.leader(1_000), 'a')
  t.equal(liveness.deadline(1_000), 5_000)
  t.ok(liveness.isLive(4_999))
  t.notOk(liveness.isLive(5_000))
})

t.test('a Lease that was not there before was made by somebody who lives', async (t) => {
  const liveness = createSegmentLiveness()
  liveness.observe(undefined, 0)
  liveness.observe(storedLease('a', 1), 10)
  t.equal(liveness.leader(10), 'a')
})

t.test('one that is given up, or deleted, has no leader', async (t) => {
  const liveness = createSegmentLiveness()
  liveness.observe(undefined, 0)
  liveness.observe(storedLease('a', 1), 10)
  liveness.observe(storedLease('', 2, { leaseDurationSeconds: 1 }), 20)
  t.notOk(liveness.isLive(20))
  liveness.observe(storedLease('b', 3), 30)
  t.equal(liveness.leader(30), 'b')
  liveness.observe(undefined, 40)
  t.notOk(liveness.isLive(40))
})
