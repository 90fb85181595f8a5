import t from 'tap'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import { makeFinding } from '../../../api/make-finding.ts'
import { poolDecision } from '../../../reconciler/publish/pool-status.ts'
import type { Hindrance, PoolFacts } from '../../../reconciler/publish/pool-status.ts'

const NOW = '2026-03-01T09:00:00Z'
const counts = { ipv4: { assigned: 1, available: 9 } }
const fine: PoolFacts = { errors: [], hindrance: undefined, counts }

function pool(parts: object = {}): KubernetesObject {
  return {
    metadata: { name: 'lan', generation: 3 },
    spec: { addresses: ['198.51.100.0/28'] },
    ...parts,
  }
}

function conditions(facts: PoolFacts, object = pool()): Record<string, string> {
  const { status } = poolDecision(object, facts, NOW).object as unknown as {
    status: { conditions: { type: string; status: string; reason: string }[] }
  }
  return Object.fromEntries(
    status.conditions.map(({ type, status, reason }) => [type, `${status} ${reason}`]),
  )
}

t.test('a pool that works', async (t) => {
  const decision = poolDecision(pool(), fine, NOW)
  t.match(decision, { name: 'lan', reason: 'Ready', before: undefined, changes: 'conditions' })
  t.match(decision.object, {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AddressPool',
    metadata: { name: 'lan' },
    status: { observedGeneration: 3, ipv4: { assigned: 1, available: 9 } },
  })
  t.strictSame(conditions(fine), {
    Ready: 'True Ready',
    Reconciling: 'False Ready',
    Stalled: 'False Ready',
  })
})

t.test('what needs a person is Stalled', async (t) => {
  const error = makeFinding('BW2001', { message: 'it is wrong', hint: '' })
  const invalid = { ...fine, errors: [error] }
  const stalled = (reason: string) => ({
    Ready: `False ${reason}`,
    Reconciling: `False ${reason}`,
    Stalled: `True ${reason}`,
  })
  t.strictSame(conditions(invalid), stalled('Invalid'))
  t.equal(poolDecision(pool(), invalid, NOW).message, 'it is wrong [BW2001]')
  for (const reason of ['Blocked', 'LedgerUnreadable'] as const)
    t.strictSame(conditions({ ...fine, hindrance: { reason, message: 'why' } }), stalled(reason))
})

t.test('what ends by itself is Reconciling', async (t) => {
  const hindrance: Hindrance = { reason: 'InputIncomplete', message: 'Services: forbidden' }
  t.strictSame(conditions({ ...fine, hindrance }), {
    Ready: 'False InputIncomplete',
    Reconciling: 'True InputIncomplete',
    Stalled: 'False InputIncomplete',
  })
})

t.test('a pool that does what it was asked to is Ready', async (t) => {
  const none = { assigned: 2, available: 0 }
  t.match(conditions({ ...fine, counts: { ipv4: none, ipv6: none } }), { Ready: 'True Exhausted' })
  t.match(conditions({ ...fine, counts: { ipv4: none, ipv6: { assigned: 0, available: 1 } } }), {
    Ready: 'True Ready',
  })
  t.match(conditions({ ...fine, counts: {} }), { Ready: 'True Ready' })
  t.match(conditions(fine, pool({ spec: { suspend: true } })), { Ready: 'True Suspended' })
  t.match(conditions(fine, pool({ spec: undefined })), { Ready: 'True Ready' })
})

t.test('what is the same is told so; counts may wait, conditions not', async (t) => {
  const { status } = poolDecision(pool(), fine, '2026-01-01T00:00:00Z').object
  const there = pool({ status })
  t.match(poolDecision(there, fine, NOW), { changes: 'nothing', before: 'Ready' })
  t.strictSame(poolDecision(there, fine, NOW).object['status'], status, 'its times too')
  const more = { ...fine, counts: { ipv4: { assigned: 2, available: 8 } } }
  t.match(poolDecision(there, more, NOW), { changes: 'counts' })
  const edited = pool({ status, metadata: { name: 'lan', generation: 4 } })
  t.match(poolDecision(edited, fine, NOW), { changes: 'conditions' })
})

t.test('counts that nobody knows stay as they are', async (t) => {
  const status = { ipv4: { assigned: 5, available: 5 }, ipv6: { assigned: 1, available: 2 } }
  const unknown = { ...fine, counts: undefined }
  t.match(poolDecision(pool({ status }), unknown, NOW).object, { status })
  t.match(poolDecision(pool({ metadata: { name: 'lan' } }), unknown, NOW).object, {
    status: { conditions: [{}, {}, {}] },
  })
})
