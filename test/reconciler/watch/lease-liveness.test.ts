import t from 'tap'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import { LeaseLiveness } from '../../../reconciler/watch/lease-liveness.ts'

function lease(
  renewTime: string,
  spec: object = {},
  name = 'bellwether-speaker-lan',
): KubernetesObject {
  return {
    metadata: { name },
    spec: { holderIdentity: 'worker-1', leaseDurationSeconds: 4, renewTime, ...spec },
  }
}

t.test('a Lease that was there before is live once it is renewed, for its duration', async (t) => {
  const liveness = new LeaseLiveness()
  t.strictSame([...liveness.observe([lease('1')], 0)], [])
  t.strictSame([...liveness.observe([lease('1')], 500)], [])
  t.strictSame([...liveness.observe([lease('2')], 1000)], ['lan'])
  t.strictSame([...liveness.observe([lease('2')], 4999)], ['lan'])
  t.strictSame([...liveness.live(4999)], ['lan'])
  t.strictSame([...liveness.live(5000)], [], 'though nothing has been heard')
  t.strictSame([...liveness.observe([lease('2')], 5000)], [])
  t.strictSame(liveness.segments, ['lan'])
})

t.test('a Lease that comes while one looks is live', async (t) => {
  const liveness = new LeaseLiveness()
  liveness.observe([], 0)
  t.strictSame([...liveness.observe([lease('1')], 100)], ['lan'])
  liveness.observe([], 200)
  t.strictSame([...liveness.observe([lease('1')], 300)], ['lan'], 'and one that comes again')
})

t.test('a Lease that is given up, or says nothing, is not live', async (t) => {
  const liveness = new LeaseLiveness()
  liveness.observe([], 0)
  t.strictSame([...liveness.observe([lease('1', { holderIdentity: '' })], 1)], [])
  t.strictSame([...liveness.observe([lease('2', { holderIdentity: undefined })], 2)], [])
  t.strictSame([...liveness.observe([lease('3', { leaseDurationSeconds: '4' })], 3)], [])
  t.strictSame([...liveness.observe([{ metadata: { name: 'bellwether-speaker-lan' } }], 4)], [])
})

t.test('other Leases are none of ours', async (t) => {
  const liveness = new LeaseLiveness()
  liveness.observe([], 0)
  t.strictSame([...liveness.observe([lease('1', {}, 'bellwether-reconciler')], 1)], [])
})
