import t from 'tap'
import { parseAddress, type Address } from '../../../api/address.ts'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import type { WireMachine } from '../../../speaker/machine/events.ts'
import { createSegmentMachines } from '../../../speaker/machine/segments.ts'
import type { WireEffect } from '../../../speaker/lan/effect.ts'

function plan(segment: string): AnnouncementPlan {
  return {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AnnouncementPlan',
    metadata: { name: segment },
    spec: {
      segment,
      revision: '',
      digests: { pools: '', state: '' },
      nodes: [],
      pools: [],
      announcements: [
        { address: '10.0.0.1', services: ['a/b'], pool: 'p', candidates: [], since: '' },
      ],
    },
  }
}

const NO_COUNTERS = { frames: {}, sent: {}, moves: {}, verdicts: {}, holds: {}, conflicts: {} }

function noStatus() {
  return {
    segment: '',
    leads: true,
    addresses: [],
    nodes: [],
    conflicts: [],
    counters: NO_COUNTERS,
  }
}

/** Machines that answer every event with a report of it, numbered in the order they were made. */
function create(deadlines: readonly (number | undefined)[]) {
  let made = 0
  return createSegmentMachines((): WireMachine => {
    const number = made++
    return {
      deadline: deadlines[number],
      counters: () => ({ ...NO_COUNTERS, frames: { answered: number } }),
      status: (now) => ({ ...noStatus(), segment: `machine ${number} at ${now}` }),
      isLanChanged: false,
      lanObservation: () => undefined,
      handle: (event, now) => {
        const what = event.type === 'plan' ? `${event.plan.spec.segment} ${count(event)}` : ''
        const address = `${number} ${event.type} ${what}@${now}`
        return [{ type: 'report', report: { level: 'info', event: 'Withdrawn', address } }]
      },
    }
  })
}

function count(event: { readonly plan: AnnouncementPlan }): number {
  return event.plan.spec.announcements.length
}

function texts(effects: readonly WireEffect[]): string[] {
  return effects.map((effect) =>
    effect.type === 'report' && effect.report.event === 'Withdrawn' ? effect.report.address : '',
  )
}

const links = { type: 'links', links: [] } as const

t.test('each segment has a machine, made in order of their names and told of the links', (t) => {
  const machines = create([])
  t.same(machines.handle(links, 1), [], 'nobody is there yet')
  t.same(texts(machines.carryOut([plan('red'), plan('blue')], 2)), [
    '0 links @2',
    '0 plan blue 1@2',
    '1 links @2',
    '1 plan red 1@2',
  ])
  t.same(texts(machines.handle(links, 3)), ['0 links @3', '1 links @3'])
  t.end()
})

t.test('before links are known, a machine has its plan alone', (t) => {
  t.same(texts(create([]).carryOut([plan('red')], 2)), ['0 plan red 1@2'])
  t.end()
})

t.test('a segment that has no plan any more withdraws everything, and is forgotten', (t) => {
  const machines = create([])
  machines.carryOut([plan('blue'), plan('red')], 1)
  t.same(texts(machines.carryOut([plan('red')], 2)), ['0 plan blue 0@2', '1 plan red 1@2'])
  t.same(texts(machines.handle({ type: 'frame', link: '', bytes: new Uint8Array() }, 3)), [
    '1 frame @3',
  ])
  t.end()
})

t.test('the deadline is the earliest, and goes to those whose time has come', (t) => {
  const machines = create([undefined, 20, 10])
  t.equal(machines.deadline, undefined)
  machines.carryOut([plan('a'), plan('b'), plan('c')], 1)
  t.equal(machines.deadline, 10)
  t.same(texts(machines.handle({ type: 'deadline' }, 10)), ['2 deadline @10'])
  t.same(texts(machines.handle({ type: 'deadline' }, 20)), ['1 deadline @20', '2 deadline @20'])
  t.end()
})

t.test('a machine that is made later is told of owners, grant and links, then of its plan', (t) => {
  const machines = create([])
  machines.handle(links, 1)
  machines.handle({ type: 'grant', until: 5 }, 2)
  machines.handle({ type: 'owners', owners: [] }, 3)
  machines.handle({ type: 'frame', link: '', bytes: new Uint8Array() }, 4)
  t.same(texts(machines.carryOut([plan('red')], 5)), [
    '0 owners @5',
    '0 grant @5',
    '0 links @5',
    '0 plan red 1@5',
  ])
  t.same(texts(machines.handle({ type: 'grant', until: 9 }, 6)), ['0 grant @6'])
  t.end()
})

t.test('statuses and counters come by segment', (t) => {
  const machines = create([])
  machines.carryOut([plan('red')], 1)
  machines.carryOut([plan('red'), plan('blue')], 2)
  t.same(
    machines.statuses(3).map(({ segment }) => segment),
    ['machine 1 at 3', 'machine 0 at 3'],
  )
  t.match(machines.counters(), [
    { segment: 'blue', counters: { frames: { answered: 1 } } },
    { segment: 'red', counters: { frames: { answered: 0 } } },
  ])
  t.end()
})

t.test('two segments on one link: what either listens to is listened to', (t) => {
  const address = parseAddress('10.0.0.1') as Address
  const machines = createSegmentMachines((): WireMachine => ({
    deadline: undefined,
    counters: () => NO_COUNTERS,
    status: noStatus,
    isLanChanged: false,
    lanObservation: () => undefined,
    handle: (event) => {
      if (event.type !== 'plan') return []
      const addresses = event.plan.spec.announcements.map(() => address)
      return [{ type: 'listen', link: 'eth0', addresses, nodes: [] }]
    },
  }))
  const counts = (plans: readonly AnnouncementPlan[]) =>
    machines
      .carryOut(plans, 1)
      .map((effect) => (effect.type === 'listen' ? effect.addresses.length : effect.type))
  t.same(counts([plan('red'), plan('blue')]), [1, 2])
  t.same(counts([plan('red')]), [1, 1, 1], 'without blue, twice, then red again')
  t.same(counts([]), [0, 0])
  t.end()
})

t.test('the views of the LAN, whenever one has changed or a segment has ended', async (t) => {
  const changed = new Set<string>()
  const machines = createSegmentMachines((): WireMachine => {
    let segment = ''
    return {
      deadline: undefined,
      counters: () => NO_COUNTERS,
      status: noStatus,
      handle(event) {
        if (event.type === 'plan') ({ segment } = event.plan.spec)
        return []
      },
      get isLanChanged() {
        return changed.has(segment)
      },
      lanObservation() {
        changed.delete(segment)
        if (segment === 'blind') return undefined
        return { segment, linkUp: true, nodes: new Map(), isBlind: false, speakers: new Map() }
      },
    }
  })
  const seen = () => machines.lanObservations().map(({ segment }) => segment)
  t.notOk(machines.isLanChanged)
  machines.carryOut([plan('red'), plan('blind'), plan('blue')], 0)
  t.notOk(machines.isLanChanged)
  changed.add('blue')
  t.ok(machines.isLanChanged)
  t.strictSame(seen(), ['blue', 'red'])
  t.notOk(machines.isLanChanged)
  machines.carryOut([plan('blue')], 0)
  t.ok(machines.isLanChanged)
  t.strictSame(seen(), ['blue'])
  t.notOk(machines.isLanChanged)
})
