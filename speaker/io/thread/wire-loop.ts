import type { SegmentMachines } from '../../machine/segments.ts'
import type { Link } from '../linux/link.ts'
import type { WirePerformer } from './wire-performer.ts'
import { createWirePerformer } from './wire-performer.ts'
import type { WorkerCommand, WorkerMessage } from './worker-messages.ts'
import type { LinkState } from '../../lan/link-state.ts'

/** Nothing waits longer than this, whatever goes wrong with waking it: a stuck worker cannot be ended. */
export const LONGEST_WAIT_MILLISECONDS = 500

/** Frames taken from one socket before the others, the commands and the deadlines have their turn. */
export const FRAMES_PER_TURN = 64

/**
 * After a frame, the next one is looked for without sleeping for so long: being woken takes longer than the
 * answer itself, and questions come in groups. Costs at most this much of a core for each frame.
 */
const LINGER_MILLISECONDS = 0.05

/** How old a look at the sockets may be where it says that nobody has answered. */
const FRESH_MILLISECONDS = 5

const HEARTBEAT_MILLISECONDS = 1000

/** Between two views of the LAN; what has changed meanwhile is in the next one. */
export const LAN_INTERVAL_MILLISECONDS = 50

/** What the loop needs of the world: sockets in the worker, lists in a test. */
export interface WireWorld {
  /** Monotonic milliseconds. */
  now(): number
  /** Waits until something is ready, at most so long. */
  wait(timeoutMilliseconds: number): void
  isReady(descriptor: number): boolean
  /** The links that are open. */
  links(): readonly Link[]
  /** All links, if anything about them has changed since the last call. */
  changedLinks(): readonly LinkState[] | undefined
  /** The next command, if there is one. */
  command(): WorkerCommand | undefined
  post(message: WorkerMessage): void
  stopping(): boolean
}

/** What a turn of the loop works with, and what it leaves to the next one. */
interface Loop {
  readonly world: WireWorld
  readonly machines: SegmentMachines
  readonly performer: WirePerformer
  /** When the wait before this turn began: what had come by then is seen in this turn. */
  lookedAt: number
  /** All frames that the kernel got before have been handed over. */
  heardUntil: number
  lingerUntil: number
  beatAt: number
  /** No view of the LAN is told before. */
  lanAt: number
}

/**
 * The loop of the worker thread. Each turn: wait, hand over frames, commands and changes of links, then
 * the deadline if it had come before the wait. So time never overtakes what is already here.
 */
export function runWireLoop(world: WireWorld, machines: SegmentMachines): void {
  const performer = createWirePerformer(
    () => world.links(),
    () => world.now(),
  )
  const never = { lookedAt: -Infinity, heardUntil: -Infinity, lingerUntil: -Infinity }
  const beatAt = world.now() + HEARTBEAT_MILLISECONDS
  const loop: Loop = { world, machines, performer, ...never, beatAt, lanAt: -Infinity }
  while (!world.stopping()) {
    if (handleFrames(loop)) loop.lingerUntil = world.now() + LINGER_MILLISECONDS
    handleChanges(loop)
    handleDeadline(loop)
    const effects = performer.take()
    if (effects.length > 0) world.post({ type: 'effects', effects })
    const now = world.now()
    if (now >= loop.beatAt) beat(loop, now)
    tellLan(loop, now)
    loop.lookedAt = now
    world.wait(now < loop.lingerUntil ? 0 : timeoutOf(nextDue(loop), now))
  }
}

function tellLan(loop: Loop, now: number): void {
  const { world, machines } = loop
  if (now < loop.lanAt || !machines.isLanChanged) return
  world.post({ type: 'lan', views: machines.lanObservations() })
  loop.lanAt = now + LAN_INTERVAL_MILLISECONDS
}

/** The last view is told too, if nothing else happens. */
function nextDue({ machines, lanAt }: Loop): number | undefined {
  const { deadline } = machines
  return machines.isLanChanged ? Math.min(lanAt, deadline ?? lanAt) : deadline
}

/** Rounded up: waking before the deadline would only mean waiting again. */
function timeoutOf(deadline: number | undefined, now: number): number {
  if (deadline === undefined) return LONGEST_WAIT_MILLISECONDS
  return Math.min(Math.max(Math.ceil(deadline - now), 0), LONGEST_WAIT_MILLISECONDS)
}

/** True if any of them had to be answered: more questions may follow. What nodes answer comes when it is asked. */
function handleFrames(loop: Loop): boolean {
  const { world } = loop
  let answered = false
  loop.heardUntil = loop.lookedAt
  for (const link of world.links())
    for (const descriptor of link.descriptors)
      if (world.isReady(descriptor) && drain(loop, link, descriptor)) answered = true
  return answered
}

/** True if anything had to be done about any of the frames. */
function drain(loop: Loop, link: Link, descriptor: number): boolean {
  const { world, machines, performer } = loop
  let acted = false
  let receivedAt = -Infinity
  for (let left = FRAMES_PER_TURN; left > 0; left--) {
    const frame = link.receive(descriptor)
    if (frame === undefined) return acted
    const now = world.now()
    receivedAt = Math.min(frame.receivedAt ?? now, now)
    const { name } = link.state
    const event = { type: 'frame', link: name, bytes: frame.bytes, receivedAt } as const
    const effects = machines.handle(event, now)
    if (effects.length > 0) acted = true
    performer.perform(effects, now)
  }
  // A queue keeps its order: what waits in it still came after the last one.
  loop.heardUntil = Math.min(loop.heardUntil, receivedAt)
  return acted
}

function handleChanges({ world, machines, performer }: Loop): void {
  const links = world.changedLinks()
  if (links !== undefined) {
    const now = world.now()
    performer.perform(machines.handle({ type: 'links', links }, now), now)
  }
  for (let command = world.command(); command !== undefined; command = world.command())
    handleCommand({ world, machines, performer }, command)
}

function handleCommand(
  { world, machines, performer }: Pick<Loop, 'world' | 'machines' | 'performer'>,
  command: WorkerCommand,
): void {
  const now = world.now()
  switch (command.type) {
    case 'carryOut':
      return performer.perform(machines.carryOut(command.plans, now), now)
    case 'grant':
      performer.grant(command.until)
      return performer.perform(machines.handle(command, now), now)
    case 'announce':
    case 'owners':
    case 'demoted':
      return performer.perform(machines.handle(command, now), now)
    case 'status':
      return world.post({ type: 'status', now, statuses: machines.statuses(now) })
  }
}

/**
 * Only if the sockets were looked at after it had come. `drained` also wants that look to be fresh: other
 * time-outs may have come since, if this thread was kept from running.
 */
function handleDeadline({ world, machines, performer, lookedAt, heardUntil }: Loop): void {
  const { deadline } = machines
  if (deadline === undefined || deadline > lookedAt) return
  const now = world.now()
  const drained = heardUntil >= deadline && now - heardUntil <= FRESH_MILLISECONDS
  performer.perform(machines.handle({ type: 'deadline', drained }, now), now)
}

function beat(loop: Loop, now: number): void {
  const { world, machines, performer } = loop
  const linksUp = world.links().flatMap(({ state }) => (state.up ? [state.name] : []))
  const { sent, sendFailures } = performer
  const counters = machines.counters()
  world.post({ type: 'heartbeat', now, counters, sent, sendFailures, linksUp })
  loop.beatAt = now + HEARTBEAT_MILLISECONDS
}
