import t from 'tap'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import type { AllocationRefusal } from '../../../reconciler/reasons/refusals.ts'
import {
  heldServiceDecisions,
  serviceDecisions,
} from '../../../reconciler/publish/service-status.ts'
import type { ServiceDecision } from '../../../reconciler/publish/service-status.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { planOf } from '../../support/planning/plans.ts'

const NOW = '2026-03-01T09:00:00Z'
const IP4 = '198.51.100.240'
const IP6 = '2001:db8::240'
const INGRESS = { 'f:status': { 'f:loadBalancer': { 'f:ingress': {} } } }

interface Given {
  readonly addresses?: readonly string[]
  readonly candidates?: string
  readonly refusals?: readonly AllocationRefusal[]
  readonly live?: readonly string[]
  readonly adopt?: boolean
  readonly asDefaultClass?: boolean
}

function service(parts: object = {}, spec: object = {}): KubernetesObject {
  return {
    metadata: { namespace: 'shop', name: 'web', uid: 'u-1', resourceVersion: '7', generation: 2 },
    spec: { type: 'LoadBalancer', loadBalancerClass: 'bellwether.dev/layer2', ...spec },
    ...parts,
  }
}

function decide(object: KubernetesObject, given: Given = {}): ServiceDecision {
  const { addresses = [IP4], candidates = 'a', refusals, live = ['default'] } = given
  const plans = [
    planOf(addresses.map((address) => ({ address, services: ['shop/web'], candidates }))),
  ]
  const [decision] = serviceDecisions(
    { services: [object], liveSegments: new Set(live) },
    { plans, refusals: new Map(refusals && [['shop/web', refusals]]) },
    { adopt: given.adopt ?? false, asDefaultClass: given.asDefaultClass ?? false, now: NOW },
  )
  return decision!
}

/** The Service once the decision has been carried out. */
function after(object: KubernetesObject, decision: ServiceDecision): KubernetesObject {
  if (decision.action !== 'apply') throw new Error(decision.action)
  return { ...object, status: decision.object['status'] }
}

t.test('the address of a live segment is published', async (t) => {
  t.strictSame(decide(service()), {
    key: 'shop/web',
    service: service(),
    action: 'apply',
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop', uid: 'u-1', resourceVersion: '7' },
      status: {
        loadBalancer: { ingress: [{ ip: IP4, ipMode: 'VIP' }] },
        conditions: [
          {
            type: 'bellwether.dev/Assigned',
            status: 'True',
            reason: 'Assigned',
            message: '198.51.100.240 of pool lan',
            lastTransitionTime: NOW,
            observedGeneration: 2,
          },
        ],
      },
    },
    force: false,
    verdict: { status: 'True', reason: 'Assigned', message: '198.51.100.240 of pool lan' },
    before: undefined,
  })
})

t.test('what is there already is left', async (t) => {
  const done = after(service(), decide(service()))
  t.match(decide(done), { action: 'leave', because: 'equal' })
  t.match(decide(done, { live: [] }), { action: 'leave' }, 'also without a live speaker')
  t.match(decide(done, { addresses: ['198.51.100.241'] }), { action: 'apply' })
  t.match(decide(done, { addresses: [IP4, IP6] }), { action: 'apply' })
  t.match(
    decide({
      ...done,
      status: { ...(done['status'] as object), loadBalancer: { ingress: [{ ip: IP4 }] } },
    }),
    { action: 'apply' },
    'without ipMode it is not the same',
  )
})

t.test('addresses in the order of the families', async (t) => {
  const both = { addresses: [IP4, IP6] }
  const ips = (object: KubernetesObject) => {
    const { status } = after(object, decide(object, both)) as unknown as {
      status: { loadBalancer: { ingress: { ip: string }[] } }
    }
    return status.loadBalancer.ingress.map(({ ip }) => ip)
  }
  t.strictSame(ips(service({}, { ipFamilies: ['IPv6', 'IPv4'] })), [IP6, IP4])
  t.strictSame(ips(service({}, { ipFamilies: ['IPv4', 'IPv6'] })), [IP4, IP6])
  t.strictSame(ips(service()), [IP4, IP6])
})

t.test('no live speaker: pending, without addresses', async (t) => {
  const pending = decide(service(), { live: ['other'] })
  t.match(pending, {
    action: 'apply',
    verdict: { status: 'False', reason: 'NoLiveSpeaker', message: /segment default$/ },
  })
  t.notOk('loadBalancer' in (after(service(), pending)['status'] as object))
  const moved = after(service(), decide(service()))
  t.match(decide(moved, { live: [], addresses: ['198.51.100.241'] }), {
    verdict: { reason: 'NoLiveSpeaker' },
  })
})

t.test('an address that no node may answer for is said to be so', async (t) => {
  t.match(decide(service(), { candidates: '' }), {
    verdict: { status: 'True', message: /no node may answer for it now/ },
  })
})

t.test('addresses of another manager are left, or adopted', async (t) => {
  const foreign = service({
    metadata: {
      ...service().metadata,
      managedFields: [{ manager: 'kube-vip', fieldsV1: INGRESS }],
    },
    status: { loadBalancer: { ingress: [{ ip: '203.0.113.7' }] } },
  })
  const left = decide(foreign)
  t.match(left, {
    action: 'apply',
    force: false,
    verdict: { reason: 'IngressOwnedByOther', message: /kube-vip owns/ },
  })
  t.notOk('loadBalancer' in (after(foreign, left)['status'] as object))
  t.match(decide(after(foreign, left)), { action: 'leave', because: 'equal' }, 'and told once')
  t.match(decide(foreign, { adopt: true }), {
    action: 'apply',
    force: true,
    verdict: { reason: 'Assigned' },
  })
})

t.test('a wish that is refused does not make the address none', async (t) => {
  const refusal: AllocationRefusal = {
    type: 'requestedPool',
    pool: 'x',
    because: 'absent',
    family: 'IPv4',
    instead: addressFrom(IP4),
  }
  t.match(decide(service(), { refusals: [refusal] }), {
    verdict: {
      status: 'True',
      message: /of pool lan; 198\.51\.100\.240 instead, because it asks for pool x/,
    },
  })
})

t.test('no address: the refusal is the reason', async (t) => {
  const common = { family: 'IPv4', instead: undefined } as const
  const because = { type: 'outsidePools', poolsUnknown: false } as const
  const address = addressFrom(IP4)
  const cases: readonly [AllocationRefusal, string][] = [
    [{ ...common, type: 'request', address, because }, 'RequestRefused'],
    [{ ...common, type: 'reservation', address, because }, 'ReservationRefused'],
    [{ ...common, type: 'requestedPool', pool: 'x', because: 'absent' }, 'RequestedPoolNotInForce'],
    [{ ...common, type: 'requestUnreadable' }, 'RequestUnreadable'],
    [{ ...common, type: 'noPoolFits', pools: [] }, 'NoPoolFits'],
    [{ ...common, type: 'poolsExhausted', pools: [] }, 'PoolsExhausted'],
    [{ ...common, type: 'otherFamilyMissing', missing: 'IPv6' }, 'OtherFamilyMissing'],
    [{ ...common, type: 'statusAddressUnknown', address }, 'StatusAddressUnknown'],
  ]
  for (const [refusal, reason] of cases)
    t.match(decide(service(), { addresses: [], refusals: [refusal, refusal] }), {
      action: 'apply',
      verdict: { status: 'False', reason, message: /^it has no IPv4 address, because / },
    })
  t.match(decide(service(), { addresses: [] }), { verdict: { reason: 'NotDecided' } })
})

t.test('owners are not told whose the address is that they ask for', async (t) => {
  const refusal: AllocationRefusal = {
    type: 'request',
    family: 'IPv4',
    instead: undefined,
    address: addressFrom(IP4),
    because: {
      type: 'inUse',
      by: 'tenant/secret',
      sharing: { type: 'otherSharingKey', key: 'web', otherKey: 'theirs' },
    },
  }
  const refused = decide(service(), { addresses: [], refusals: [refusal] })
  const given = decide(service(), { refusals: [refusal] })
  for (const decision of [refused, given]) {
    t.match(decision, { verdict: { message: /it is in use, and it is not shared/ } })
    t.notMatch(JSON.stringify(decision), /secret|theirs/)
  }
})

t.test('Services that are not ours are not touched, and cleared if they were', async (t) => {
  const other = { loadBalancerClass: 'example.com/other' }
  t.match(decide(service({}, other)), { action: 'leave', because: 'notOurs' })
  const managedFields = [
    { manager: 'bellwether-reconciler', subresource: 'status', fieldsV1: INGRESS },
  ]
  const former = service({ metadata: { ...service().metadata, managedFields } }, other)
  const cleared = decide(former)
  t.match(cleared, { action: 'clear' })
  t.strictSame('object' in cleared && Object.keys(cleared.object), [
    'apiVersion',
    'kind',
    'metadata',
  ])
  t.match(decide(service({}, { loadBalancerClass: undefined })), { because: 'notOurs' })
  t.match(decide(service({}, { loadBalancerClass: undefined }), { asDefaultClass: true }), {
    action: 'apply',
  })
})

t.test('a shared address is published by each; objects without metadata of a server', async (t) => {
  const bare = {
    metadata: { name: 'web' },
    spec: service()['spec'] as object,
    status: { conditions: [{ type: 'Other' }] },
  }
  const plans = [planOf([{ address: IP4, services: ['shop/web', 'web'], candidates: 'a' }])]
  const decisions = serviceDecisions(
    { services: [service(), bare], liveSegments: new Set(['default']) },
    { plans, refusals: new Map() },
    { adopt: false, asDefaultClass: false, now: NOW },
  )
  t.match(decisions, [
    { action: 'apply' },
    { action: 'apply', object: { metadata: { name: 'web' } } },
  ])
  t.strictSame(
    serviceDecisions(
      { services: undefined, liveSegments: new Set() },
      { plans, refusals: new Map() },
      { adopt: false, asDefaultClass: false, now: NOW },
    ),
    [],
  )
})

t.test('while the plan is blocked, who waits and was never told is told', async (t) => {
  const named = (name: string, parts: object = {}, spec: object = {}) => {
    const { metadata, ...rest } = service(parts, spec)
    return { ...rest, metadata: { ...metadata, name } }
  }
  const conditions = [{ type: 'bellwether.dev/Assigned', status: 'False', reason: 'NoPoolFits' }]
  const services = [
    named('web'),
    named('new'),
    named('told', { status: { conditions } }),
    named('other', {}, { loadBalancerClass: 'example.com/other' }),
  ]
  const plans = [planOf([{ address: IP4, services: ['shop/web'], candidates: 'a' }])]
  const settings = { adopt: false, asDefaultClass: false, now: NOW }
  const decisions = heldServiceDecisions({ services }, { plans, message: 'too much' }, settings)
  t.match(decisions, [
    {
      key: 'shop/new',
      action: 'apply',
      force: false,
      object: { metadata: { name: 'new', resourceVersion: '7' } },
      verdict: {
        status: 'False',
        reason: 'NotDecided',
        message: 'nothing is given out while the plan is blocked: too much',
      },
    },
  ])
  t.equal(decisions.length, 1)
  const [decision] = decisions
  t.notOk(decision?.action === 'apply' && 'loadBalancer' in (decision.object['status'] as object))
  t.strictSame(heldServiceDecisions({ services: undefined }, { plans, message: '' }, settings), [])
})

t.test('where nobody knows of Leases, no segment is live', (t) => {
  const plans = [planOf([{ address: IP4, services: ['shop/web'], candidates: 'a' }])]
  const [decision] = serviceDecisions(
    { services: [service()] },
    { plans, refusals: new Map() },
    { adopt: false, asDefaultClass: false, now: NOW },
  )
  t.match(decision, { verdict: { reason: 'NoLiveSpeaker' } })
  t.end()
})
