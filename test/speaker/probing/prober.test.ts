import fc from 'fast-check'
import t from 'tap'
import { worstCaseDetection } from '../../../speaker/probing/timing.ts'
import type { Neighbor } from '../../../speaker/lan/link-view.ts'
import type { NodeStatus } from '../../../speaker/status/status.ts'
import { PROPERTY } from '../../support/planning/generate-inputs.ts'
import {
  createProbeWorld,
  type ProbeWorld,
  type WorldNode,
} from '../../support/speaker/probe-world.ts'
import { CLIENT } from '../../support/wire/wire-fixtures.ts'

/** So many nodes, all of them probed as these settings say, until everything has settled. */
function settled(count: number, settings: WorldNode = {}, roundTrip = 0.5): ProbeWorld {
  const world = createProbeWorld(count, { roundTrip })
  world.follow(Array.from({ length: count }, () => settings))
  world.run(5_000)
  return world
}

const verdicts = ({ nodes, prober }: ProbeWorld) =>
  nodes.map((node) => prober.verdictOf(node, 'IPv4'))

/** When an event was said first, and of whom. */
function first({ said }: ProbeWorld, event: string): { at: number; line: string } {
  const line = said.find((one) => one.includes(event)) ?? ''
  return { at: parseFloat(line), line }
}

const eventsOf = ({ said }: ProbeWorld) => said.map((line) => line.split(' ')[3]?.slice(0, -1))

/** The frames that a node was sent after this time. */
const sentTo = ({ sent }: ProbeWorld, what: string, after = -1) =>
  sent.filter(({ at, text }) => at > after && text.includes(what))

/** How long it takes to see that worker-1 is dead, if it dies this long after a steady time. */
function detection(count: number, settings: WorldNode, phase: number): number {
  const { intervalMilliseconds = 100 } = settings
  const world = createProbeWorld(count)
  world.follow(Array.from({ length: count }, () => settings))
  world.run(20 * intervalMilliseconds + phase)
  const death = world.now
  world.silence(0)
  world.run(6 * intervalMilliseconds)
  return first(world, 'NodeDown').at - death
}

/** The longest detection over all phases of the interval, in steps of a fiftieth. */
function longest(count: number, settings: WorldNode): number {
  const step = (settings.intervalMilliseconds ?? 100) / 50
  const phases = Array.from({ length: 50 }, (_, index) => index * step)
  return Math.max(...phases.map((phase) => detection(count, settings, phase)))
}

t.test('a node that is dead is down within the worst case, and no later', async (t) => {
  for (const [interval, failureThreshold] of [
    [100, 5],
    [10, 5],
    [100, 1],
    [50, 3],
  ] as const) {
    const pace = { intervalMilliseconds: interval, failureThreshold }
    // They answer within half a millisecond: the time-out is at its floor.
    const worst = worstCaseDetection(pace, interval / 2)
    for (const count of [2, 3]) {
      const found = longest(count, pace)
      t.ok(found <= worst, `${found} ms of ${worst} ms, among ${count} nodes`)
      t.ok(found > worst - 0.03 * interval - 0.5, 'and the worst case does happen')
    }
  }
})

t.test('of a node that is dead, everything is said in order', async (t) => {
  const world = settled(3)
  world.silence(0)
  world.run(10_000)
  t.strictSame(eventsOf(world), ['NodeSuspect', 'NodeDown'])
  t.strictSame(verdicts(world), ['down', 'up', 'up'])
  t.match(
    first(world, 'NodeDown').line,
    /worker-1 \(10\.0\.0\.11\) has been silent on eth0 for 2\d\d ms/,
  )
})

t.test('whose verdict is another one is told, once for each turn', async (t) => {
  const world = settled(3)
  world.silence(0)
  world.run(2_000)
  t.strictSame(world.changed, ['worker-1'])
  world.silence(0, 'nothing')
  world.run(2_000)
  t.strictSame(world.changed, ['worker-1', 'worker-1'])
})

t.test('a node that comes back is up with its first answer', async (t) => {
  const world = settled(3)
  const [one] = world.nodes
  world.silence(0)
  world.run(1_000)
  t.equal(one && world.prober.upSince(one, 'IPv4'), undefined)
  world.silence(0, 'nothing')
  const back = world.now
  world.run(2_000)
  t.strictSame(eventsOf(world), ['NodeSuspect', 'NodeDown', 'NodeUp'])
  const { at } = first(world, 'NodeUp')
  t.ok(at - back <= 1_001, 'one that is down is probed every ten intervals')
  t.ok(Math.abs((one ? (world.prober.upSince(one, 'IPv4') ?? 0) : 0) - at) < 0.06)
})

t.test('a node that is back and dies again is found as quickly', async (t) => {
  const world = settled(3)
  for (const aliveFor of [1, 30, 99, 150]) {
    world.silence(0)
    world.run(1_500)
    world.silence(0, 'nothing')
    world.said.length = 0
    while (!eventsOf(world).includes('NodeUp')) world.run(1)
    world.run(aliveFor)
    const death = world.now
    world.silence(0)
    world.run(1_000)
    const took = first(world, 'NodeDown').at - death
    t.ok(took <= worstCaseDetection({ intervalMilliseconds: 100, failureThreshold: 5 }, 100))
  }
})

t.test('a silence that is shorter than the verdict takes has no consequence', async (t) => {
  const world = settled(3)
  world.silence(0)
  world.run(170)
  world.silence(0, 'nothing')
  world.run(1_000)
  t.strictSame(eventsOf(world), ['NodeSuspect'])
  t.equal(world.prober.upSince(world.nodes[0]!, 'IPv4'), 0)
})

t.test('answers that wait in the queue are no misses, however late the loop is', async (t) => {
  for (const lateness of [60, 99, 150, 400, 5_000]) {
    const world = settled(2)
    for (let round = 0; round < 50; round++) {
      world.late(lateness)
      world.run(7)
    }
    t.strictSame(eventsOf(world), [], `${lateness} ms`)
    t.strictSame(verdicts(world), ['up', 'up'])
  }
})

t.test('before the queue is drained, nothing is judged', async (t) => {
  const world = settled(3)
  world.silence(0)
  world.run(100)
  world.prober.tick(world.now + 60, false)
  t.strictSame(world.said, [])
  t.ok((world.prober.deadline ?? Infinity) <= world.now + 60, 'it wants to be asked again')
})

t.test('a time-out counts by when the frame was received', async (t) => {
  const world = settled(1)
  const [one] = world.nodes
  const before = world.prober.statuses(0)[0]?.roundTripMilliseconds ?? 0
  world.run(99)
  world.late(90)
  world.run(1_000)
  t.equal(one && world.heardAt.has(one.node.name), true)
  const after = world.prober.statuses(0)[0]?.roundTripMilliseconds ?? 0
  t.ok(Math.abs(after - before) < 0.01, `${before} ms and ${after} ms`)
})

t.test(
  'a loop that is late by more than an interval forgives, and says so in its counters',
  async (t) => {
    const world = settled(2)
    world.silence(0)
    for (let round = 0; round < 30; round++) world.late(250)
    t.equal(world.prober.verdictOf(world.nodes[0]!, 'IPv4'), 'up')
    t.ok((world.counts.get('loopLate') ?? 0) > 20)
    world.run(1_000)
    t.equal(world.prober.verdictOf(world.nodes[0]!, 'IPv4'), 'down', 'once the loop is in time')
  },
)

t.test('our own port is cut and mended: no verdict at all, and it is told once', async (t) => {
  const world = settled(4)
  for (const cutFor of [300, 3_000, 70_000]) {
    world.said.length = 0
    world.cut(true)
    world.run(cutFor)
    world.cut(false)
    world.run(1_000)
    t.strictSame(
      eventsOf(world).filter((event) => event !== 'NodeSuspect'),
      ['VerdictsHeld'],
      `${cutFor} ms`,
    )
    t.strictSame(verdicts(world), ['up', 'up', 'up', 'up'])
  }
  t.equal(world.prober.upSince(world.nodes[0]!, 'IPv4'), 0)
  t.ok((world.counts.get('nobodyHeard') ?? 0) > 100)
})

t.test('while our port is silent, other hosts are asked, too', async (t) => {
  const asked: string[] = []
  const world = createProbeWorld(2, {
    questions: ({ state }) => {
      asked.push(state.name)
      return []
    },
  })
  world.follow([{}, {}])
  world.run(1_000)
  t.strictSame(asked, [], 'not while all is well')
  world.cut(true)
  world.run(500)
  t.ok(asked.length > 0)
  t.strictSame(new Set(asked), new Set(['eth0']))
})

t.test('while one node is silent, another one is probed at once, to be a witness', async (t) => {
  const world = settled(2)
  world.silence(0)
  world.run(100)
  const before = world.now
  world.run(150)
  const probes = sentTo(world, '10.0.0.12 echo', before)
  t.ok(probes.length >= 5, `${probes.length} instead of one or two`)
})

t.test('a host that is not probed is a witness as well', async (t) => {
  const world = settled(1)
  world.chat(CLIENT)
  world.silence(0)
  const death = world.now
  for (let now = 0; now < 400; now += 5) {
    world.run(5)
    world.chat(CLIENT)
  }
  t.ok(
    first(world, 'NodeDown').at - death <=
      worstCaseDetection({ intervalMilliseconds: 100, failureThreshold: 5 }, 50),
  )
})

t.test('a host that was heard and has fallen silent, too: it may be our port', async (t) => {
  const world = settled(1)
  world.chat(CLIENT)
  world.run(1_000)
  world.silence(0)
  world.run(8_000)
  t.strictSame(eventsOf(world), ['NodeSuspect', 'VerdictsHeld'])
  world.run(3_000)
  t.equal(
    eventsOf(world).at(-1),
    'NodeDown',
    'a client may have left: it is waited for ten seconds',
  )
})

t.test('two nodes that fall silent together may be our port, however long', async (t) => {
  const world = settled(2)
  world.run(1_000)
  world.silence(0)
  world.silence(1)
  world.run(60_000)
  t.notOk(eventsOf(world).includes('NodeDown'))
})

t.test('where the node is the only other host ever heard: three times the threshold', async (t) => {
  const world = settled(1)
  world.silence(0)
  const death = world.now
  world.run(10_000)
  t.strictSame(eventsOf(world), ['NodeSuspect', 'NodeDown'])
  const took = first(world, 'NodeDown').at - death
  const worst = worstCaseDetection({ intervalMilliseconds: 100, failureThreshold: 15 }, 50)
  t.ok(took <= worst && took > worst - 110, `${took} ms of ${worst} ms`)
})

t.test('a node that filters echoes is found to be up by ARP, and never goes down', async (t) => {
  const world = createProbeWorld(2)
  world.silence(0, 'echo')
  world.follow([{}, {}])
  world.run(10_000)
  t.notOk(eventsOf(world).includes('NodeDown'))
  t.equal(eventsOf(world).filter((event) => event === 'NodeAnswersNoEcho').length, 1)
  t.ok(eventsOf(world).filter((event) => event === 'NodeSuspect').length <= 5)
  const { at } = first(world, 'NodeAnswersNoEcho')
  t.ok(at < 2_000, `${at} ms`)
  t.strictSame(sentTo(world, '10.0.0.11 echo', at), [])
  t.ok(sentTo(world, 'who-has 10.0.0.11', at).length > 70)
  t.match(world.prober.statuses(0), [{ method: 'arp' }, { method: 'echo' }])
})

t.test('that begins when it is up, too; and it is tried by echo again each minute', async (t) => {
  const world = settled(2)
  world.silence(0, 'echo')
  world.run(70_000)
  t.notOk(eventsOf(world).includes('NodeDown'))
  t.equal(sentTo(world, '10.0.0.11 echo', 10_000).length, 1, 'a trial')
  world.silence(0, 'nothing')
  world.run(70_000)
  t.match(world.prober.statuses(0), [{ method: 'echo' }, { method: 'echo' }])
  t.equal(sentTo(world, 'who-has 10.0.0.11', world.now - 10_000).length, 0)
})

t.test('a node that filters echoes and dies is found by ARP alone', async (t) => {
  const world = createProbeWorld(3)
  world.silence(0, 'echo')
  world.follow([{}, {}, {}])
  world.run(10_000)
  world.silence(0)
  const death = world.now
  world.run(1_000)
  const took = first(world, 'NodeDown').at - death
  t.ok(
    took <= worstCaseDetection({ intervalMilliseconds: 100, failureThreshold: 5 }, 50),
    `${took}`,
  )
})

t.test('methods as configured', async (t) => {
  const sentBy = (method: 'echo' | 'arp') => {
    const world = settled(2, { method })
    return [sentTo(world, ' echo ').length > 0, sentTo(world, 'who-has').length > 0]
  }
  t.strictSame(sentBy('echo'), [true, false])
  t.strictSame(sentBy('arp'), [false, true])
})

t.test('a pool that wants echoes takes a node that filters them for dead', async (t) => {
  const world = createProbeWorld(2)
  world.silence(0, 'echo')
  world.follow([{ method: 'echo' }, {}])
  world.run(2_000)
  t.strictSame(eventsOf(world), ['NodeSuspect', 'NodeDown'])
})

t.test('a link without an address for echoes is probed by ARP', async (t) => {
  const world = settled(1, { canEcho: false })
  t.equal(sentTo(world, ' echo ').length, 0)
  t.match(world.prober.statuses(0), [{ verdict: 'up', method: 'arp' }])
})

t.test('nodes without a duty are probed slowly, until they have one', async (t) => {
  const world = createProbeWorld(2)
  world.follow([{}, { isNeeded: false }])
  world.run(10_000)
  t.equal(sentTo(world, '10.0.0.11 echo').length, 100)
  t.equal(sentTo(world, '10.0.0.12 echo').length, 10)
  t.match(world.prober.statuses(0), [
    { node: 'worker-1', intervalMilliseconds: 100 },
    { node: 'worker-2', intervalMilliseconds: 1_000 },
  ])
  world.follow([{}, {}])
  const before = world.now
  world.run(101)
  t.equal(sentTo(world, '10.0.0.12 echo', before).length, 1, 'within one interval')
})

t.test('a thousand nodes are probed within the budget, evenly, which is told', async (t) => {
  const world = createProbeWorld(1_000, { probesPerSecond: 2_500 })
  world.follow(Array.from({ length: 1_000 }, () => ({})))
  t.match(world.said, [/ProbingStretched: 1000 .* every 400 ms instead of every 100 ms/])
  for (const node of world.nodes) world.prober.resolved(node, world.now)
  world.run(2_000)
  const perTenth = Array.from({ length: 10 }, () => {
    const before = world.sent.length
    world.run(100)
    return world.sent.length - before
  })
  t.ok(
    perTenth.every((count) => count > 225 && count < 275),
    perTenth.join(),
  )
  t.equal(world.prober.statuses(0)[0]?.intervalMilliseconds, 400)
})

t.test('ARP is never asked for more than its budget allows', async (t) => {
  const world = createProbeWorld(200)
  world.follow(Array.from({ length: 200 }, () => ({})))
  world.run(1_000)
  for (let index = 0; index < 150; index++) world.silence(index)
  const before = world.now
  world.run(1_000)
  const asked = sentTo(world, 'who-has', before).length
  t.ok(asked <= 550 && asked > 100, `${asked} in a second`)
  t.equal(verdicts(world).filter((verdict) => verdict === 'down').length, 150)
  world.cut(true)
  const cutAt = world.now
  world.run(1_000)
  t.ok(sentTo(world, 'who-has', cutAt).length <= 550, 'nor to find a witness')
})

t.test('a node that keeps going down is not trusted for a while', async (t) => {
  const world = settled(3)
  const [one, other] = world.nodes
  for (let fall = 0; fall < 3; fall++) {
    world.silence(0)
    world.run(1_500)
    world.silence(0, 'nothing')
    world.run(1_500)
  }
  t.equal(eventsOf(world).filter((event) => event === 'NodeDamped').length, 1)
  t.ok((one ? (world.prober.dampedUntil(one, world.now) ?? 0) : 0) > world.now + 60_000)
  t.equal(other && world.prober.dampedUntil(other, world.now), undefined)
  t.ok(world.prober.statuses(world.now)[0]?.dampedUntil)
  t.equal(one && world.prober.verdictOf(one, 'IPv4'), 'up', 'which is no verdict')
})

t.test('each family by itself, but one fall of both is one fall', async (t) => {
  const world = createProbeWorld(2)
  const families = ['IPv4', 'IPv6'] as const
  world.follow([{ families }, { families }])
  world.run(1_000)
  world.silence(0, 'echo')
  world.run(300)
  t.equal(sentTo(world, 'NS who-has 2001:db8::11').length > 0, true, 'asked for by a solicitation')
  world.silence(0)
  world.run(1_000)
  t.strictSame(
    families.map((family) => world.prober.verdictOf(world.nodes[0]!, family)),
    ['down', 'down'],
  )
  t.equal(eventsOf(world).filter((event) => event === 'NodeDown').length, 2)
  t.equal(world.prober.dampedUntil(world.nodes[0]!, world.now), undefined)
})

t.test('one family may be down alone; one that is not probed goes by the other', async (t) => {
  const world = createProbeWorld(3)
  const { prober, nodes } = world
  const [dual, v4, v6] = nodes as [Neighbor, Neighbor, Neighbor]
  world.follow([{ families: ['IPv4', 'IPv6'] }, { families: ['IPv4'] }, { families: ['IPv6'] }])
  world.run(1_000)
  t.match(
    prober.statuses(0).map(({ node, family }: NodeStatus) => `${node} ${family}`),
    ['worker-1 IPv4', 'worker-1 IPv6', 'worker-2 IPv4', 'worker-3 IPv6'],
  )
  world.silence(1)
  world.silence(2)
  world.run(1_500)
  t.equal(prober.verdictOf(v4, 'IPv6'), 'down')
  t.equal(prober.upSince(v4, 'IPv6'), undefined)
  t.equal(prober.verdictOf(v6, 'IPv4'), 'down')
  t.equal(prober.verdictOf(dual, 'IPv4'), 'up')
})

t.test(
  'the last known verdicts: our own node, one without a MAC, one that nobody probes',
  async (t) => {
    const { prober, nodes } = createProbeWorld(2)
    const [one] = nodes as [Neighbor, Neighbor]
    const us: Neighbor = { ...one, isSelf: true }
    t.equal(prober.verdictOf(us, 'IPv4'), 'up')
    t.equal(prober.upSince(us, 'IPv4'), -Infinity)
    t.equal(prober.verdictOf({ ...one, mac: undefined }, 'IPv4'), 'unknown')
    t.equal(prober.verdictOf({ ...one, mac: undefined, isUnresolvable: true }, 'IPv4'), 'down')
    t.equal(prober.verdictOf(one, 'IPv4'), 'up', 'its MAC is known, and nothing speaks against it')
    t.equal(prober.upSince(one, 'IPv4'), undefined)
  },
)

t.test('a node without a MAC is not probed; with one, it is up at once', async (t) => {
  const world = createProbeWorld(2)
  const [one, other] = world.nodes as [Mutable<Neighbor>, Neighbor]
  const { mac } = one
  one.mac = undefined
  world.follow([{}, {}])
  world.run(1_000)
  t.strictSame(sentTo(world, '10.0.0.11 echo'), [])
  t.match(world.prober.statuses(0)[0], { verdict: 'unknown', mac: undefined })
  one.isUnresolvable = true
  t.match(world.prober.statuses(0)[0], { verdict: 'down' })
  one.isUnresolvable = false
  one.mac = mac
  world.prober.resolved(one, world.now)
  t.equal(world.prober.verdictOf(one, 'IPv4'), 'up')
  t.equal(world.prober.upSince(one, 'IPv4'), 1_000)
  world.run(1_000)
  t.equal(sentTo(world, '10.0.0.11 echo').length, 10)
  t.equal(world.prober.verdictOf(other, 'IPv4'), 'up')
})

t.test('a node whose MAC changes is probed at the new one', async (t) => {
  const world = settled(2)
  const [one] = world.nodes as [Mutable<Neighbor>, Neighbor]
  const card = world.nodes[1]?.mac
  one.mac = card
  world.prober.resolved(one, world.now)
  const before = world.now
  world.run(100)
  t.ok(
    sentTo(world, '10.0.0.11 echo', before).every(({ text }) => text.includes(`> ${card?.text}`)),
  )
  t.ok(sentTo(world, '10.0.0.11 echo', before).length > 0)
})

t.test('nodes that are followed no more are forgotten, those that stay are not', async (t) => {
  const world = settled(2)
  world.silence(0)
  world.run(1_000)
  world.follow([{}])
  t.match(world.prober.statuses(0), [{ node: 'worker-1', verdict: 'down' }])
  world.follow([])
  t.equal(world.prober.deadline, undefined)
  t.strictSame(world.prober.statuses(0), [])
  world.follow([{}])
  t.match(world.prober.statuses(0), [{ node: 'worker-1', verdict: 'up' }], 'as if it were new')
})

t.test('answers that nobody waits for are no news', async (t) => {
  const world = settled(1)
  const [one] = world.nodes as [Neighbor]
  const stranger = { ...one, key: 'stranger' }
  const none = { effects: [], changed: [] }
  t.strictSame(world.prober.echoed(stranger, 'IPv4', 1, world.now), none)
  t.strictSame(world.prober.answered(stranger, 'IPv4', world.now), none)
  t.strictSame(world.prober.echoed(one, 'IPv4', 40_000, world.now), none)
  t.strictSame(world.prober.answered(one, 'IPv4', world.now), none)
  t.strictSame(world.prober.tick(world.now, true), none)
})

t.test('a status says how a node is probed', async (t) => {
  const world = settled(1)
  t.match(world.prober.statuses(world.now), [
    {
      node: 'worker-1',
      link: 'eth0',
      family: 'IPv4',
      address: '10.0.0.11',
      verdict: 'up',
      since: 0,
      mac: '02:00:00:01:00:00',
      method: 'echo',
      intervalMilliseconds: 100,
      dampedUntil: undefined,
    },
  ])
  t.ok(Math.abs((world.prober.statuses(0)[0]?.roundTripMilliseconds ?? 0) - 0.5) < 1e-6)
})

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Each run lasts many seconds of virtual time. */
const RUNS = { ...PROPERTY, numRuns: Math.ceil(PROPERTY.numRuns / 10) }

/** What may happen to a segment of three nodes. */
const aStep = fc.oneof(
  fc.record({ does: fc.constant('run' as const), by: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ does: fc.constant('late' as const), by: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ does: fc.constant('silence' as const), by: fc.nat(2) }),
  fc.record({ does: fc.constant('back' as const), by: fc.nat(2) }),
  fc.record({ does: fc.constant('cut' as const), by: fc.nat(1) }),
)

function take(
  world: ProbeWorld,
  { does, by }: typeof aStep extends fc.Arbitrary<infer S> ? S : never,
) {
  if (does === 'run') world.run(by)
  else if (does === 'late') world.late(by)
  else if (does === 'cut') world.cut(by === 1)
  else world.silence(by, does === 'silence' ? 'all' : 'nothing')
}

const SILENT = /^(\S+) ms warn NodeDown: (\S+) .* for (\d+) ms$/

t.test(
  'whatever happens, a node is not down sooner than so many probes can be missed',
  async () => {
    fc.assert(
      fc.property(
        fc.array(aStep, { maxLength: 40, size: 'max' }),
        fc.integer({ min: 1, max: 6 }),
        (steps, failureThreshold) => {
          const world = createProbeWorld(3)
          world.follow([{ failureThreshold }, { failureThreshold }, { failureThreshold }])
          // The first miss, at the least time-out; the confirming probes; the last of them, waited for as long.
          const least = failureThreshold === 1 ? 50 : 100 + (failureThreshold - 2) * 20
          for (const step of steps) take(world, step)
          return world.said.every((line) => Number(SILENT.exec(line)?.[3] ?? Infinity) >= least)
        },
      ),
      RUNS,
    )
  },
)

t.test('whatever the loop and our port do, nodes that answer are never down', async () => {
  fc.assert(
    fc.property(
      fc.array(aStep, { maxLength: 40, size: 'max' }),
      // With a threshold of one, a single answer that our port swallows is a verdict.
      fc.integer({ min: 2, max: 6 }),
      fc.constantFrom(0.5, 60),
      (steps, failureThreshold, roundTrip) => {
        const world = createProbeWorld(3, { roundTrip })
        world.follow([{ failureThreshold }, { failureThreshold }, { failureThreshold }])
        world.run(2_000)
        for (const step of steps) if (step.does !== 'silence') take(world, step)
        return !eventsOf(world).includes('NodeDown')
      },
    ),
    RUNS,
  )
})

t.test('while the port is well, a node that answers is not even suspected', async () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 40, size: 'max' }), (steps) => {
      const world = createProbeWorld(3)
      world.follow([{}, {}, {}])
      for (const step of steps)
        if (step.does !== 'cut' && !(step.does === 'silence' && step.by === 0)) take(world, step)
      return world.said.every((line) => !line.includes('worker-1'))
    }),
    RUNS,
  )
})

t.test(
  'whatever happened, all comes right when nodes and port and loop are well again',
  async () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 40, size: 'max' }), (steps) => {
        const world = createProbeWorld(3)
        world.follow([{}, {}, {}])
        for (const step of steps) take(world, step)
        world.cut(false)
        for (const index of [0, 1, 2]) world.silence(index, 'nothing')
        world.run(1_500)
        return verdicts(world).every((verdict) => verdict === 'up')
      }),
      RUNS,
    )
  },
)
