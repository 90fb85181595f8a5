import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { Test } from 'tap'
import { answerArp, answerEcho, cut, mend, silence, unplug } from '../../demo/faults.ts'
import type { Lan } from '../../demo/lan.ts'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import { createTraffic, trafficRefusal } from '../../demo/traffic.ts'
import type { SpeakerReport } from '../../speaker/reports/report.ts'
import { failoverPlanOf } from '../support/speaker/failover-plan.ts'
import { writePlans } from '../support/speaker/plan-sketch.ts'
import { seededRandom } from '../support/random.ts'
import type { RunningSpeaker } from '../support/speaker/speaker.ts'
import { announced, startSpeaker } from '../support/speaker/speaker.ts'
import { until } from '../support/until.ts'
import { startStopwatch } from '../support/stopwatch.ts'

const skip = lanRefusal() ?? false
const skipTraffic = skip === false ? (trafficRefusal() ?? false) : skip

const VIPS = ['10.9.0.100', 'fd00:9::100']
const DEFAULT_INTERVAL = 100
const SEED = Number(process.env['BELLWETHER_SEED'] ?? 20_261_125)

interface SetUp {
  readonly nodes: number
  /** The name of a node, or of a host that is none. */
  readonly speakerOn: string
  /** Milliseconds between two probes. */
  readonly interval?: number
  readonly client?: boolean
}

interface Scene {
  readonly lan: Lan
  readonly speaker: RunningSpeaker
  count(event: SpeakerReport['event']): number
}

/** Both addresses are on node-1, and may go to the others in their order. */
async function setUp(t: Test, options: SetUp, before?: (lan: Lan) => void): Promise<Scene> {
  const { speakerOn, interval = DEFAULT_INTERVAL, client = false } = options
  const nodes = Array.from({ length: options.nodes }, (_, at) => ({
    name: `node-${at + 1}`,
    addresses: [`10.9.0.${at + 1}`, `fd00:9::${at + 1}`],
  }))
  const others = ['speaker', 'client'].filter(
    (name) => name === speakerOn || (name === 'client' && client),
  )
  const accepts = ['10.9.0.100/32', 'fd00:9::100/128']
  const lan = createLan([
    ...nodes.map(({ name, addresses: [ipv4, ipv6] }) => ({
      name,
      addresses: [`${ipv4}/24`, `${ipv6}/64`],
      accepts,
    })),
    ...others.map((name, at) => ({
      name,
      addresses: [`10.9.0.${50 + at}/24`, `fd00:9::${50 + at}/64`],
    })),
  ])
  t.teardown(() => lan.close())
  before?.(lan)
  const file = join(t.testdir(), 'plan.json')
  const order = nodes.map((_, at) => at)
  const candidates = Object.fromEntries(VIPS.map((address) => [address, order]))
  const probe = { intervalMilliseconds: interval }
  writePlans(file, failoverPlanOf({ nodes, candidates, probe }))
  const speaker = startSpeaker(lan.host(speakerOn), ['--plan', file])
  for (const address of VIPS) await speaker.until(announced(address))
  await sleep(8 * interval)
  const count = (event: string) => speaker.reports().filter((one) => one.event === event).length
  return { lan, speaker, count }
}

function moves({ speaker }: Scene): readonly string[] {
  const texts = speaker
    .reports()
    .flatMap((one) =>
      one.event === 'AddressMoved' ? [`${one.address} ${one.from} ${one.to} ${one.reason}`] : [],
    )
  return [...new Set(texts)].sort()
}

const MOVED = VIPS.map((address) => `${address} node-1 node-2 ownerDown`)

for (const [name, fault] of [
  ['its port is cut silently', cut],
  ['its cable is pulled', unplug],
] as const)
  t.test(`the owner dies: ${name}`, { skip }, async (t) => {
    const scene = await setUp(t, { nodes: 2, speakerOn: 'speaker', interval: 20, client: true })
    fault(scene.lan, 'node-1')
    await until(() => moves(scene).length === 2, 'both addresses have moved')
    t.strictSame(moves(scene), MOVED)
  })

t.test(
  'a node that forwards but answers no ARP keeps its addresses',
  { skip: skipTraffic },
  async (t) => {
    const scene = await setUp(t, { nodes: 2, speakerOn: 'speaker', interval: 20, client: true })
    const { lan } = scene
    const traffic = createTraffic(t.testdir())
    await traffic.serve(lan.host('node-1'))
    const load = { addresses: VIPS, everyMicroseconds: 2_000 }
    const flow = await traffic.datagrams(lan.host('client'), load)
    answerArp(lan.host('node-1'), false)
    await sleep(2_000)
    t.equal((await flow.end()).lost, 0, 'it goes on serving')
    t.strictSame([scene.count('NodeDown'), scene.count('AddressMoved')], [0, 0])
  },
)

t.test('a node that answers no echo is probed by ARP', { skip }, async (t) => {
  const options = { nodes: 2, speakerOn: 'speaker', interval: 20, client: true }
  const scene = await setUp(t, options, (lan) => answerEcho(lan.host('node-1'), false))
  await until(() => scene.count('NodeAnswersNoEcho') === 2, 'it has noticed, for both families')
  await sleep(1_000)
  t.strictSame([scene.count('NodeDown'), scene.count('AddressMoved')], [0, 0])
  cut(scene.lan, 'node-1')
  await until(() => moves(scene).length === 2, 'it is missed nevertheless')
  t.strictSame(moves(scene), MOVED)
})

t.test('a node that stops answering echoes keeps its addresses', { skip }, async (t) => {
  const scene = await setUp(t, { nodes: 2, speakerOn: 'speaker', interval: 20, client: true })
  answerEcho(scene.lan.host('node-1'), false)
  await until(() => scene.count('NodeAnswersNoEcho') === 2, 'it has noticed, for both families')
  await sleep(1_000)
  t.strictSame([scene.count('NodeDown'), scene.count('AddressMoved')], [0, 0])
})

t.test('our own port is cut: nothing moves', { skip }, async (t) => {
  const scene = await setUp(t, { nodes: 3, speakerOn: 'speaker', interval: 20, client: true })
  cut(scene.lan, 'speaker')
  await until(() => scene.count('VerdictsHeld') > 0, 'it has noticed')
  await sleep(1_000)
  mend(scene.lan, 'speaker')
  await sleep(1_000)
  t.strictSame([scene.count('NodeDown'), scene.count('AddressMoved')], [0, 0])
  cut(scene.lan, 'node-1')
  await until(() => moves(scene).length === 2, 'from then on verdicts count again')
  t.strictSame(moves(scene), MOVED)
})

/** A silence that a busy machine made longer than this was another one than the test is about. */
const LONGEST_SILENCE = 110

t.test('80 ms of silence cost nothing at the default settings', { skip }, async (t) => {
  const scene = await setUp(t, { nodes: 2, speakerOn: 'speaker', client: true })
  const random = seededRandom(SEED)
  const harm = () => scene.count('NodeDown') + scene.count('AddressMoved')
  let [silences, runs, harmed] = [0, 0, 0]
  for (; silences < 20 && runs < 60; runs++) {
    const before = harm()
    const lasted = silence(scene.lan, 'node-1', 80)
    await sleep(400 + 100 * random())
    if (lasted > LONGEST_SILENCE) continue
    silences++
    harmed += harm() - before
  }
  t.comment(`${silences} silences, ${runs - silences} too long, seed ${SEED}`)
  t.equal(harmed, 0, `seed ${SEED}`)
  if (silences < 20)
    t.pass(`needs a quieter machine: ${silences} silences were short enough`, { skip: true })
})

t.test(
  'three nodes, the speaker on one: the death of the owner alone counts',
  { skip },
  async (t) => {
    const scene = await setUp(t, { nodes: 3, speakerOn: 'node-3', interval: 20 })
    cut(scene.lan, 'node-1')
    await until(() => moves(scene).length === 2, 'both addresses have moved')
    t.strictSame(moves(scene), MOVED)
  },
)

t.test(
  'two nodes: nobody else can vouch for the owner, so it takes longer',
  { skip },
  async (t) => {
    const interval = DEFAULT_INTERVAL
    const scene = await setUp(t, { nodes: 2, speakerOn: 'node-2', interval })
    const watch = startStopwatch()
    cut(scene.lan, 'node-1')
    await until(() => moves(scene).length === 2, 'both addresses have moved')
    const elapsed = watch.took()
    t.strictSame(moves(scene), MOVED)
    // speaker/probing/timing.ts: an interval, two time-outs of half an interval, confirmations a fifth of one apart.
    const misses = 3 * 5
    const worst = interval + interval + ((misses - 2) * interval) / 5
    t.ok(
      elapsed < watch.widened(worst + 150),
      `after ${elapsed} ms, by computation at most ${worst} ms`,
    )
  },
)
