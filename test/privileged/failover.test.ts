import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { Test } from 'tap'
import { cut, mend } from '../../demo/faults.ts'
import type { Host, Lan } from '../../demo/lan.ts'
import { createLan, lanRefusal, writeSysctls } from '../../demo/lan.ts'
import type { DatagramResult, Flow, Traffic } from '../../demo/traffic.ts'
import { createTraffic, trafficRefusal } from '../../demo/traffic.ts'
import { failoverPlanOf } from '../support/speaker/failover-plan.ts'
import { writePlans } from '../support/speaker/plan-sketch.ts'
import { seededRandom } from '../support/random.ts'
import type { RunningSpeaker } from '../support/speaker/speaker.ts'
import { announced, startSpeaker } from '../support/speaker/speaker.ts'
import { until } from '../support/until.ts'

/*
 * Nodes that own addresses die at random under the traffic of four kinds of clients, one after the other, and
 * come back. The speaker is started anew after each ten of them, because it trusts a node that dies again
 * and again less and less.
 */

const skip = lanRefusal() ?? trafficRefusal() ?? false

const ROUNDS = 10
const FAILOVERS = 10
/** Below the number that makes a node one that comes and goes (speaker/timing/damping.ts). */
const MOST_FALLS = 2
const INTERVAL = 20
const SEED = Number(process.env['BELLWETHER_SEED'] ?? 20_261_125)

const NODES = Array.from({ length: 8 }, (_, at) => ({
  name: `node-${at + 1}`,
  addresses: [`10.9.0.${at + 1}`, `fd00:9::${at + 1}`],
}))
const VIPS = NODES.flatMap((_, at) => [`10.9.0.${100 + at}`, `fd00:9::${100 + at}`])

/** What their kernels do with news that they have not asked for. */
const CLIENTS = {
  plain: {},
  strict: {
    'net/ipv4/conf/eth0/drop_gratuitous_arp': 1,
    'net/ipv6/conf/eth0/drop_unsolicited_na': 1,
  },
  eager: {
    'net/ipv4/conf/eth0/arp_accept': 1,
    'net/ipv6/conf/eth0/forwarding': 1,
    'net/ipv6/conf/eth0/accept_untracked_na': 1,
  },
  idle: {},
} as const
const BUSY = ['plain', 'strict', 'eager'] as const

function withPrefix(address: string, ipv4: number, ipv6: number): string {
  return `${address}/${address.includes(':') ? ipv6 : ipv4}`
}

function createNetwork(): Lan {
  const accepts = VIPS.map((address) => withPrefix(address, 32, 128))
  return createLan([
    ...NODES.map(({ name, addresses }) => ({
      name,
      addresses: addresses.map((address) => withPrefix(address, 24, 64)),
      accepts,
    })),
    { name: 'speaker', addresses: ['10.9.0.50/24', 'fd00:9::50/64'] },
    ...Object.keys(CLIENTS).map((name, at) => ({
      name,
      addresses: [`10.9.0.${60 + at}/24`, `fd00:9::${60 + at}/64`],
    })),
  ])
}

/** Each address may go to every node; the planned owner of the nth pair is the nth node. */
function plan() {
  const order = (first: number) => NODES.map((_, at) => (first + at) % NODES.length)
  const candidates = VIPS.map((address, at) => [address, order(at >> 1)] as const)
  return failoverPlanOf({
    nodes: NODES,
    candidates: Object.fromEntries(candidates),
    probe: { intervalMilliseconds: INTERVAL },
  })
}

/** Who owns which address, as the speaker says. */
function ownersNow(speaker: RunningSpeaker): ReadonlyMap<string, string> {
  const owners = new Map(VIPS.map((address, at) => [address, NODES[at >> 1]?.name ?? '']))
  for (const report of speaker.reports())
    if (report.event === 'AddressMoved') owners.set(report.address, report.to)
  return owners
}

/** The addresses for which the kernel of a client would use this MAC. */
function addressesAt(client: Host, mac: string): readonly string[] {
  return client
    .exec(['ip', 'neigh', 'show', 'dev', 'eth0'])
    .split('\n')
    .filter((line) => line.includes(` lladdr ${mac} `) && VIPS.includes(line.split(' ')[0] ?? ''))
}

/** A flow of datagrams from each client that is not idle; the idle one learns all the MACs and falls silent. */
async function startTraffic(lan: Lan, traffic: Traffic): Promise<readonly Flow<DatagramResult>[]> {
  for (const name of Object.keys(CLIENTS))
    lan.host(name).exec(['ip', 'neigh', 'flush', 'dev', 'eth0'])
  await askAll(lan, traffic, 'idle')
  return Promise.all(
    BUSY.map((name) =>
      traffic.datagrams(lan.host(name), { addresses: VIPS, everyMicroseconds: 1_000 }),
    ),
  )
}

/** Resolves when a client has had an answer from every address. */
async function askAll(lan: Lan, traffic: Traffic, name: string): Promise<DatagramResult> {
  const load = { addresses: VIPS, everyMicroseconds: 500 }
  return (await traffic.datagrams(lan.host(name), load)).end()
}

interface Round {
  readonly lan: Lan
  readonly traffic: Traffic
  readonly speaker: RunningSpeaker
  readonly random: () => number
  /** Milliseconds, for each fail-over: until the speaker had moved everything, and every client had followed. */
  readonly times: { readonly moved: number; readonly followed: number }[]
}

/** An owner that has not died too often in this round. */
function chooseVictim({ speaker, random }: Round, falls: ReadonlyMap<string, number>): string {
  const owners = [...new Set(ownersNow(speaker).values())].sort()
  const eligible = owners.filter((name) => (falls.get(name) ?? 0) < MOST_FALLS)
  return eligible[Math.floor(random() * eligible.length)] ?? ''
}

/** The owner dies, everything that it had moves, and it comes back. */
async function failOver(t: Test, round: Round, victim: string): Promise<void> {
  const { lan, speaker } = round
  const { mac } = lan.host(victim)
  const lost = [...ownersNow(speaker)].filter(([, owner]) => owner === victim)
  const before = speaker.reports().length
  await sleep(round.random() * INTERVAL)
  cut(lan, victim)
  const start = performance.now()
  const elsewhere = () => ![...ownersNow(speaker).values()].includes(victim)
  await until(elsewhere, `what ${victim} had has moved`)
  const moved = performance.now() - start
  for (const name of Object.keys(CLIENTS))
    await until(
      () => addressesAt(lan.host(name), mac).length === 0,
      `client ${name} has forgotten the MAC of ${victim}`,
    )
  round.times.push({ moved, followed: performance.now() - start })
  mend(lan, victim)
  await until(() => fallen(speaker, victim) === 0, `${victim} is back in both families`)
  const strays = movesSince(speaker, before).filter(
    (address) => !lost.some(([one]) => one === address),
  )
  t.strictSame(strays, [], `only the addresses of ${victim} have moved`)
}

/** In how many families a node is down. */
function fallen(speaker: RunningSpeaker, node: string): number {
  const of = (wanted: string) =>
    speaker.reports().filter((one) => one.event === wanted && 'node' in one && one.node === node)
  return of('NodeDown').length - of('NodeUp').length
}

function movesSince(speaker: RunningSpeaker, from: number): readonly string[] {
  return speaker
    .reports()
    .slice(from)
    .flatMap((report) => (report.event === 'AddressMoved' ? [report.address] : []))
}

/** In the end every client is answered by the owner of each address. */
function checkAnswers(t: Test, round: Round, results: ReadonlyMap<string, DatagramResult>): void {
  const owners = ownersNow(round.speaker)
  for (const [name, { addresses }] of results)
    t.strictSame(
      addresses.filter((answers) => answers.name !== owners.get(answers.address)),
      [],
      `${name} is answered by the owner of each address`,
    )
}

async function playRound(t: Test, round: Round): Promise<void> {
  const { lan, traffic } = round
  const flows = await startTraffic(lan, traffic)
  const plain = lan.host('plain')
  const pings = VIPS.slice(0, 2).map((address) => startPing(plain, address))
  const load = { connections: 3, everyMicroseconds: 5_000 }
  const streams = await Promise.all(
    VIPS.slice(0, 2).map((address) => traffic.connections(plain, { address, ...load })),
  )
  const falls = new Map<string, number>()
  for (let count = 0; count < FAILOVERS; count++) {
    const victim = chooseVictim(round, falls)
    falls.set(victim, (falls.get(victim) ?? 0) + 1)
    await failOver(t, round, victim)
  }
  await sleep(100)
  const results = new Map<string, DatagramResult>()
  for (const [at, flow] of flows.entries()) results.set(BUSY[at] ?? '', await flow.end())
  results.set('idle', await askAll(lan, traffic, 'idle'))
  checkAnswers(t, round, results)
  for (const ping of pings) t.ok((await ping()) >= 0.5, 'most pings were answered')
  for (const stream of streams) await stream.end()
  for (const address of VIPS.slice(0, 2)) {
    const again = await traffic.connections(plain, { address, ...load })
    await sleep(50)
    const { reset, stuck, bytes } = await again.end()
    t.ok(reset + stuck === 0 && bytes > 0, `new connections to ${address} work`)
  }
}

/** Pings until it is asked which part was answered. */
function startPing(client: Host, address: string): () => Promise<number> {
  const child = client.spawn(['ping', '-q', '-i', '0.05', address])
  let text = ''
  child.stdout?.on('data', (data) => (text += String(data)))
  return () =>
    new Promise((resolve) => {
      child.once('close', () => {
        const [, sent, received] = /(\d+) packets transmitted, (\d+) received/.exec(text) ?? []
        resolve(Number(received) / Number(sent))
      })
      child.kill('SIGINT')
    })
}

t.test('100 fail-overs under traffic', { skip, timeout: 280_000 }, async (t) => {
  t.comment(`seed ${SEED}: repeat with BELLWETHER_SEED=${SEED}`)
  const lan = createNetwork()
  t.teardown(() => lan.close())
  for (const [name, values] of Object.entries(CLIENTS))
    for (const [path, value] of Object.entries(values)) trySysctl(lan.host(name), path, value)
  const folder = t.testdir()
  const traffic = createTraffic(folder)
  for (const { name } of NODES) await traffic.serve(lan.host(name))
  const file = join(folder, 'plan.json')
  writePlans(file, plan())
  const random = seededRandom(SEED)
  const times: Round['times'] = []
  for (let count = 0; count < ROUNDS; count++) {
    const speaker = startSpeaker(lan.host('speaker'), ['--plan', file])
    for (const address of VIPS) await speaker.until(announced(address))
    await sleep(10 * INTERVAL)
    const title = `round ${count + 1} of seed ${SEED}`
    await t.test(title, (t) => playRound(t, { lan, traffic, speaker, random, times }))
    speaker.kill('SIGTERM')
    await speaker.ended
  }
  const worst = (values: readonly number[]) => Math.max(...values).toFixed(0)
  const moved = worst(times.map((time) => time.moved))
  const followed = worst(times.map((time) => time.followed))
  t.comment(`moved within ${moved} ms, followed by every client within ${followed} ms`)
  t.equal(times.length, ROUNDS * FAILOVERS)
})

/** Older kernels have not all of them. */
function trySysctl({ namespace }: Host, path: string, value: number): void {
  try {
    writeSysctls(namespace, { [path]: value })
  } catch {
    t.comment(`this kernel has no ${path}`)
  }
}
