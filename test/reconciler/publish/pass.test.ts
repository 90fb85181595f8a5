import t from 'tap'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import type { ClusterSnapshot } from '../../../reconciler/state/snapshot.ts'
import { decidePass, passMemory } from '../../../reconciler/publish/pass.ts'
import { planObject } from '../../../reconciler/publish/plan-writes.ts'

const NOW = '2026-03-01T09:00:00Z'
const FORBIDDEN: ApiFailure = { failure: 'forbidden', message: 'may not list' }

function node(name: string, address: string): KubernetesObject {
  return {
    metadata: { name },
    status: {
      addresses: [{ type: 'InternalIP', address }],
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  }
}

function service(name: string): KubernetesObject {
  return {
    metadata: { namespace: 'shop', name },
    spec: { type: 'LoadBalancer', loadBalancerClass: 'bellwether.dev/layer2' },
  }
}

function pool(name: string, ...addresses: readonly string[]): KubernetesObject {
  return { metadata: { name, generation: 1 }, spec: { addresses } }
}

function snapshot(parts: Partial<ClusterSnapshot> = {}): ClusterSnapshot {
  return {
    services: ['a', 'b', 'c', 'd', 'e'].map(service),
    nodes: [node('n1', '198.51.100.11'), node('n2', '198.51.100.12')],
    endpointSlices: [],
    namespaces: [],
    pools: [pool('lan', '198.51.100.240/28')],
    plans: [],
    failures: new Map(),
    liveSegments: new Set(['default']),
    ...parts,
  }
}

function decide(parts: Partial<ClusterSnapshot> = {}, settings: object = {}) {
  return decidePass(snapshot(parts), { adopt: false, ...settings }, NOW)
}

/** The plans of the whole cluster, stored. */
const plans = decide().outcome.plans.map((plan) =>
  planObject(plan, { metadata: { name: plan.metadata.name, resourceVersion: '7' } }),
)

t.test('plans, statuses of Services and of pools', async (t) => {
  const decision = decide()
  t.match(decision, {
    hindrance: undefined,
    unknown: [],
    findings: [],
    plans: { gains: [{ segment: 'default' }], losses: [] },
    pools: [
      {
        name: 'lan',
        reason: 'Ready',
        object: { status: { ipv4: { assigned: 5, available: 11 } } },
      },
    ],
  })
  t.strictSame(
    decision.services.map(({ action }) => action),
    Array(5).fill('apply'),
  )
})

t.test('what is stored is the previous plan: nothing is left to write', async (t) => {
  t.strictSame(decide({ plans }).plans, { gains: [], losses: [] })
})

t.test('blocked: nothing is written but the status of pools', async (t) => {
  const blocked = decide({ plans, services: [] })
  t.match(blocked, {
    plans: { gains: [] },
    services: [],
    hindrance: { reason: 'Blocked', message: /takes 5 of 5.*--allow releases/ },
  })
  t.match(blocked.pools, [{ reason: 'Blocked' }])
  t.notOk(
    'ipv4' in (blocked.pools[0]!.object['status'] as object),
    'nor counts of what has not happened',
  )
  t.match(decide({ plans, services: [] }, { options: { allow: ['releases'] } }), {
    hindrance: undefined,
  })
})

t.test('incomplete: written, and what is missing is named', async (t) => {
  const failures = new Map([['Service', FORBIDDEN]] as const)
  t.match(decide({ plans, services: undefined, failures }), {
    unknown: ['Service'],
    hindrance: {
      reason: 'InputIncomplete',
      message: 'nothing is released or moved: Services: may not list',
    },
    services: [],
    pools: [{ reason: 'InputIncomplete' }],
  })
  t.match(decide({ nodes: undefined }), { hindrance: { message: /some Nodes cannot be read/ } })
})

t.test('an unknown or unreadable ledger: nothing is written', async (t) => {
  const held = {
    plans: { gains: [], losses: [] },
    services: [],
    pools: [{ reason: 'LedgerUnreadable' }],
  }
  t.match(decide({ plans: undefined }), {
    ...held,
    hindrance: { message: 'the AnnouncementPlans cannot be listed' },
  })
  const failures = new Map([['AnnouncementPlan', FORBIDDEN]] as const)
  t.match(decide({ plans: undefined, failures }), {
    ...held,
    unknown: ['AnnouncementPlan'],
    hindrance: { message: /: may not list$/ },
  })
  t.match(decide({ plans: [{ metadata: { name: 'x' } }] }), {
    ...held,
    findings: [{ code: 'BW3015' }],
    hindrance: { message: /AnnouncementPlan x/ },
  })
})

t.test('pools that are files have no status, and custom resources are not missed', async (t) => {
  const files = { pools: [], unreadable: [], revision: '' }
  t.match(decide({ pools: undefined }, { files }), { pools: [], unknown: [] })
  t.match(decide({ pools: undefined }), { pools: [], unknown: ['AddressPool'] })
})

t.test('a pool with errors hears of all of them', async (t) => {
  const { pools } = decide({ pools: [pool('lan', '198.51.100.9-198.51.100.1', 'nonsense')] })
  t.match(pools, [{ reason: 'Invalid', message: /BW.*; .*BW/ }])
})

t.test('the memory of a process that begins', async (t) => {
  const memory = passMemory('pod-1')
  t.strictSame([memory.events.dropped, memory.countsWrittenAt.size], [0, 0])
})
