import { setTimeout as sleep } from 'node:timers/promises'
import type { Checkout } from './checkout.ts'
import { DemoFailure, say } from './commands.ts'
import { cut } from './faults.ts'
import type { Keepalived } from './keepalived.ts'
import { keepalivedRefusal, startKeepalived } from './keepalived.ts'
import type { Lan } from './lan.ts'
import type { Answers } from './traffic.ts'
import { createTraffic, trafficRefusal } from './traffic.ts'

/** One owner that dies, under the traffic of one client. */
export interface Scene {
  readonly lan: Lan
  readonly checkout: Checkout
  readonly client: string
  readonly nodes: readonly string[]
  readonly address: string
  readonly owner: string
  /** Where keepalived has its backup. */
  readonly other: string
}

/** In no pool: an address for keepalived alone. */
const RIVAL_ADDRESS = '198.51.100.98'
const ADVERT_SECONDS = 0.1
const EVERY_MICROSECONDS = 2_000

/** keepalived has become the master by then. */
const SETTLED_MILLISECONDS = 1_500
const WATCHED_MILLISECONDS = 1_500

/** Cuts the owner off, without a word to anybody, and shows for how long nobody answered. */
export async function showFailOver(scene: Scene): Promise<void> {
  const { lan, address, owner } = scene
  say(
    `5. ${owner} is cut off while a client talks to ${address}: its port is dead, its link stays up`,
  )
  const refusal = trafficRefusal()
  if (refusal !== undefined) return say(`   Showing the gap ${refusal}.`)
  const missing = keepalivedRefusal()
  const rival = missing === undefined ? startRival(scene) : undefined
  const traffic = createTraffic(scene.checkout.folder)
  for (const name of scene.nodes) await traffic.serve(lan.host(name))
  await sleep(SETTLED_MILLISECONDS)

  const addresses = rival === undefined ? [address] : [address, RIVAL_ADDRESS]
  const everyMicroseconds = EVERY_MICROSECONDS / addresses.length
  const flow = await traffic.datagrams(lan.host(scene.client), { addresses, everyMicroseconds })
  console.log('')
  cut(lan, owner)
  await sleep(WATCHED_MILLISECONDS)
  const [ours, theirs] = (await flow.end()).addresses
  await rival?.stop()
  if (ours !== undefined) tell('bellwether', ours, owner)
  if (theirs !== undefined)
    tell(`keepalived, advertisements each ${ADVERT_SECONDS} s`, theirs, owner)
  if (missing !== undefined) console.log(`   keepalived beside it ${missing}`)
}

function startRival({ lan, checkout, owner, other }: Scene): Keepalived {
  return startKeepalived({
    hosts: [lan.host(owner), lan.host(other)],
    addresses: [RIVAL_ADDRESS],
    advertSeconds: ADVERT_SECONDS,
    folder: checkout.folder,
  })
}

function tell(who: string, { address, gap, name, lost, sent }: Answers, owner: string): void {
  if (name === owner) throw new DemoFailure(`${address}: nobody answers since ${owner} is cut off`)
  const what = `${gap.toFixed(0)} ms without an answer, then ${name} (${lost} of ${sent} datagrams lost)`
  console.log(`   client to ${address.padEnd(15)} ${what}: ${who}`)
}
