import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Host, Lan } from '../demo/lan.ts'
import { createLan } from '../demo/lan.ts'
import type { AnnouncementPlan } from '../api/objects.ts'
import { failoverPlanOf } from '../test/support/speaker/failover-plan.ts'
import { writePlans } from '../test/support/speaker/plan-sketch.ts'
import type { RunningSpeaker } from '../test/support/speaker/speaker.ts'
import { announced, startSpeaker } from '../test/support/speaker/speaker.ts'
import type { QuestionFamily, Sample } from './generator.ts'
import { askFrom, compile } from './generator.ts'
import type { Figure } from './harness.ts'
import { median } from './harness.ts'

/*
 * A speaker with ten addresses and one with 4,000 addresses on 1,000 nodes beside each other, and a kernel that
 * has as many addresses of its own. All nodes of both speakers are played by bench/crowd.c.
 */

const NODES = 1_000
const CANDIDATES = 3
const PROBING_SECONDS = 20
const REPLY_RUNS = 7

const KERNEL = { ipv4: '10.9.50', ipv6: 'fd00:9::4', each: 2_000 }
const SMALL = { ipv4: '10.9.200', ipv6: 'fd00:9::3', each: 5 }
const LARGE = { ipv4: '10.9.100', ipv6: 'fd00:9::2', each: 2_000 }

const GOALS = { small: 80, large: 112, times: 3.5, frames: 20_000, share: 0.15 } as const

interface Block {
  readonly ipv4: string
  readonly ipv6: string
  /** Addresses of each family. */
  readonly each: number
}

/** IPv4 and IPv6 in turn. */
function addressesOf({ ipv4, ipv6, each }: Block): readonly string[] {
  const [a, b, third = ''] = ipv4.split('.')
  return Array.from({ length: each }, (_, at) => [
    `${a}.${b}.${Number(third) + (at >> 8)}.${at & 0xff}`,
    `${ipv6}:${at.toString(16)}`,
  ]).flat()
}

function planFor(block: Block): AnnouncementPlan {
  const nodes = Array.from({ length: NODES }, (_, at) => ({
    name: `node-${String(at).padStart(4, '0')}`,
    addresses: [`10.9.${16 + (at >> 8)}.${at & 0xff}`, `fd00:9::1:${at.toString(16)}`],
  }))
  const candidatesOf = (at: number) =>
    Array.from({ length: CANDIDATES }, (_, rank) => (at + rank) % NODES)
  const candidates = addressesOf(block).map((address, at) => [address, candidatesOf(at)])
  return failoverPlanOf({ nodes, candidates: Object.fromEntries(candidates) })
}

async function startCrowd(lan: Lan, folder: string): Promise<void> {
  const program = compile('crowd', folder)
  const crowd = lan.host('crowd').spawn([program, 'eth0', String(NODES)])
  if (crowd.stdout !== null) await once(crowd.stdout, 'data')
}

async function start(host: Host, block: Block, folder: string): Promise<RunningSpeaker> {
  const plan = planFor(block)
  const file = `${folder}/${host.name}.json`
  // Ten addresses are a small cluster: only the nodes that are candidates of any.
  const used = new Set(plan.spec.announcements.flatMap(({ candidates }) => candidates))
  const nodes = plan.spec.nodes.slice(0, Math.max(...used) + 1)
  writePlans(file, { ...plan, spec: { ...plan.spec, nodes } })
  const speaker = startSpeaker(host, ['--plan', file])
  for (const { address } of plan.spec.announcements) await speaker.until(announced(address))
  return speaker
}

function withPrefix(address: string): string {
  return address.includes(':') ? `${address}/64` : `${address}/16`
}

/** The most memory it ever had, in megabytes. */
function peakMemory({ pid }: RunningSpeaker): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024
}

/** Processor seconds of the process, at the usual 100 ticks a second (proc(5)). */
function processorSeconds({ pid }: RunningSpeaker): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function framesSent(host: Host): number {
  return Number(host.exec(['cat', '/sys/class/net/eth0/statistics/tx_packets']))
}

async function probingFigure(host: Host, speaker: RunningSpeaker): Promise<Figure> {
  const [frames, seconds, start] = [framesSent(host), processorSeconds(speaker), performance.now()]
  await sleep(PROBING_SECONDS * 1_000)
  const elapsed = (performance.now() - start) / 1_000
  const rate = (framesSent(host) - frames) / elapsed
  const share = (processorSeconds(speaker) - seconds) / elapsed
  const wrong = speaker.reports().filter(({ event }) => event === 'NodeDown').length
  return {
    measure: `${NODES} nodes of both families carry addresses: frames a second, share of a core`,
    yardstick: '',
    result: `${rate.toFixed(0)}, ${(share * 100).toFixed(0)}%; false verdicts: ${wrong}`,
    goal: `≤ ${GOALS.frames}, ≤ ${GOALS.share * 100}%, 0`,
    met: rate <= GOALS.frames && share <= GOALS.share && wrong === 0,
  }
}

interface Responder {
  readonly mac: string
  readonly targets: Readonly<Record<QuestionFamily, string>>
}

/** What each of them takes for a reply, in turn. */
function replies(lan: Lan, program: string, family: QuestionFamily): readonly Sample[][] {
  const responder = (name: string, { ipv4, ipv6 }: Block): Responder => ({
    mac: lan.host(name).mac,
    targets: { arp: `${ipv4}.1`, nd: `${ipv6}:1` },
  })
  const responders = [
    responder('kernel', KERNEL),
    responder('small', SMALL),
    responder('large', LARGE),
  ]
  const samples = responders.map((): Sample[] => [])
  for (let run = 0; run < REPLY_RUNS; run++)
    for (const [at, { mac, targets }] of responders.entries())
      samples[at]?.push(
        askFrom(lan.host('client'), program, {
          ...{ family, responder: mac, target: targets[family] },
          ...{ outstanding: 1, seconds: 1 },
        }),
      )
  return samples
}

function replyFigure(
  name: string,
  [kernel = [], small = [], large = []]: readonly Sample[][],
): Figure {
  const text = (samples: readonly Sample[]) =>
    [median(samples.map(({ p50 }) => p50)), median(samples.map(({ p99 }) => p99))]
      .map((value) => value.toFixed(0))
      .join(' / ')
  const pairs = large.map(({ p50 }, run) => p50 / (kernel[run]?.p50 ?? NaN))
  return {
    measure: `${name} with ${2 * LARGE.each} addresses and ${NODES} nodes, all probed: p50 / p99`,
    yardstick: `kernel with as many: ${text(kernel)} µs; ${2 * SMALL.each} addresses: ${text(small)} µs`,
    result: `${text(large)} µs; p50 ${median(pairs).toFixed(1)} times the kernel's`,
    goal: `p50 ≤ ${GOALS.times} times`,
    met: median(pairs) <= GOALS.times,
  }
}

function memoryFigure(what: string, speaker: RunningSpeaker, goal: number): Figure {
  const megabytes = peakMemory(speaker)
  return {
    measure: `memory (peak), ${what}`,
    yardstick: '',
    result: `${megabytes.toFixed(0)} MB`,
    goal: `≤ ${goal} MB`,
    met: megabytes <= goal,
  }
}

export async function scaleFigures(folder: string): Promise<readonly Figure[]> {
  const lan = createLan([
    { name: 'kernel', addresses: addressesOf(KERNEL).map(withPrefix) },
    { name: 'small', addresses: ['10.9.0.2/16', 'fd00:9::2/64'] },
    { name: 'large', addresses: ['10.9.0.3/16', 'fd00:9::3/64'] },
    { name: 'crowd', addresses: [] },
    { name: 'client', addresses: [] },
  ])
  try {
    await startCrowd(lan, folder)
    const generator = compile('generator', folder)
    const small = await start(lan.host('small'), SMALL, folder)
    const large = await start(lan.host('large'), LARGE, folder)
    // The bursts of announcements are over.
    await sleep(10_000)
    const probing = await probingFigure(lan.host('large'), large)
    const answers = [
      replyFigure('ARP', replies(lan, generator, 'arp')),
      replyFigure('NS', replies(lan, generator, 'nd')),
    ]
    return [
      memoryFigure(`${2 * SMALL.each} addresses`, small, GOALS.small),
      memoryFigure(`${2 * LARGE.each} addresses, ${NODES} nodes`, large, GOALS.large),
      ...answers,
      probing,
    ]
  } finally {
    lan.close()
  }
}
