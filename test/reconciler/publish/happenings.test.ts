import t from 'tap'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import {
  planHappenings,
  poolHappenings,
  serviceHappenings,
} from '../../../reconciler/publish/happenings.ts'
import type { PlanChange } from '../../../reconciler/plan/change.ts'
import type { PoolDecision, PoolReason } from '../../../reconciler/publish/pool-status.ts'
import type { ServiceDecision, Verdict } from '../../../reconciler/publish/service-status.ts'

const web: KubernetesObject = { metadata: { namespace: 'shop', name: 'web', uid: 'u-1' } }
const assigned: Verdict = {
  status: 'True',
  reason: 'Assigned',
  message: '198.51.100.240 of pool lan',
}

function decision(verdict: Verdict, before?: Verdict): ServiceDecision {
  return {
    key: 'shop/web',
    service: web,
    action: 'apply',
    object: web,
    force: false,
    verdict,
    before: before && { type: 'x', lastTransitionTime: '', ...before },
  }
}

t.test('a Service gets its address, or is told why not: once', async (t) => {
  t.strictSame(serviceHappenings([decision(assigned)]), [
    {
      regarding: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web', uid: 'u-1' },
      type: 'Normal',
      reason: 'AddressAssigned',
      action: 'Assign',
      note: '198.51.100.240 of pool lan',
    },
  ])
  const refused: Verdict = { status: 'False', reason: 'PoolsExhausted', message: 'none left' }
  t.match(serviceHappenings([decision(refused, assigned)]), [
    { type: 'Warning', reason: 'PoolsExhausted' },
  ])
  t.strictSame(serviceHappenings([decision(refused, refused)]), [])
  t.match(serviceHappenings([decision({ ...assigned, message: 'another' }, assigned)]), [
    { note: 'another' },
  ])
})

t.test('waiting for a speaker, being cleared and staying the same are no news', async (t) => {
  const waiting: Verdict = { status: 'False', reason: 'NoLiveSpeaker', message: '' }
  const others: readonly ServiceDecision[] = [
    decision(waiting),
    { key: 'shop/web', service: web, action: 'clear', object: web },
    { key: 'shop/web', service: web, action: 'leave', because: 'notOurs' },
  ]
  t.strictSame(serviceHappenings(others), [])
})

const common = { address: '198.51.100.240', segment: 'default', pool: 'lan', disruptive: true }

t.test('losses and moves are told to Services that are there', async (t) => {
  const diff: readonly PlanChange[] = [
    { ...common, type: 'release', reason: 'ServiceNotOurs', services: ['shop/web', 'shop/gone'] },
    {
      ...common,
      type: 'move',
      reason: 'NodeGone',
      services: ['shop/web'],
      from: 'worker-1',
      to: 'worker-2',
    },
    {
      ...common,
      type: 'move',
      reason: 'NobodyLeft',
      services: ['shop/web'],
      from: undefined,
      to: undefined,
    },
    {
      ...common,
      type: 'retarget',
      reason: 'SharingEnded',
      before: ['shop/web', 'shop/b'],
      after: ['shop/b'],
    },
    { ...common, type: 'keep', reason: 'Unchanged', disruptive: false },
  ]
  t.match(planHappenings(diff, [web]), [
    { reason: 'AddressReleased', note: '198.51.100.240 of pool lan is released (ServiceNotOurs)' },
    { reason: 'AddressMoved', note: '198.51.100.240 goes from worker-1 to worker-2 (NodeGone)' },
    { reason: 'AddressMoved', note: '198.51.100.240 goes from nobody to nobody (NobodyLeft)' },
    { reason: 'AddressReleased', note: /SharingEnded/ },
  ])
  t.strictSame(planHappenings(diff.slice(-1), [web]), [])
})

t.test('a Service without a namespace or uid is named as far as it goes', async (t) => {
  const bare: KubernetesObject = { metadata: { name: 'web' } }
  const diff: readonly PlanChange[] = [
    { ...common, type: 'release', reason: 'ServiceNotOurs', services: ['web'] },
  ]
  t.strictSame(planHappenings(diff, [bare])[0]?.regarding, {
    apiVersion: 'v1',
    kind: 'Service',
    name: 'web',
  })
})

function poolIn(reason: PoolReason, before?: string): PoolDecision {
  const object: KubernetesObject = { metadata: { name: 'lan' } }
  return { name: 'lan', object, reason, message: 'why', before, changes: 'conditions' }
}

t.test('a pool tells when it comes into trouble, not that it stays in it', async (t) => {
  const pools = [{ metadata: { name: 'lan', uid: 'p-1' } }]
  t.match(poolHappenings([poolIn('Blocked')], pools), [
    {
      regarding: { kind: 'AddressPool', name: 'lan', uid: 'p-1' },
      type: 'Warning',
      reason: 'PlanBlocked',
      action: 'Reconcile',
      note: 'why',
    },
  ])
  t.strictSame(poolHappenings([poolIn('Blocked', 'Blocked')], pools), [])
  t.strictSame(poolHappenings([poolIn('Ready', 'Blocked')], pools), [])
  t.notOk('uid' in poolHappenings([poolIn('InputIncomplete', 'Ready')], [])[0]!.regarding)
})
