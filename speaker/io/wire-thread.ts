import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { AnnouncementPlan } from '../../reconciler/api.ts'
import type { WireMachineOptions } from '../effect.ts'
import type {
  ForwardedEffect,
  NamedLink,
  StartRefusal,
  WorkerCommand,
  WorkerData,
  WorkerMessage,
} from './worker-messages.ts'

/** What the worker tells main. */
export interface WireThreadEvents {
  links(links: readonly NamedLink[]): void
  effects(effects: readonly ForwardedEffect[]): void
  /** It has ended by itself: nothing is answered any more. */
  failed(error: Error): void
}

/** The worker thread, seen from main. */
export interface WireThread {
  /** Undefined once the sockets are open, or why they are not. */
  readonly started: Promise<StartRefusal | undefined>
  carryOut(plans: readonly AnnouncementPlan[]): void
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
  const requestStop = () => {
    Atomics.store(stop, 0, 1)
    wake()
  }
  // Whatever ends the process, a worker that waits in poll() would keep it from ending.
  process.once('exit', requestStop)

  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      wakeDescriptor = undefined
      process.off('exit', requestStop)
      resolve()
    })
  })
  const started = new Promise<StartRefusal | undefined>((resolve) => {
    const handlers: MessageHandlers = {
      ready: (descriptor) => {
        wakeDescriptor = descriptor
        wake()
        resolve(undefined)
      },
      refused: resolve,
      ...events,
    }
    worker.on('message', (message: WorkerMessage) => dispatch(message, handlers))
    worker.once('error', (error) => {
      events.failed(error)
      resolve({ reason: 'systemCall', name: 'worker', message: error.message })
    })
  })
  return {
    started,
    carryOut(plans) {
      worker.postMessage({ type: 'carryOut', plans } satisfies WorkerCommand)
      wake()
    },
    stop() {
      requestStop()
      return ended
    },
  }
}

interface MessageHandlers extends WireThreadEvents {
  ready(wake: number): void
  refused(refusal: StartRefusal): void
}

function dispatch(message: WorkerMessage, handlers: MessageHandlers): void {
  if (message.type === 'ready') handlers.ready(message.wake)
  else if (message.type === 'refused') handlers.refused(message.refusal)
  else if (message.type === 'links') handlers.links(message.links)
  else handlers.effects(message.effects)
}
