import t from 'tap'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import { decidePass, passMemory } from '../../../reconciler/publish/pass.ts'
import { PassWriting } from '../../../reconciler/publish/pass-writing.ts'
import type { PassOptions, PassRequest } from '../../../reconciler/publish/pass-request.ts'
import { planObject } from '../../../reconciler/publish/plan-writes.ts'
import type { ClusterSnapshot } from '../../../reconciler/state/snapshot.ts'

const NOW = '2026-03-01T09:00:00Z'
const TIME = { now: NOW, milliseconds: Date.UTC(2026, 2, 1, 9) }
const CONFLICT: ApiFailure = { failure: 'conflict', message: 'modified' }
const GONE: ApiFailure = { failure: 'notFound', message: 'gone' }
const BROKEN: ApiFailure = { failure: 'serverError', message: 'etcd', status: 500 }

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

function pool(name: string, addresses: string, segment = 'default'): KubernetesObject {
  return {
    metadata: { name, generation: 1 },
    spec: { addresses: [addresses], announce: { segment } },
  }
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `app-${index + 10}`)
}

const ONE_POOL = [pool('lan', '198.51.100.0/24')]
const TWO_SEGMENTS = [...ONE_POOL, pool('san', '192.0.2.0/28', 'storage')]

function snapshot(parts: Partial<ClusterSnapshot> = {}): ClusterSnapshot {
  return {
    services: names(2).map(service),
    nodes: [node('n1', '198.51.100.251'), node('n2', '198.51.100.252')],
    endpointSlices: [],
    namespaces: [],
    pools: ONE_POOL,
    plans: [],
    liveSegments: new Set(['default']),
    ...parts,
  }
}

type Answer = (request: PassRequest) => KubernetesObject | ApiFailure | undefined

interface Setting {
  readonly parts?: Partial<ClusterSnapshot>
  readonly options?: Partial<PassOptions>
  readonly memory?: ReturnType<typeof passMemory>
  /** What the server says instead of storing the object. */
  readonly answer?: Answer
  /** The time of the first event and of each that follows, in milliseconds. */
  readonly times?: (step: number) => number
}

/** A server that stores each plan; requests are answered one after the other. */
function write(setting: Setting = {}) {
  const { parts, memory = passMemory('test'), answer = () => undefined, times = () => 0 } = setting
  const options = { adopt: false, ...setting.options }
  const read = snapshot(parts)
  const decision = decidePass(read, options, NOW)
  const pass = new PassWriting(decision, { snapshot: read, options, memory, time: TIME })
  const stored = new Map<string, KubernetesObject>()
  const sent: PassRequest[] = []
  let most = 0
  let step = 0
  const waiting = [...pass.handle({ event: 'begin' }, times(step++))]
  for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
    most = Math.max(most, waiting.length + 1)
    sent.push(request)
    const reply = answer(request) ?? replyOf(request, stored)
    waiting.push(...pass.handle({ event: 'answered', request, answer: reply }, times(step++)))
  }
  return { sent: sent.map(({ send }) => send), requests: sent, most, result: pass.result(), memory }
}

function replyOf(request: PassRequest, stored: Map<string, KubernetesObject>): KubernetesObject {
  if (request.send === 'plan') {
    const object = planObject(request.plan, request.stored)
    stored.set(object.metadata.name, object)
    return object
  }
  if (request.send === 'readPlan') return stored.get(request.name)!
  return request.send === 'event' ? request.event.object : request.object
}

function plansFor(
  pools: readonly KubernetesObject[],
  services = names(2).map(service),
): KubernetesObject[] {
  const { outcome } = decidePass(snapshot({ pools, services }), { adopt: false }, NOW)
  return outcome.plans.map((plan) =>
    planObject(plan, { metadata: { name: plan.metadata.name, resourceVersion: '7' } }),
  )
}

t.test('the plan, then statuses, events, pools and their events', async (t) => {
  const { sent, result, requests } = write()
  t.strictSame(sent, [
    'plan',
    'serviceStatus',
    'serviceStatus',
    'event',
    'event',
    'poolStatus',
    ...sent.slice(6),
  ])
  t.strictSame(new Set(sent.slice(6)), new Set(sent.slice(6).length > 0 ? ['event'] : []))
  t.match(requests[0], { segment: 'default', stored: undefined })
  t.match(result, {
    result: 'done',
    writes: { plans: 1, services: 2, pools: 1 },
    waiting: [],
    failures: [],
    countsDueAt: undefined,
    postponed: 0,
  })
})

t.test('a plan that cannot be stored: no status is built on it, pools are told', async (t) => {
  for (const [failure, expected] of [
    [CONFLICT, 'conflict'],
    [{ ...CONFLICT, failure: 'alreadyExists' }, 'conflict'],
    [GONE, 'conflict'],
    [BROKEN, 'failed'],
  ] as const) {
    const { sent, result } = write({
      answer: ({ send }) => (send === 'plan' ? failure : undefined),
    })
    t.strictSame(sent.slice(0, 2), ['plan', 'poolStatus'])
    t.equal(result.result, expected)
    t.strictSame(result.failures, expected === 'failed' ? [BROKEN] : [])
  }
})

t.test('several plans are read again before anything is built on them', async (t) => {
  const { sent, result } = write({ parts: { pools: TWO_SEGMENTS } })
  t.strictSame(sent.slice(0, 5), ['plan', 'plan', 'readPlan', 'readPlan', 'serviceStatus'])
  t.equal(result.result, 'done')
  const other = write({
    parts: { pools: TWO_SEGMENTS },
    answer: ({ send }) => (send === 'readPlan' ? plansFor(ONE_POOL)[0] : undefined),
  })
  t.notOk(other.sent.includes('serviceStatus'), 'somebody else has written one')
  t.equal(other.result.result, 'conflict')
  for (const [failure, expected] of [
    [GONE, 'conflict'],
    [BROKEN, 'failed'],
  ] as const) {
    const unread = write({
      parts: { pools: TWO_SEGMENTS },
      answer: ({ send }) => (send === 'readPlan' ? failure : undefined),
    })
    t.notOk(unread.sent.includes('serviceStatus'))
    t.equal(unread.result.result, expected)
  }
})

t.test('what is stored is not written, and not read again', async (t) => {
  const { sent } = write({ parts: { pools: TWO_SEGMENTS, plans: plansFor(TWO_SEGMENTS) } })
  t.notOk(sent.includes('plan') || sent.includes('readPlan'))
})

t.test('an address that changes its segment: what gains it, then what loses it', async (t) => {
  const plans = plansFor(ONE_POOL)
  const pools = [pool('lan', '198.51.100.0/24', 'storage')]
  const options = { options: { allow: ['moves', 'releases', 'emptyPools'] as const } }
  const { requests, result } = write({ parts: { pools, plans }, options })
  const segments = requests.flatMap((one) => (one.send === 'plan' ? one.segment : []))
  t.strictSame(segments, ['storage', 'default'])
  t.equal(result.result, 'done')
})

t.test('asked to verify: the plans are read at the end', async (t) => {
  const verified = write({ options: { verify: true } })
  t.strictSame(verified.sent.slice(0, 4), ['plan', 'serviceStatus', 'serviceStatus', 'readPlan'])
  const plans = plansFor(ONE_POOL)
  const nothing = write({ options: { verify: true }, parts: { plans, services: [] } })
  t.notOk(nothing.sent.includes('readPlan'), 'no status was written')
})

t.test('statuses that take too long are put off, and come first next time', async (t) => {
  const services = names(20).map(service)
  const first = write({ parts: { services }, options: { statusMilliseconds: 0 } })
  t.match(first.result, { result: 'done', postponed: 4, writes: { services: 16 } })
  t.equal(first.most, 16, 'sixteen at a time')
  const events = first.sent.filter((send) => send === 'event').length
  t.ok(events < 20, 'of what was not written nobody is told')
  const [put] = [...first.memory.postponed]
  const again = write({ parts: { services }, memory: first.memory })
  const [next] = again.requests.filter(({ send }) => send === 'serviceStatus')
  t.match(next, { key: put })
  t.match(again.result, { postponed: 0, writes: { services: 20 } })
  const slow = write({
    parts: { services },
    options: { statusMilliseconds: 100 },
    times: (step) => (step > 1 ? 200 : 0),
  })
  t.match(slow.result, { postponed: 4 })
  const quick = write({ parts: { services }, options: { statusMilliseconds: 100 } })
  t.match(quick.result, { postponed: 0 })
})

t.test('a status that is refused; a Service that has been deleted', async (t) => {
  const refused = write({
    answer: ({ send }) => (send === 'serviceStatus' ? BROKEN : undefined),
  })
  t.match(refused.result, { result: 'failed', failures: [BROKEN] })
  t.equal(refused.result.failures.length, 1, 'told once')
  const gone = write({ answer: ({ send }) => (send === 'serviceStatus' ? GONE : undefined) })
  t.match(gone.result, { result: 'done', failures: [] })
})

t.test('no live speaker: the address waits', async (t) => {
  const { result } = write({ parts: { liveSegments: new Set() } })
  t.strictSame(result.waiting, ['shop/app-10', 'shop/app-11'])
})

t.test(
  'a status that stays is not written; one that is not ours any more is cleared',
  async (t) => {
    const other = { metadata: { namespace: 'shop', name: 'other' }, spec: { type: 'ClusterIP' } }
    const managedFields = [
      { manager: 'bellwether-reconciler', operation: 'Apply', subresource: 'status' },
    ]
    const left = { ...other, metadata: { ...other.metadata, name: 'left', managedFields } }
    const { requests } = write({ parts: { services: [other, left] } })
    const statuses = requests.filter(({ send }) => send === 'serviceStatus')
    t.match(statuses, [{ key: 'shop/left', force: false }])
    t.equal(statuses.length, 1)
  },
)

t.test('the status of a pool: counts are written lazily', async (t) => {
  const first = write()
  const status = first.requests.find(({ send }) => send === 'poolStatus')
  if (status?.send !== 'poolStatus') throw new Error('no status')
  const written = { ...ONE_POOL[0]!, status: status.object['status'] }
  const parts = { pools: [written], services: names(3).map(service) }
  const soon = write({ parts, memory: first.memory })
  t.equal(soon.result.writes.pools, 0)
  t.equal(soon.result.countsDueAt, TIME.milliseconds + 10_000)
  t.equal(write({ parts }).result.writes.pools, 1, 'nobody knows of an earlier one')
  const same = write({ parts: { pools: [written] }, memory: first.memory })
  t.match(same.result, { writes: { pools: 0 }, countsDueAt: undefined })
  const gone = write({ answer: ({ send }) => (send === 'poolStatus' ? GONE : undefined) })
  t.equal(gone.result.result, 'done')
  const broken = write({ answer: ({ send }) => (send === 'poolStatus' ? BROKEN : undefined) })
  t.match(broken.result, { result: 'failed', failures: [BROKEN] })
})

t.test('an event that cannot be written changes nothing', async (t) => {
  const { result } = write({ answer: ({ send }) => (send === 'event' ? BROKEN : undefined) })
  t.equal(result.result, 'done')
  const events = write({ parts: { services: names(40).map(service) } })
  t.equal(events.result.writes.events, 25, 'and no more of them than the rate allows')
})

t.test('a plan that is held back: pools are told why, and nothing else is written', async (t) => {
  const { sent } = write({
    parts: { plans: plansFor(ONE_POOL, names(5).map(service)), services: [] },
  })
  t.ok(sent.includes('poolStatus'))
  t.notOk(sent.includes('plan') || sent.includes('serviceStatus'))
  const unknown = write({ parts: { services: undefined, pools: undefined } })
  t.notOk(unknown.sent.includes('poolStatus') || unknown.sent.includes('serviceStatus'))
})
