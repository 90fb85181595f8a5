import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import type { Demoted } from '../../ownership/demotions.ts'
import type { WireMachineOptions } from '../../machine/events.ts'
import type { Heartbeat, WireStatus } from '../../status/heartbeat.ts'
import type { LanObservation } from '../../lan/lan-observation.ts'
import { reduceMemory } from '../linux/reduce-memory.ts'
import type {
  ForwardedEffect,
  StartRefusal,
  WorkerCommand,
  WorkerData,
  WorkerMessage,
} from './worker-messages.ts'
import type { NamedLink } from '../linux/link.ts'
import type { RememberedOwner } from '../../lan/settings.ts'

/** What the worker tells main. */
export interface WireThreadEvents {
  links(links: readonly NamedLink[]): void
  effects(effects: readonly ForwardedEffect[]): void
  /** What there is to be seen on the LAN, for each segment: on change, at most each 50 ms. */
  lan(views: readonly LanObservation[]): void
  /** About once a second, while the loop turns. */
  heartbeat(heartbeat: Heartbeat): void
  /** It has ended by itself: nothing is answered any more. */
  failed(error: Error): void
}

/** The worker thread, seen from main. */
export interface WireThread {
  /** Undefined once the sockets are open, or why they are not. */
  readonly started: Promise<StartRefusal | undefined>
  carryOut(plans: readonly AnnouncementPlan[]): void
  /** Until then, by `monotonicNow`, the machines lead. */
  grant(until: number): void
  /** Announces one address once more, for other speakers to hear. */
  announce(): void
  /** Nodes and places that are demoted from now on: all of them. */
  demote(demoted: Demoted): void
  /** What was written down before the last end; to be told before the first plans. */
  owners(owners: readonly RememberedOwner[]): void
  /** Rejects if the thread ends before it has answered. */
  status(): Promise<WireStatus>
  /** Ends the thread; it takes as long as handling one frame does. */
  stop(): Promise<void>
}

/**
 * What a frame leaves behind dies young and is swept in a fraction of a millisecond; V8's default of 48 would
 * cost 10 MB with a large plan, and longer pauses.
 */
const YOUNG_GENERATION_MEGABYTES = 4

const ONE = new Uint8Array(BigUint64Array.of(1n).buffer)

/** The options are those of every machine; without `interfaces`, all that can be used are. */
export function startWireThread(
  machineOptions: WireMachineOptions,
  events: WireThreadEvents,
): WireThread {
  reduceMemory()
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const workerData: WorkerData = { machineOptions, stop }
  const worker = new Worker(new URL('./wire-worker.js', import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MEGABYTES },
  })
  let wakeDescriptor: number | undefined
  const wake = () => {
    if (wakeDescriptor !== undefined) writeSync(wakeDescriptor, ONE)
  }
  const command = (one: WorkerCommand) => {
    worker.postMessage(one)
    wake()
  }
  const requestStop = () => {
    Atomics.store(stop, 0, 1)
    wake()
  }
  // Whatever ends the process, a worker that waits in poll() would keep it from ending.
  process.once('exit', requestStop)

  const questions = createQuestions()
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      wakeDescriptor = undefined
      process.off('exit', requestStop)
      questions.fail()
      resolve()
    })
  })
  const opened = (descriptor: number) => {
    wakeDescriptor = descriptor
    wake()
  }
  const started = listenTo(worker, { opened, status: questions.answer, ...events })
  return {
    started,
    carryOut: (plans) => command({ type: 'carryOut', plans }),
    grant: (until) => command({ type: 'grant', until }),
    announce: () => command({ type: 'announce' }),
    demote: (demoted) => command({ type: 'demoted', ...demoted }),
    owners: (owners) => command({ type: 'owners', owners }),
    status() {
      const answer = questions.ask()
      command({ type: 'status' })
      return answer
    },
    stop() {
      requestStop()
      return ended
    },
  }
}

interface WorkerEvents extends WireThreadEvents {
  /** The sockets are open, and it is woken by this eventfd. */
  opened(wake: number): void
  status(status: WireStatus): void
}

interface MessageHandlers extends WorkerEvents {
  refused(refusal: StartRefusal): void
}

/** Resolves when the worker has begun, or tells why it has not. */
function listenTo(worker: Worker, events: WorkerEvents): Promise<StartRefusal | undefined> {
  return new Promise((resolve) => {
    const opened = (wake: number) => {
      events.opened(wake)
      resolve(undefined)
    }
    const handlers = { ...events, opened, refused: resolve }
    worker.on('message', (message: WorkerMessage) => dispatch(message, handlers))
    worker.once('error', (error) => {
      events.failed(error)
      resolve({ reason: 'systemCall', name: 'worker', message: error.message })
    })
  })
}

interface Waiting {
  readonly answer: (status: WireStatus) => void
  readonly fail: (error: Error) => void
}

/** Those who wait for a status; each message answers the first of them. */
function createQuestions() {
  const waiting: Waiting[] = []
  let over = false
  const ended = () => new Error('the thread of the wire has ended')
  return {
    ask: () =>
      new Promise<WireStatus>((answer, fail) => {
        if (over) fail(ended())
        else waiting.push({ answer, fail })
      }),
    answer: (status: WireStatus) => waiting.shift()?.answer(status),
    fail() {
      over = true
      for (const { fail } of waiting.splice(0)) fail(ended())
    },
  }
}

function dispatch(message: WorkerMessage, handlers: MessageHandlers): void {
  switch (message.type) {
    case 'ready':
      return handlers.opened(message.wake)
    case 'refused':
      return handlers.refused(message.refusal)
    case 'links':
      return handlers.links(message.links)
    case 'effects':
      return handlers.effects(message.effects)
    case 'lan':
      return handlers.lan(message.views)
    case 'status':
      return handlers.status({ now: message.now, statuses: message.statuses })
    case 'heartbeat': {
      const { type, ...heartbeat } = message
      return handlers.heartbeat(heartbeat)
    }
  }
}
