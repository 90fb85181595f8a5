import t from 'tap'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import type { Demoted } from '../../../speaker/ownership/demotions.ts'
import {
  ASK_INTERVAL,
  AWAITED_INTERVAL,
  LEAST_GAP,
  LONGEST_WAIT,
  MOST_IN_FLIGHT,
} from '../../../speaker/serving/timing.ts'
import {
  createServiceHealth,
  type ServiceHealthEffect,
  type ServiceHealthEvent,
} from '../../../speaker/serving/service-health.ts'
import { localPlan } from '../../support/speaker/local-plan.ts'
import type { HealthAnswer } from '../../../speaker/reports/health.ts'

const PORT = 31_000
const THREE = localPlan(3, { '10.0.0.100': { candidates: [0, 1, 2] } })

type Answers = Readonly<Record<string, HealthAnswer>>

/** Nodes that answer at once, as `answers` says by key; `fit` where it says nothing. */
function createWorld({
  nodePort = 10_256,
  ownNode = 'a',
}: { nodePort?: number | undefined; ownNode?: string } = {}) {
  const health = createServiceHealth({ segment: 's', ownNode, nodePort })
  const asked: string[] = []
  const told: string[] = []
  let answers: Answers = {}
  let demoted: Demoted = { nodes: [], places: [], awaited: [] }
  let now = 0
  const handle = (event: ServiceHealthEvent) => {
    for (const effect of health.handle(event, now)) perform(effect)
  }
  const perform = (effect: ServiceHealthEffect) => {
    if (effect.type === 'demote') demoted = effect.demoted
    else if (effect.type === 'report') {
      const { report } = effect
      told.push(
        `${now} ${report.event} ${report.node}${'reason' in report ? ` ${report.reason}` : ''}`,
      )
    } else {
      const { key } = effect.target
      asked.push(`${now} ${key}`)
      handle({ type: 'answered', key, answer: answers[key] ?? 'fit' })
    }
  }
  return {
    asked,
    told,
    demoted: () => demoted,
    set: (next: Answers) => void (answers = next),
    plan: (plan: AnnouncementPlan) => handle({ type: 'plan', plan }),
    down: (...names: string[]) =>
      handle({
        type: 'lan',
        nodes: new Map(['b', 'c'].map((name) => [name, names.includes(name) ? 'down' : 'up'])),
      }),
    run(milliseconds: number) {
      const end = now + milliseconds
      while (health.deadline !== undefined && health.deadline <= end) {
        now = Math.max(now, health.deadline)
        handle({ type: 'deadline' })
      }
      now = end
    },
    deadline: () => health.deadline,
  }
}

t.test('every node is asked once a second, one after the other', async (t) => {
  const world = createWorld()
  t.equal(world.deadline(), undefined)
  world.plan(THREE)
  world.run(1_500)
  t.strictSame(
    world.asked.map((one) => one.replace(/\.\d+/, '')),
    ['0 a', '333 b', '666 c', '1000 a', '1333 b'],
  )
  t.strictSame(world.demoted().nodes, [])
})

t.test('kube-proxy says 503 three times: the node is demoted, and restored later', async (t) => {
  const world = createWorld()
  world.plan(THREE)
  world.run(1_000)
  world.set({ b: 'unfit' })
  world.run(2 * ASK_INTERVAL)
  t.strictSame(world.demoted().nodes, [])
  world.run(ASK_INTERVAL)
  t.strictSame(world.demoted().nodes, ['b'])
  world.set({})
  world.run(2 * ASK_INTERVAL)
  t.strictSame(world.demoted().nodes, [])
  t.match(world.told, [/ NodeDemoted b unfit$/, / NodeRestored b$/])
})

t.test('what nobody answers says nothing: nothing listens there, or we are cut off', async (t) => {
  const world = createWorld()
  world.plan(THREE)
  world.run(2_000)
  world.set({ b: 'silent', c: 'silent' })
  world.run(10_000)
  t.strictSame(world.demoted().nodes, [], 'our own node is no witness')
  world.set({ b: 'silent' })
  world.run(4_000)
  t.strictSame(world.demoted().nodes, ['b'], 'another one is')
})

t.test('a witness answers the same question, lives, and is another node', async (t) => {
  const world = createWorld()
  world.plan(localPlan(3, { '10.0.0.100': { port: PORT, candidates: [1, 2] } }))
  world.set({ b: 'silent', 'b:31000': 'silent', c: 'silent' })
  world.run(5_000)
  t.strictSame(world.demoted().nodes, [], 'c answers for another port alone')
  t.strictSame(world.demoted().places, [{ address: '10.0.0.100', node: 'b' }])
  world.down('c')
  world.set({ 'b:31000': 'fit' })
  world.run(3_000)
  t.strictSame(
    world.demoted().places.map(({ node }) => node),
    ['c'],
    'c is in doubt, being down',
  )
})

t.test('a node that is down is not asked, and has to answer when it is back', async (t) => {
  const world = createWorld()
  world.plan(THREE)
  world.run(1_000)
  world.down('b')
  t.strictSame(world.demoted().nodes, ['b'])
  const before = world.asked.length
  world.run(3_000)
  t.notOk(world.asked.slice(before).some((one) => one.endsWith(' b')))
  world.set({ b: 'refused' })
  world.down()
  t.match(world.asked.at(-1), / b$/, 'at once')
  world.run(5_000)
  t.strictSame(world.demoted().nodes, ['b'])
  t.match(world.told, [/ NodeDemoted b refused$/])
  world.set({})
  world.run(2_000)
  t.strictSame(world.demoted().nodes, [])
})

t.test('it comes back well: nothing is told, and it is fit with its first answer', async (t) => {
  const world = createWorld()
  world.plan(THREE)
  world.run(1_000)
  world.down('b')
  world.run(1_000)
  world.down()
  t.strictSame(world.demoted().nodes, [])
  t.strictSame(world.told, [])
})

t.test('an answer that comes while its node is down says nothing', async (t) => {
  const health = createServiceHealth({ segment: 's', ownNode: 'a', nodePort: 10_256 })
  health.handle({ type: 'plan', plan: THREE }, 0)
  health.handle({ type: 'deadline' }, 700)
  health.handle({ type: 'lan', nodes: new Map([['b', 'down']]) }, 701)
  for (let round = 0; round < 4; round++)
    t.strictSame(health.handle({ type: 'answered', key: 'b', answer: 'unfit' }, 702), [])
})

t.test('a Service without endpoints on a node: its addresses are demoted there', async (t) => {
  const world = createWorld({ nodePort: undefined })
  const web = { port: PORT, candidates: [0, 1] }
  world.plan(localPlan(2, { '10.0.0.100': web, 'fd00::1': web }))
  world.set({ 'a:31000': 'unfit' })
  world.run(3_000)
  t.strictSame(world.demoted(), {
    nodes: [],
    places: ['10.0.0.100', 'fd00::1'].map((address) => ({ address, node: 'a' })),
    awaited: [],
  })
})

const LOCAL_AT = (owner: number) =>
  localPlan(3, { '10.0.0.100': { port: PORT, candidates: [owner] } })

t.test('a planned move waits until the new owner has endpoints', async (t) => {
  const world = createWorld({ nodePort: undefined })
  world.plan(LOCAL_AT(0))
  world.run(500)
  world.set({ 'b:31000': 'unfit' })
  world.plan(LOCAL_AT(1))
  t.strictSame(world.demoted().awaited, [{ address: '10.0.0.100', node: 'b' }])
  t.strictSame(world.asked.at(-1), '500 b:31000', 'asked at once')
  world.run(3 * AWAITED_INTERVAL)
  t.strictSame(world.asked.slice(-3), ['600 b:31000', '700 b:31000', '800 b:31000'])
  world.set({})
  world.run(AWAITED_INTERVAL)
  t.strictSame(world.demoted().awaited, [])
  t.strictSame(world.told, [])
})

t.test('but not for ever, and says so', async (t) => {
  const world = createWorld({ nodePort: undefined })
  world.plan(LOCAL_AT(0))
  world.set({ 'b:31000': 'refused' })
  world.plan(LOCAL_AT(1))
  world.run(LONGEST_WAIT)
  t.strictSame(world.demoted().awaited, [])
  t.strictSame(world.told, [`${LONGEST_WAIT} EndpointsNotReady b`])
})

t.test('a plan without a target forgets it; what was asked comes to nothing', async (t) => {
  const health = createServiceHealth({ segment: 's', ownNode: 'a', nodePort: 10_256 })
  const [ask] = health.handle({ type: 'plan', plan: THREE }, 0)
  t.match(ask, { type: 'ask', target: { key: 'a' } })
  health.handle({ type: 'plan', plan: localPlan(1, {}) }, 1)
  t.equal(health.deadline, undefined)
  t.strictSame(health.handle({ type: 'answered', key: 'a', answer: 'unfit' }, 2), [])
})

t.test('many targets: no more than so many at a time, and in a second', async (t) => {
  const addresses = Array.from({ length: 200 }, (_, index) => [
    `10.0.1.${index}`,
    { port: 30_000 + index, candidates: [0, 1] },
  ])
  const plan = localPlan(2, Object.fromEntries(addresses))
  const slow = createServiceHealth({ segment: 's', ownNode: 'a', nodePort: undefined })
  slow.handle({ type: 'plan', plan }, 0)
  t.equal(slow.handle({ type: 'deadline' }, 5_000).length, MOST_IN_FLIGHT - 1)
  t.equal(slow.deadline, undefined, 'somebody has to answer first')

  const world = createWorld({ nodePort: undefined })
  world.plan(plan)
  world.run(400 * LEAST_GAP - 1)
  t.equal(world.asked.length, 400)
})

t.test('an owner without an address of its own is waited for, but cannot be asked', async (t) => {
  const health = createServiceHealth({ segment: 's', ownNode: 'a', nodePort: undefined })
  health.handle({ type: 'plan', plan: LOCAL_AT(0) }, 0)
  const plan = LOCAL_AT(1)
  const nodes = plan.spec.nodes.map(({ name }) => ({ name, addresses: [] }))
  health.handle({ type: 'plan', plan: { ...plan, spec: { ...plan.spec, nodes } } }, 1)
  t.equal(health.deadline, 1 + LONGEST_WAIT)
})
