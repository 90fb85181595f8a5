import { setTimeout as sleep } from 'node:timers/promises'
import { gapOf, serviceAddresses } from '../answers.ts'
import { until, type Cluster } from '../cluster.ts'
import type { TakeBack } from '../faults.ts'
import { apply } from '../install.ts'
import { POOL } from '../layout.ts'
import { leaderNode, ownersOf } from '../roles.ts'
import { isReady, type SchedulableNode } from '../kubelet/scheduling.ts'
import { addressPool, steadyService } from '../workload.ts'

/*
 * Faults before one's eyes: what happens, what must hold all the same, and for how long a client was not answered.
 */

/** Where scenes are played. */
export interface Stage {
  readonly cluster: Cluster
  /** The addresses that are watched. */
  readonly addresses: readonly string[]
  readonly say: (line: string) => void
  /** What lasts minutes lasts seconds. */
  readonly isQuick: boolean
  /** How many times the bounds may be reached: 1, or more on a machine that does other things at the same time. */
  readonly patience: number
}

export type Manner = Omit<Stage, 'cluster' | 'addresses'>

export interface Verdict {
  readonly figure: string
  readonly holds: boolean
}

export interface Scene {
  /** As it is named on the command line. */
  readonly name: string
  readonly fault: string
  readonly mustHold: string
  /** Why it cannot be played; undefined if it can. */
  refusal?(stage: Stage): string | undefined
  play(stage: Stage): Promise<Verdict>
}

const EVERY_MILLISECONDS = 5
const BEFORE_MILLISECONDS = 300
const SETTLING_MILLISECONDS = 1_500

/** Services enough that every node carries some addresses. */
const SERVICES = 3

/** Addresses that go home by themselves, so that each scene finds owners on every node. */
export async function prepareStage(cluster: Cluster, manner: Manner): Promise<Stage> {
  const names = Array.from({ length: SERVICES }, (_, index) => `steady-${index + 1}`)
  apply(cluster, [
    addressPool('lan', POOL, { failback: 'immediate' }),
    ...names.flatMap((name) => steadyService(name, ['IPv4', 'IPv6'])),
  ])
  const addresses: string[] = []
  for (const name of names) {
    await until(`addresses of ${name}`, async () => {
      return (await serviceAddresses(cluster, `default/${name}`)).length === 2
    })
    addresses.push(...(await serviceAddresses(cluster, `default/${name}`)))
  }
  const stage = { cluster, addresses, ...manner }
  await allAnswered(stage)
  return stage
}

/** What a client saw while something happened. */
export interface Seen {
  /** The longest time without an answer, of all addresses. */
  readonly gap: number
  readonly lost: number
  readonly sent: number
  /** Addresses whose owner is another one than before. */
  readonly moved: readonly string[]
  /** Addresses that nobody answers at the end. */
  readonly silent: readonly string[]
}

/** What happens. Who waits in it for something says before what is to be taken back, in case it never comes. */
type Act = (broken: (takeBack: TakeBack) => void) => Promise<TakeBack | void> | TakeBack | void

/**
 * Lets `act` happen under traffic from the first client, watches on for a while, and takes it back. Tells of each
 * address.
 */
export async function watch(stage: Stage, milliseconds: number, act: Act): Promise<Seen> {
  const { cluster, addresses } = stage
  const before = ownersOf(cluster, addresses)
  const { result, after } = await takingBack(async (broken) => {
    const options = { addresses, everyMilliseconds: EVERY_MILLISECONDS }
    const result = await gapOf(cluster, options, async () => {
      await sleep(BEFORE_MILLISECONDS)
      const takeBack = await act(broken)
      if (takeBack !== undefined) broken(takeBack)
      await sleep(milliseconds)
    })
    return { result, after: ownersOf(cluster, addresses) }
  })
  for (const { address, gap, lost, sent } of result.addresses) {
    const [from, to] = [before.get(address), after.get(address)]
    const owner = from === to ? `${to}, as before` : `${from} -> ${to ?? 'NOT ANSWERED'}`
    const figure = `${gap.toFixed(0).padStart(6)} ms`
    stage.say(
      `   ${address.padEnd(16)} ${figure} without an answer (${lost} of ${sent} lost)  ${owner}`,
    )
  }
  return {
    gap: Math.max(...result.addresses.map(({ gap }) => gap)),
    lost: result.lost,
    sent: result.sent,
    moved: addresses.filter((address) => before.get(address) !== after.get(address)),
    silent: addresses.filter((address) => after.get(address) === undefined),
  }
}

/** Whatever becomes of it, what was broken is taken back: the next scene begins with a whole cluster. */
export async function takingBack<Result>(
  work: (broken: (takeBack: TakeBack) => void) => Promise<Result>,
): Promise<Result> {
  const broken: TakeBack[] = []
  try {
    return await work((takeBack) => broken.push(takeBack))
  } finally {
    for (const takeBack of broken) takeBack()
  }
}

/** A fail-over: everything is answered again, and nothing was silent for longer than so many milliseconds. */
export function backWithin({ patience }: Stage, { gap, silent }: Seen, limit: number): Verdict {
  return { figure: milliseconds(gap), holds: silent.length === 0 && gap <= limit * patience }
}

/** Nothing was lost, beyond what a busy machine loses of 200 datagrams a second. */
export function nothingLost({ patience }: Stage, seen: Seen): Verdict {
  const { lost, sent, gap, silent } = seen
  const isLost = lost > 2 * patience || gap >= 200 * patience
  return { figure: `${lost} of ${sent} lost`, holds: silent.length === 0 && !isLost }
}

export function isControlPlaneOnNode({ cluster }: Stage): boolean {
  return cluster.controlPlaneHost.name.startsWith('node-')
}

export function milliseconds(value: number): string {
  return value < 10_000 ? `${value.toFixed(0)} ms` : `${(value / 1_000).toFixed(1)} s`
}

export async function allAnswered({ cluster, addresses }: Stage): Promise<void> {
  await until('all nodes Ready', async () => {
    const { items } = await cluster.api.call<{ items: SchedulableNode[] }>('GET', '/api/v1/nodes')
    return items.every(isReady)
  })
  let known = ''
  await until('all addresses answered, and none on its way home', async () => {
    const owners = [...ownersOf(cluster, addresses).values()]
    const settled = owners.join() === known && owners.every((owner) => owner !== undefined)
    known = owners.join()
    if (!settled) await sleep(SETTLING_MILLISECONDS)
    return settled
  })
}

/** An owner that is neither the leader's node nor that of the control plane: once addresses have gone home. */
export async function ownerApart({ cluster, addresses }: Stage): Promise<string> {
  const host = cluster.controlPlaneHost.name
  let owner: string | undefined
  await until('an owner that does nothing else', async () => {
    const leader = await leaderNode(cluster)
    const owners = [...ownersOf(cluster, addresses).values()]
    owner = owners.find((name) => name !== undefined && name !== leader && name !== host)
    return owner !== undefined
  })
  return owner ?? ''
}

export async function leaderOf({ cluster }: Stage): Promise<string> {
  let leader: string | undefined
  await until('a leader', async () => {
    leader = await leaderNode(cluster)
    return leader !== undefined
  })
  return leader ?? ''
}

/** Resolves when another node's speaker leads. */
export async function otherLeads({ cluster }: Stage, former: string): Promise<void> {
  await until(`another leader than ${former}`, async () => {
    const leader = await leaderNode(cluster)
    return leader !== undefined && leader !== former
  })
}
