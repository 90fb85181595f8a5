import { monotonicNow } from '../../../speaker/io/linux/clocks.ts'
import { startWireThread } from '../../../speaker/io/thread/wire-thread.ts'
import type { Heartbeat } from '../../../speaker/status/heartbeat.ts'

/*
 * A program for a network namespace: starts the thread without a plan, asks it for its status twice, waits
 * for a heartbeat, and writes down what it was told. At last it asks a thread that has ended.
 */

let beat: (heartbeat: Heartbeat) => void = () => undefined
const heartbeat = new Promise<Heartbeat>((resolve) => (beat = resolve))
const before = monotonicNow()
const thread = startWireThread(
  { interfaces: ['eth0'], echoIdentifier: 7 },
  {
    links: () => undefined,
    effects: () => undefined,
    lan: () => undefined,
    failed: (error) => {
      throw error
    },
    heartbeat: (one) => beat(one),
  },
)
thread.owners([])
const refusal = await thread.started
thread.grant(monotonicNow() + 1000)
const statuses = await Promise.all([thread.status(), thread.status()])
const heard = await heartbeat
const after = monotonicNow()
await thread.stop()
const late = await thread.status().catch((error: unknown) => String(error))
console.log(JSON.stringify({ before, refusal, statuses, heartbeat: heard, after, late }))
