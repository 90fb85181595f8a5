import t from 'tap'
import type { Address } from '../../../reconciler/address.ts'
import { parseAddress } from '../../../reconciler/address.ts'
import type { AnnouncementPlan } from '../../../reconciler/api.ts'
import type { LinkState, WireEffect } from '../../../speaker/effect.ts'
import type { Link } from '../../../speaker/io/link.ts'
import type { WireWorld } from '../../../speaker/io/wire-loop.ts'
import { LONGEST_WAIT_MILLISECONDS, runWireLoop } from '../../../speaker/io/wire-loop.ts'
import type { WorkerCommand } from '../../../speaker/io/worker-messages.ts'
import type { SegmentMachines } from '../../../speaker/segment-machines.ts'
import type { Mac } from '../../../speaker/wire/mac.ts'

const state: LinkState = {
  name: 'eth0',
  index: 1,
  up: true,
  mac: '02:00:00:00:00:01' as Mac,
  addresses: [],
}

/** What asking without waiting takes, in milliseconds. */
const A_LOOK = 0.02

/** A world of one link; `turns` is what happens before each wait. */
function createWorld(given: { readonly frames?: number; readonly turns?: number }) {
  const log: string[] = []
  let turns = given.turns ?? 1
  let time = 0
  let frames = given.frames ?? 0
  const commands: WorkerCommand[] = [{ type: 'carryOut', plans: [{} as AnnouncementPlan] }]
  let changed: readonly LinkState[] | undefined = [state]
  const link: Link = {
    state,
    descriptors: [7],
    receive: () => (frames-- > 0 ? Uint8Array.of(frames) : undefined),
    send: (bytes) => {
      log.push(`sent ${bytes.length}`)
      return true
    },
    listen: ({ addresses }) => void log.push(`listen ${addresses.length}`),
    close: () => undefined,
  }
  const world: WireWorld = {
    now: () => time,
    wait: (timeout) => {
      log.push(`wait ${timeout}`)
      time += Math.max(timeout, A_LOOK)
      turns--
    },
    isReady: () => frames > 0,
    links: () => [link],
    changedLinks: () => {
      const now = changed
      changed = undefined
      return now
    },
    command: () => commands.shift(),
    forward: (effects) => void log.push(`forward ${effects.map(({ type }) => type).join(' ')}`),
    stopping: () => turns <= 0,
  }
  return { world, log }
}

interface Given {
  readonly deadlines?: readonly (number | undefined)[]
  /** Of the plans. */
  readonly effects?: readonly WireEffect[]
}

function createMachines(log: string[], given: Given) {
  const deadlines = [...(given.deadlines ?? [])]
  const send: WireEffect = { type: 'send', link: 'eth0', bytes: new Uint8Array(42) }
  const elsewhere: WireEffect = { type: 'send', link: 'eth9', bytes: new Uint8Array(43) }
  const group = parseAddress('ff02::1:ff00:1') as Address
  const machines: SegmentMachines = {
    carryOut: (plans) => {
      log.push(`plans ${plans.length}`)
      return [{ type: 'join', link: 'eth0', group }, ...(given.effects ?? [])]
    },
    handle: (event, now) => {
      log.push(`${event.type} ${now}`)
      if (event.type === 'deadline') deadlines.shift()
      return event.type === 'frame' ? [send, elsewhere] : []
    },
    get deadline() {
      return deadlines[0]
    },
    statuses: () => [],
    counters: () => [],
  }
  return machines
}

t.test('a turn: links, then plans, what they want, and a wait', (t) => {
  const { world, log } = createWorld({})
  runWireLoop(world, createMachines(log, {}))
  t.same(log, ['links 0', 'plans 1', 'forward join', `wait ${LONGEST_WAIT_MILLISECONDS}`])
  t.end()
})

t.test('frames come before a deadline that has passed', (t) => {
  const { world, log } = createWorld({ frames: 2 })
  runWireLoop(world, createMachines(log, { deadlines: [0, 99.5] }))
  t.same(log, [
    'frame 0',
    'sent 42',
    'frame 0',
    'sent 42',
    'links 0',
    'plans 1',
    'deadline 0',
    'forward join',
    'wait 0',
  ])
  t.end()
})

t.test('after a frame the next one is looked for without sleeping, for a while', (t) => {
  const { world, log } = createWorld({ frames: 1, turns: 5 })
  runWireLoop(world, createMachines(log, { deadlines: [99.5] }))
  t.same(
    log.filter((line) => line.startsWith('wait')),
    ['wait 0', 'wait 0', 'wait 0', 'wait 100', 'wait 500'],
  )
  t.end()
})

t.test('the wait is until the deadline, rounded up, and never long', (t) => {
  const { world, log } = createWorld({ turns: 3 })
  runWireLoop(world, createMachines(log, { deadlines: [0.25, 10_000] }))
  t.same(
    log.filter((line) => line.startsWith('wait')),
    ['wait 1', 'wait 500', 'wait 500'],
  )
  t.end()
})

t.test('a flood of frames does not keep commands waiting', (t) => {
  const { world, log } = createWorld({ frames: 1000 })
  runWireLoop(world, createMachines(log, {}))
  t.equal(log.filter((line) => line.startsWith('frame')).length, 64)
  t.ok(log.includes('plans 1'))
  t.end()
})

t.test('a link is told what to listen to', (t) => {
  const { world, log } = createWorld({})
  const addresses = [parseAddress('10.0.0.1') as Address]
  const listen = { type: 'listen', addresses, nodes: [] } as const
  const effects = [
    { ...listen, link: 'eth0' },
    { ...listen, link: 'gone' },
  ]
  runWireLoop(world, createMachines(log, { effects }))
  t.same(log.slice(0, 4), ['links 0', 'plans 1', 'listen 1', 'forward join'])
  t.end()
})
