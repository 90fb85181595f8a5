import t from 'tap'
import type { ManagedFields } from '../../../kubernetes/objects/object.ts'
import {
  foreignOwner,
  isStatusOwner,
  ownsIngress,
  ownsStatus,
} from '../../../reconciler/publish/service-owner.ts'

const INGRESS = { 'f:status': { 'f:loadBalancer': { 'f:ingress': {} } } }
const ours: ManagedFields = {
  manager: 'bellwether-reconciler',
  operation: 'Apply',
  subresource: 'status',
  fieldsV1: INGRESS,
}
const other: ManagedFields = { manager: 'kube-vip', operation: 'Update', fieldsV1: INGRESS }

function service(...managedFields: readonly ManagedFields[]) {
  return { metadata: { name: 'web', managedFields } }
}

t.test('who owns the addresses in a status', async (t) => {
  t.ok(ownsIngress(ours))
  t.notOk(ownsIngress({ manager: 'kubectl' }))
  t.notOk(ownsIngress({ fieldsV1: { 'f:spec': {} } }))
  t.notOk(ownsIngress({ fieldsV1: { 'f:status': { 'f:conditions': {} } } }))
  t.notOk(ownsIngress({ fieldsV1: { 'f:status': { 'f:loadBalancer': {} } } }))
  t.equal(foreignOwner(service(ours, other)), 'kube-vip')
  t.equal(
    foreignOwner(service(ours, { manager: 'kubectl', fieldsV1: { 'f:spec': {} } })),
    undefined,
  )
  t.equal(foreignOwner({ metadata: { name: 'web' } }), undefined)
})

t.test('whether anything in a status is ours', async (t) => {
  t.ok(isStatusOwner(ours))
  t.notOk(isStatusOwner({ ...ours, subresource: '' }))
  t.ok(ownsStatus(service(other, ours)))
  t.notOk(ownsStatus(service(other)))
  t.notOk(ownsStatus({ metadata: { name: 'web' } }))
})
