import type { LinkState, WireEffect } from '../effect.ts'
import type { SegmentMachines } from '../segment-machines.ts'
import type { Link } from './link.ts'
import type { ForwardedEffect, WorkerCommand } from './worker-messages.ts'

/** Nothing waits longer than this, whatever goes wrong with waking it: a stuck worker cannot be ended. */
export const LONGEST_WAIT_MILLISECONDS = 500

/** Frames taken from one socket before the others, the commands and the deadlines have their turn. */
const FRAMES_PER_TURN = 64

/**
 * After a frame, the next one is looked for without sleeping for so long: being woken takes longer than the
 * answer itself, and questions come in groups. Costs at most this much of a core for each frame.
 */
const LINGER_MILLISECONDS = 0.05

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
  forward(effects: readonly ForwardedEffect[]): void
  stopping(): boolean
}

/**
 * The loop of the worker thread. Each turn: wait, hand over frames, commands and changes of links, then
 * the deadline if it has come. Frames come first, so that time never overtakes what is already here.
 */
export function runWireLoop(world: WireWorld, machines: SegmentMachines): void {
  const perform = createPerformer(world)
  let lingerUntil = -Infinity
  while (!world.stopping()) {
    if (handleFrames(world, machines, perform)) lingerUntil = world.now() + LINGER_MILLISECONDS
    handleChanges(world, machines, perform)
    const now = world.now()
    if (isDue(machines.deadline, now)) perform.all(machines.handle({ type: 'deadline' }, now))
    perform.flush()
    const time = world.now()
    world.wait(time < lingerUntil ? 0 : timeoutOf(machines.deadline, time))
  }
}

function isDue(deadline: number | undefined, now: number): boolean {
  return deadline !== undefined && deadline <= now
}

/** Rounded up: waking before the deadline would only mean waiting again. */
function timeoutOf(deadline: number | undefined, now: number): number {
  if (deadline === undefined) return LONGEST_WAIT_MILLISECONDS
  return Math.min(Math.max(Math.ceil(deadline - now), 0), LONGEST_WAIT_MILLISECONDS)
}

/** True if there were any. */
function handleFrames(world: WireWorld, machines: SegmentMachines, perform: Performer): boolean {
  let found = false
  for (const link of world.links())
    for (const descriptor of link.descriptors)
      if (world.isReady(descriptor)) {
        drain(world, machines, { link, descriptor, perform })
        found = true
      }
  return found
}

interface Source {
  readonly link: Link
  readonly descriptor: number
  readonly perform: Performer
}

function drain(world: WireWorld, machines: SegmentMachines, source: Source): void {
  const { link, descriptor, perform } = source
  for (let left = FRAMES_PER_TURN; left > 0; left--) {
    const bytes = link.receive(descriptor)
    if (bytes === undefined) return
    perform.all(machines.handle({ type: 'frame', link: link.state.name, bytes }, world.now()))
  }
}

function handleChanges(world: WireWorld, machines: SegmentMachines, perform: Performer): void {
  const links = world.changedLinks()
  if (links !== undefined) perform.all(machines.handle({ type: 'links', links }, world.now()))
  for (let command = world.command(); command !== undefined; command = world.command())
    perform.all(machines.carryOut(command.plans, world.now()))
}

interface Performer {
  all(effects: readonly WireEffect[]): void
  /** Forwards what has gathered: one message for a turn, however many effects it had. */
  flush(): void
}

function createPerformer(world: WireWorld): Performer {
  let gathered: ForwardedEffect[] = []
  const onLink = (name: string, work: (link: Link) => void) => {
    for (const link of world.links()) if (link.state.name === name) work(link)
  }
  return {
    all(effects) {
      for (const effect of effects)
        if (effect.type === 'send') onLink(effect.link, (link) => link.send(effect.bytes))
        else if (effect.type === 'listen') onLink(effect.link, (link) => link.listen(effect))
        else gathered.push(effect)
    },
    flush() {
      if (gathered.length === 0) return
      world.forward(gathered)
      gathered = []
    },
  }
}
