import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cut, mend } from '../demo/faults.ts'
import { keepalivedRefusal, startKeepalived } from '../demo/keepalived.ts'
import type { Host, Lan } from '../demo/lan.ts'
import { createLan, lanRefusal } from '../demo/lan.ts'
import type { DatagramResult, Traffic } from '../demo/traffic.ts'
import { createTraffic, trafficRefusal } from '../demo/traffic.ts'
import type { PlanPool } from '../api/objects.ts'
import { failoverPlanOf } from '../test/support/speaker/failover-plan.ts'
import { writePlans } from '../test/support/speaker/plan-sketch.ts'
import type { RunningSpeaker } from '../test/support/speaker/speaker.ts'
import { announced, startSpeaker } from '../test/support/speaker/speaker.ts'

/** The addresses whose owner dies, by who moves them. */
export const PAIR = {
  speaker: ['10.9.0.200', 'fd00:9::200'],
  keepalived: ['10.9.0.201', 'fd00:9::201'],
} as const

/** 500 of IPv4: as many neighbours as the kernel of one client keeps without a change of its settings. */
export const MANY = Array.from({ length: 500 }, (_, at) => `10.9.${8 + (at >> 8)}.${at & 0xff}`)

const WORKERS = ['worker-1', 'worker-2', 'worker-3'] as const
const MASTERS = ['master', 'backup'] as const
const SPEAKER_HOST = 'worker-3'

/** How long a node is probed before it dies: enough answers for its response times to be known. */
const WARM_UP_MILLISECONDS = 1_500

/** keepalived sends its second burst of announcements five seconds after it became the master. */
const KEEPALIVED_SETTLES_MILLISECONDS = 6_000

export interface FailoverLan {
  readonly lan: Lan
  readonly traffic: Traffic
  readonly client: Host
  readonly planFile: string
  readonly folder: string
  close(): void
}

export function refusal(): string | undefined {
  return lanRefusal() ?? trafficRefusal() ?? keepalivedRefusal()
}

export async function createFailoverLan(): Promise<FailoverLan> {
  const accepts = [...PAIR.speaker, ...MANY].map((address) =>
    address.includes(':') ? `${address}/128` : `${address}/32`,
  )
  const own = (at: number) => [`10.9.0.${at + 1}/16`, `fd00:9::${at + 1}/64`]
  const lan = createLan([
    ...WORKERS.map((name, at) => ({ name, addresses: own(at), accepts })),
    ...MASTERS.map((name, at) => ({ name, addresses: own(at + 10) })),
    { name: 'client', addresses: own(20) },
  ])
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-failover-'))
  const close = () => {
    lan.close()
    rmSync(folder, { recursive: true })
  }
  try {
    const traffic = createTraffic(folder)
    for (const name of [...WORKERS, ...MASTERS]) await traffic.serve(lan.host(name))
    const planFile = join(folder, 'plan.json')
    return { lan, traffic, client: lan.host('client'), planFile, folder, close }
  } catch (error) {
    close()
    throw error
  }
}

export interface SpeakerSetUp {
  readonly addresses: readonly string[]
  readonly probe?: Partial<PlanPool['probe']>
}

/** All addresses on the first worker, then on the second; the speaker on the third. */
export function writePlan(wire: FailoverLan, setUp: SpeakerSetUp, order = [0, 1]): void {
  const nodes = WORKERS.map((name, at) => ({
    name,
    addresses: [`10.9.0.${at + 1}`, `fd00:9::${at + 1}`],
  }))
  const candidates = Object.fromEntries(setUp.addresses.map((address) => [address, order]))
  writePlans(wire.planFile, failoverPlanOf({ nodes, candidates, probe: setUp.probe ?? {} }))
}

/** A speaker that has announced everything and knows its nodes. */
export async function settledSpeaker(
  wire: FailoverLan,
  setUp: SpeakerSetUp,
): Promise<RunningSpeaker> {
  writePlan(wire, setUp)
  const speaker = startSpeaker(wire.lan.host(SPEAKER_HOST), ['--plan', wire.planFile])
  for (const address of setUp.addresses) await speaker.until(announced(address))
  await sleep(WARM_UP_MILLISECONDS)
  return speaker
}

/** A cut under traffic; `phase` in [0, 1) is where in its rhythm it catches who watches the victim. */
export interface Cut {
  readonly victim: string
  readonly addresses: readonly string[]
  readonly everyMicroseconds: number
  readonly phase: number
  /** How long the traffic goes on after the cut. */
  readonly watchMilliseconds: number
}

export async function cutUnderTraffic(wire: FailoverLan, run: Cut): Promise<DatagramResult> {
  const { addresses, everyMicroseconds } = run
  forgetNeighbors(wire.client)
  const flow = await wire.traffic.datagrams(wire.client, { addresses, everyMicroseconds })
  await sleep(300 + 100 * run.phase)
  cut(wire.lan, run.victim)
  await sleep(run.watchMilliseconds)
  const result = await flow.end()
  mend(wire.lan, run.victim)
  return result
}

/** Each run begins alike: the client asks for the address. */
export function forgetNeighbors(client: Host): void {
  client.exec(['ip', 'neigh', 'flush', 'dev', 'eth0'])
}

export interface Repeated extends SpeakerSetUp {
  readonly everyMicroseconds: number
  readonly watchMilliseconds: number
  readonly random: () => number
}

/**
 * The owner dies under a speaker that has just been started: it holds nothing against a node that dies again
 * and again.
 */
export async function speakerCut(wire: FailoverLan, setUp: Repeated): Promise<DatagramResult> {
  const speaker = await settledSpeaker(wire, setUp)
  const result = await cutUnderTraffic(wire, {
    ...setUp,
    victim: WORKERS[0],
    phase: setUp.random(),
  })
  speaker.kill('SIGTERM')
  await speaker.ended
  return result
}

/** keepalived's master dies and comes back, again and again; one result for each time. */
export async function keepalivedCuts(
  wire: FailoverLan,
  advertSeconds: number,
): Promise<{
  cut(run: Omit<Repeated, 'addresses'>): Promise<DatagramResult>
  stop(): Promise<void>
}> {
  const keepalived = startKeepalived({
    hosts: MASTERS.map((name) => wire.lan.host(name)),
    addresses: PAIR.keepalived,
    advertSeconds,
    folder: wire.folder,
  })
  await sleep(KEEPALIVED_SETTLES_MILLISECONDS)
  return {
    async cut(run) {
      const victim = MASTERS[0]
      const cuts = { ...run, victim, addresses: PAIR.keepalived, phase: run.random() }
      return cutUnderTraffic(wire, cuts)
    },
    stop: () => keepalived.stop(),
  }
}
