import t from 'tap'
import {
  leaseAnswer,
  leaseObject,
  readLease,
  sameRecord,
} from '../../../kubernetes/lease/record.ts'

const METADATA = { name: 'lease', namespace: 'ns', resourceVersion: '7' }
const SPEC = {
  holderIdentity: 'a',
  leaseDurationSeconds: 4,
  acquireTime: '2026-01-01T00:00:00.000000Z',
  renewTime: '2026-01-01T00:00:01.000000Z',
  leaseTransitions: 3,
}

t.test('a Lease as the API server has it', async (t) => {
  const lease = readLease({ metadata: METADATA, spec: SPEC })
  t.strictSame(lease, { metadata: METADATA, resourceVersion: '7', record: SPEC })
})

t.test('what is missing, or of another type, is as if it were not set', async (t) => {
  const empty = {
    holderIdentity: '',
    leaseDurationSeconds: 0,
    leaseTransitions: 0,
    acquireTime: '',
    renewTime: '',
  }
  const odd = {
    holderIdentity: null,
    leaseDurationSeconds: 1.5,
    leaseTransitions: -1,
    renewTime: 7,
  }
  for (const spec of [odd, {}, 'text', null, [1]])
    t.strictSame(readLease({ metadata: { name: 'lease' }, spec }).record, empty)
  t.equal(readLease({ metadata: { name: 'lease' } }).resourceVersion, '')
})

t.test('a record differs in any of its fields', async (t) => {
  const { record } = readLease({ metadata: METADATA, spec: SPEC })
  t.ok(sameRecord(record, { ...record }))
  for (const change of [
    { holderIdentity: 'b' },
    { leaseDurationSeconds: 5 },
    { leaseTransitions: 4 },
    { acquireTime: '' },
    { renewTime: '' },
  ])
    t.notOk(sameRecord(record, { ...record, ...change }), Object.keys(change).join())
})

t.test('an object that is sent has the times of whoever sends it', async (t) => {
  const change = { holderIdentity: 'a', leaseDurationSeconds: 4, leaseTransitions: 1 }
  const now = '2026-01-01T00:00:09.000000Z'
  t.strictSame(leaseObject({ ...change, acquireTime: undefined }, METADATA, now), {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: METADATA,
    spec: { ...change, acquireTime: now, renewTime: now },
  })
  const kept = leaseObject({ ...change, acquireTime: SPEC.acquireTime }, METADATA, now)
  t.match(kept['spec'], { acquireTime: SPEC.acquireTime, renewTime: now })
})

t.test('an answer is a Lease or why there is none', async (t) => {
  const failure = { failure: 'unreachable', message: 'no answer' } as const
  t.equal(leaseAnswer(failure), failure)
  t.match(leaseAnswer({ metadata: METADATA, spec: SPEC }), { resourceVersion: '7' })
})
