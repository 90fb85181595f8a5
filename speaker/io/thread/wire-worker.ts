import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { createSegmentMachines } from '../../machine/segments.ts'
import { createWireMachine } from '../../machine/wire-machine.ts'
import type { DayClock } from '../linux/clocks.ts'
import { createDayClock, monotonicNow } from '../linux/clocks.ts'
import { createFrameReceiver } from '../linux/frame-receiver.ts'
import { selectLinks } from '../linux/interfaces.ts'
import type { OpenLinks } from '../linux/links.ts'
import { createOpenLinks } from '../linux/links.ts'
import { drainNetlinkHints, dumpNetwork, openNetlinkHints } from '../linux/netlink.ts'
import { openPacketLink } from '../linux/packet-socket.ts'
import type { PollSet } from '../linux/poll-set.ts'
import { createPollSet } from '../linux/poll-set.ts'
import type { SystemCalls } from '../linux/system-calls.ts'
import { loadSystemCalls } from '../linux/system-calls.ts'
import type { WireWorld } from './wire-loop.ts'
import { runWireLoop } from './wire-loop.ts'
import type { StartRefusal, WorkerCommand, WorkerData, WorkerMessage } from './worker-messages.ts'
import type { LinkState } from '../../lan/link-state.ts'

/*
 * The entry of the worker thread. It owns the packet sockets and the wire machines; everything it does is
 * synchronous, and its event loop never turns.
 */

const { machineOptions, stop } = workerData as WorkerData
const { interfaces, echoIdentifier = 0 } = machineOptions

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}

/** Everything that is polled, and what of it changes when links come and go. */
interface Sockets {
  readonly calls: SystemCalls
  readonly clock: DayClock
  readonly wake: number
  readonly hints: number
  readonly links: OpenLinks
}

function main(): void {
  const opened = tryOpen()
  if ('reason' in opened) {
    post({ type: 'refused', refusal: opened })
    return
  }
  const machines = createSegmentMachines(() => createWireMachine(machineOptions))
  const world = createWorld(opened)
  post({ type: 'ready', wake: opened.wake })
  runWireLoop(world, machines)
}

function tryOpen(): Sockets | StartRefusal {
  try {
    return openSockets(loadSystemCalls())
  } catch (error) {
    return refusalOf(error as NodeJS.ErrnoException)
  }
}

function openSockets(calls: SystemCalls): Sockets | StartRefusal {
  const clock = createDayClock(calls.timeOfDay, monotonicNow)
  const receiver = createFrameReceiver(calls, clock)
  const sockets = { calls, receiver, echoIdentifier }
  const links = createOpenLinks((state) => openPacketLink(sockets, state))
  // Hints first: what changes while the links are read is read again.
  const hints = openNetlinkHints(calls)
  const { links: states, refused } = selectLinks(dumpNetwork(calls), interfaces)
  if (refused[0] !== undefined) return refused[0]
  links.update(states)
  return { calls, clock, wake: calls.eventfd(), hints, links }
}

function refusalOf(error: NodeJS.ErrnoException): StartRefusal {
  const { code, message, syscall = '' } = error
  if (code === 'MISSING_MODULE') return { reason: 'missingModule', message }
  if (code === 'EPERM' || code === 'EACCES') return { reason: 'notPermitted', name: syscall }
  return { reason: 'systemCall', name: syscall, message }
}

function createWorld(sockets: Sockets): WireWorld {
  const { calls, clock, wake, hints, links } = sockets
  const counter = new Uint8Array(8)
  let fresh: readonly LinkState[] | undefined = statesOf(links)
  let polled = pollAll(sockets)
  let mayHaveCommands = true
  announceLinks(fresh)

  const update = () => {
    if (!links.update(selectLinks(dumpNetwork(calls), interfaces).links)) return
    fresh = statesOf(links)
    polled = pollAll(sockets)
    announceLinks(fresh)
  }

  return {
    now: monotonicNow,
    links: () => links.all,
    isReady: (descriptor) => polled.isReady(descriptor),
    wait(timeoutMilliseconds) {
      polled.wait(timeoutMilliseconds)
      clock.keep(monotonicNow())
      if (polled.isReady(wake)) {
        calls.read(wake, counter, counter.length)
        mayHaveCommands = true
      }
      if (polled.isReady(hints)) {
        drainNetlinkHints(calls, hints)
        update()
      }
    },
    changedLinks() {
      const changed = fresh
      fresh = undefined
      return changed
    },
    command() {
      if (!mayHaveCommands || parentPort === null) return undefined
      const received = receiveMessageOnPort(parentPort) as { message: WorkerCommand } | undefined
      mayHaveCommands = received !== undefined
      return received?.message
    },
    post,
    stopping: () => Atomics.load(stop, 0) !== 0,
  }
}

function statesOf(links: OpenLinks): readonly LinkState[] {
  return links.all.map(({ state }) => state)
}

function pollAll({ calls, wake, hints, links }: Sockets): PollSet {
  const patient = links.all.flatMap((link) => link.patient)
  const sockets = links.all.flatMap(({ descriptors }) => descriptors)
  const urgent = sockets.filter((descriptor) => !patient.includes(descriptor))
  return createPollSet(calls, [wake, hints, ...urgent], patient)
}

function announceLinks(links: readonly LinkState[]): void {
  post({ type: 'links', links: links.map(({ name, index }) => ({ name, index })) })
}

main()
