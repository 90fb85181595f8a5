import t from 'tap'
import type { Address } from '../../../../api/address.ts'
import { parseAddress } from '../../../../api/address.ts'
import type { AnnouncementPlan } from '../../../../api/objects.ts'
import type { Heartbeat } from '../../../../speaker/status/heartbeat.ts'
import type { Link } from '../../../../speaker/io/linux/link.ts'
import type { WireWorld } from '../../../../speaker/io/thread/wire-loop.ts'
import {
  FRAMES_PER_TURN,
  LONGEST_WAIT_MILLISECONDS,
  runWireLoop,
} from '../../../../speaker/io/thread/wire-loop.ts'
import type { WorkerCommand, WorkerMessage } from '../../../../speaker/io/thread/worker-messages.ts'
import type { SegmentMachines } from '../../../../speaker/machine/segments.ts'
import type { Mac } from '../../../../speaker/wire/mac.ts'
import type { LinkState } from '../../../../speaker/lan/link-state.ts'
import type { WireEffect } from '../../../../speaker/lan/effect.ts'

const state: LinkState = {
  name: 'eth0',
  index: 1,
  up: true,
  mac: '02:00:00:00:00:01' as Mac,
  addresses: [],
}

/** What asking without waiting takes, in milliseconds. */
const A_LOOK = 0.02

function describe(message: WorkerMessage): string {
  if (message.type === 'effects')
    return `forward ${message.effects.map(({ type }) => type).join(' ')}`
  return message.type
}

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
    patient: [],
    receive: () =>
      frames-- > 0 ? { bytes: Uint8Array.of(frames), receivedAt: undefined } : undefined,
    send: (bytes) => {
      log.push(`sent ${bytes.length}`)
      return true
    },
    listen: ({ addresses }) => {
      log.push(`listen ${addresses.length}`)
      return true
    },
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
    post: (message) => void log.push(describe(message)),
    stopping: () => turns <= 0,
  }
  return { world, log }
}

interface Given {
  readonly deadlines?: readonly (number | undefined)[]
  /** Of the plans. */
  readonly effects?: readonly WireEffect[]
  /** When what is seen of the LAN changes. */
  readonly lanChanges?: number[]
}

function createMachines(log: string[], given: Given, now: () => number = () => 0) {
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
    get isLanChanged() {
      return (given.lanChanges?.[0] ?? Infinity) <= now()
    },
    lanObservations: () => {
      given.lanChanges?.shift()
      return []
    },
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
  const { world, log } = createWorld({ frames: 2, turns: 2 })
  runWireLoop(world, createMachines(log, { deadlines: [0, 99.5] }))
  t.same(log, [
    'frame 0',
    'sent 42',
    'frame 0',
    'sent 42',
    'links 0',
    'plans 1',
    'forward join',
    'wait 0',
    `deadline ${A_LOOK}`,
    'wait 0',
  ])
  t.end()
})

t.test('after a frame the next one is looked for without sleeping, for a while', (t) => {
  const { world, log } = createWorld({ frames: 1, turns: 6 })
  runWireLoop(world, createMachines(log, { deadlines: [99.5] }))
  t.same(
    log.filter((line) => line.startsWith('wait')),
    ['wait 0', 'wait 0', 'wait 0', 'wait 100', 'wait 0', 'wait 500'],
    'the last look is that of the deadline',
  )
  t.end()
})

t.test('the wait is until the deadline, rounded up, and never long', (t) => {
  const { world, log } = createWorld({ turns: 4 })
  runWireLoop(world, createMachines(log, { deadlines: [0.25, 10_000] }))
  t.same(
    log.filter((line) => line.startsWith('wait')),
    ['wait 1', 'wait 0', 'wait 500', 'wait 500'],
    'once a deadline has come, it waits for a look alone',
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

interface Waiting {
  /** When the kernel got it. */
  readonly at: number
  readonly socket?: number
}

/**
 * Frames arrive in their time, and each wait takes `late` longer than was asked for. Frames and deadlines are
 * handed over in no time at all.
 */
function createTimedWorld(given: {
  frames: readonly Waiting[]
  late?: readonly number[]
  turns: number
}) {
  let time = 0
  let turns = given.turns
  const late = [...(given.late ?? [])]
  const queue = [...given.frames]
  const seen = new Set<number>()
  const next = (socket: number) =>
    queue.findIndex((one) => (one.socket ?? 7) === socket && one.at <= time)
  const link: Link = {
    state,
    descriptors: [7, 8],
    patient: [],
    receive: (descriptor) => {
      const [frame] = next(descriptor) < 0 ? [] : queue.splice(next(descriptor), 1)
      return frame && { bytes: new Uint8Array(), receivedAt: frame.at }
    },
    send: () => true,
    listen: () => true,
    close: () => undefined,
  }
  const world: WireWorld = {
    now: () => time,
    wait: (timeout) => {
      time += Math.max(timeout, A_LOOK) + (late.shift() ?? 0)
      turns--
      seen.clear()
      for (const socket of link.descriptors) if (next(socket) >= 0) seen.add(socket)
    },
    isReady: (descriptor) => seen.has(descriptor),
    links: () => [link],
    changedLinks: () => undefined,
    command: () => undefined,
    post: () => undefined,
    stopping: () => turns <= 0,
  }
  return world
}

/** A machine with one deadline that stays; what it is told, at which time. */
function createListener(deadline: number) {
  const log: string[] = []
  const machines: SegmentMachines = {
    ...createMachines([], {}),
    deadline,
    handle: (event, now) => {
      if (event.type === 'frame') log.push(`frame of ${event.receivedAt} at ${Math.round(now)}`)
      if (event.type === 'deadline')
        log.push(`${event.drained === true ? 'drained' : 'not drained'} at ${Math.round(now)}`)
      return []
    },
  }
  return { machines, log }
}

t.test('a loop that is late hands over what has come in time before the deadline', (t) => {
  const { machines, log } = createListener(100)
  runWireLoop(createTimedWorld({ frames: [{ at: 99 }], late: [60], turns: 3 }), machines)
  t.same(log, ['frame of 99 at 160', 'drained at 160'])
  t.end()
})

t.test('nothing was looked at since the deadline came: it has to wait for a look', (t) => {
  const { machines, log } = createListener(100)
  runWireLoop(createTimedWorld({ frames: [{ at: 130 }], late: [0, 60], turns: 3 }), machines)
  t.same(log, ['frame of 130 at 160', 'not drained at 160'], 'the look was before the delay')
  t.end()
})

t.test('a queue that still holds frames of before the deadline is not drained', (t) => {
  const early = Array.from({ length: FRAMES_PER_TURN + 1 }, () => ({ at: 50 }))
  const { machines, log } = createListener(100)
  runWireLoop(createTimedWorld({ frames: early, late: [60], turns: 3 }), machines)
  t.same(
    log.filter((line) => line.includes('drained')),
    ['drained at 160'],
    'the rest was read in the turn after the late one',
  )
  const busy = createListener(100)
  const flood = [...early, ...early].map(({ at }) => ({ at, socket: 8 }))
  runWireLoop(createTimedWorld({ frames: flood, late: [60], turns: 4 }), busy.machines)
  t.same(
    busy.log.filter((line) => line.includes('drained')),
    ['not drained at 160', 'drained at 160'],
  )
  t.end()
})

t.test('a flood of new frames says itself how far the queue was read', (t) => {
  const flood = Array.from({ length: 1000 }, (_, at) => ({ at: 100 + at / 100 }))
  const { machines, log } = createListener(99)
  runWireLoop(createTimedWorld({ frames: flood, late: [7.5], turns: 4 }), machines)
  t.same(
    log.filter((line) => line.includes('drained')),
    ['not drained at 107', 'drained at 107'],
    'at first what was read is older than 5 ms',
  )
  t.end()
})

t.test('a heartbeat a second, also when nothing happens', (t) => {
  const { world, log } = createWorld({ turns: 6 })
  const beats: Heartbeat[] = []
  const post = (message: WorkerMessage) => {
    if (message.type === 'heartbeat') beats.push(message)
    else world.post(message)
  }
  const effects: readonly WireEffect[] = [
    { type: 'send', link: 'eth0', bytes: new Uint8Array(1) },
    { type: 'send', link: 'gone', bytes: new Uint8Array(1) },
  ]
  runWireLoop({ ...world, post }, createMachines(log, { effects }))
  t.same(
    beats.map(({ now, sent, sendFailures, linksUp }) => ({ now, sent, sendFailures, linksUp })),
    [1000, 2000].map((now) => ({ now, sent: 1, sendFailures: 1, linksUp: ['eth0'] })),
  )
  t.end()
})

t.test('commands: grants and owners go to the machines, a status is answered', (t) => {
  const { world, log } = createWorld({})
  const commands: WorkerCommand[] = [
    { type: 'owners', owners: [] },
    { type: 'grant', until: 4000 },
    { type: 'status' },
  ]
  runWireLoop({ ...world, command: () => commands.shift() }, createMachines(log, {}))
  t.same(log, ['links 0', 'owners 0', 'grant 0', 'status', `wait ${LONGEST_WAIT_MILLISECONDS}`])
  t.end()
})

t.test(
  'a view of the LAN is told when it changes, the last one as well, but not too often',
  (t) => {
    const { world, log } = createWorld({ turns: 3 })
    const lanChanges = [0, 0]
    runWireLoop(
      world,
      createMachines(log, { lanChanges }, () => world.now()),
    )
    t.same(log.slice(3), ['lan', 'wait 50', 'lan', 'wait 500', 'wait 500'])
    t.end()
  },
)
