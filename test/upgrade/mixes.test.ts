import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { parseAllDocuments } from 'yaml'
import type { Answers, DatagramResult } from '../../demo/traffic.ts'
import { crd, type CrdSchema } from '../support/cluster/crds.ts'
import { eventually } from '../support/cluster/live-cluster.ts'
import { root } from '../support/root.ts'
import { listenToClaims, successive, type Claim, type Claims } from './claims.ts'
import {
  addressesIn,
  PLANS,
  SERVICES,
  watchOver,
  type Kept,
  type Plan,
  type Service,
} from './kept.ts'
import { mixName, PARTS, walk, type Mix, type Part } from './mixes.ts'
import { releaseBeforeRefusal } from './release-before.ts'
import { createService, FIRST_SERVICES, LOCAL_NODE } from './services.ts'
import { createTeam, type Team } from './team.ts'
import {
  createUpgradeLan,
  EVERY_MILLISECONDS,
  KERNEL_ADDRESS,
  upgradeLanRefusal,
  type UpgradeLan,
} from './upgrade-lan.ts'

/*
 * The gate of every change: the release before runs together with the present one in every mix of reconciler, leader,
 * standby and CRD, there and back, on a real API server. No address is lost, none has two owners, and each new Service
 * has its addresses or is told why not.
 */

const skip = upgradeLanRefusal() ?? releaseBeforeRefusal() ?? false
const POOLS = readFileSync(join(root, 'test/upgrade/pools.yaml'), 'utf8')

/** Silence of an address in milliseconds: when nothing but the rest is exchanged, and when the leader is. */
const LONGEST_SILENCE = { anyOther: 500, leader: 1_500 }
const PATIENCE_SECONDS = 60

t.test('the pools of this test have every field of the CRD', async (t) => {
  const [version] = crd('addresspools').spec.versions
  const spec = version?.schema.openAPIV3Schema.properties?.['spec'] ?? {}
  const pools = parseAllDocuments(POOLS).map((document) => document.toJS() as { spec: unknown })
  const missing = fieldsOf(spec).filter(
    (path) => !pools.some((pool) => valuesAt(pool.spec, path).length > 0),
  )
  t.strictSame(
    missing.map((path) => path.join('.')),
    [],
  )
})

/** The paths of all fields; what a list holds is under `[]`. */
function fieldsOf({ properties = {}, items }: CrdSchema): readonly (readonly string[])[] {
  const own = Object.entries(properties).flatMap(([name, schema]) => [
    [name],
    ...fieldsOf(schema).map((path) => [name, ...path]),
  ])
  return items === undefined ? own : fieldsOf(items).map((path) => ['[]', ...path])
}

function valuesAt(value: unknown, [first, ...rest]: readonly string[]): readonly unknown[] {
  if (first === undefined) return [value]
  if (first === '[]') return (value as unknown[]).flatMap((item) => valuesAt(item, rest))
  const field = (value as Record<string, unknown>)[first]
  return field === undefined ? [] : valuesAt(field, rest)
}

t.test('the walk', async (t) => {
  t.equal(walk().length, 2 * (2 ** PARTS.length - 1))
})

/** What is looked at in every mix. */
interface Stage {
  readonly world: UpgradeLan
  readonly team: Team
  readonly kept: Kept
  readonly claims: Claims
  /** Services that were told why they have no address yet. */
  readonly waiting: Set<string>
}

t.test('every mix of the two releases', { skip, timeout: 600_000 }, async (t) => {
  const world = await createUpgradeLan()
  t.teardown(() => world.close())
  const claims = await listenToClaims(world.lan)
  t.teardown(() => claims.end())
  try {
    await play(t, world, claims)
  } catch (error) {
    t.fail(error as Error)
  }
  if (!t.passing()) tellLogs(t, world)
})

async function play(t: Test, world: UpgradeLan, claims: Claims): Promise<void> {
  const { controlPlane, server, lan } = world
  const team = await createTeam(world, () => {
    // What an older CRD does not know is pruned, not refused.
    controlPlane.kubectl(['apply', '--validate=ignore', '-f', '-'], POOLS)
  })
  const stage = { world, team, claims, kept: watchOver(server), waiting: new Set<string>() }
  for (const [name, wishes] of Object.entries(FIRST_SERVICES)) {
    await createService(server, name, wishes)
    await holdAddresses(stage, name)
  }
  await carriedOut(stage)
  await walkThrough(t, stage)
  const [address = ''] = addressesIn(await server.get<Service>(`${SERVICES}/local`))
  const { mac } = lan.host(LOCAL_NODE)
  t.strictSame(ownersOf(claims.heard(), address), [mac], 'the node with the endpoint has it')
  await team.end()
}

async function walkThrough(t: Test, stage: Stage): Promise<void> {
  const { world, team, kept, claims, waiting } = stage
  const seen = new Set([mixName(team.mix())])
  for (const [index, part] of walk().entries()) {
    const begin = performance.now()
    const asked = kept.addresses()
    const before = { from: claims.heard().length, handOvers: team.handOvers(), asked }
    const flow = await world.ask([KERNEL_ADDRESS, ...asked])
    await team.change(part)
    const name = `step-${String(index + 1).padStart(2, '0')}`
    await createService(world.server, name)
    for (const one of [name, ...waiting]) await holdAddresses(stage, one)
    await carriedOut(stage)
    const result = await flow.end()
    seen.add(mixName(team.mix()))
    await t.test(`${name}, ${part} changed: ${mixName(team.mix())}`, async (t) => {
      judgeSilence(t, result, part)
      judgeClaims(t, stage, before)
      t.strictSame(kept.losses(), [], 'nothing that was written has lost an address')
      t.comment(`took ${Math.round(performance.now() - begin)} ms`)
    })
  }
  // Begins when each address has been answered.
  await (await world.ask(kept.addresses())).end()
  t.equal(seen.size, 2 ** PARTS.length, 'every mix has been')
  t.strictSame([...waiting], [], 'every Service has its addresses')
}

/** A Service has its addresses; or it is told why not, where the CRD is older than who needs it. */
async function holdAddresses({ world, team, kept, waiting }: Stage, name: string): Promise<void> {
  const service = await eventually(
    () => world.server.get<Service>(`${SERVICES}/${name}`),
    (one) => addressesIn(one).length > 0 || (isPruned(team.mix()) && isTold(one)),
    PATIENCE_SECONDS,
  )
  const addresses = addressesIn(service)
  if (addresses.length === 0) return void waiting.add(name)
  waiting.delete(name)
  kept.hold(name, addresses)
}

function isPruned({ crd, reconciler }: Mix): boolean {
  return crd === 'before' && reconciler === 'present'
}

function isTold({ status }: Service): boolean {
  const found = status?.conditions?.find(({ type }) => type === 'bellwether.dev/Assigned')
  return found?.status === 'False' && found.reason !== '' && found.message !== ''
}

/** The plan that is stored holds everything, and the leader's status says that it announces all of it. */
async function carriedOut({ world, team, kept }: Stage): Promise<void> {
  await eventually(
    () => world.server.get<Plan>(`${PLANS}/default`),
    ({ metadata, spec, status }) => {
      const planned = new Set(spec.announcements.map(({ address }) => address))
      return (
        kept.addresses().every((address) => planned.has(address)) &&
        status?.holder === team.holder() &&
        status.observedGeneration === metadata.generation &&
        status.announced === planned.size
      )
    },
    PATIENCE_SECONDS,
  )
}

/** Every address was answered all the time, but for a fail-over, and for what the machine itself was late. */
function judgeSilence(t: Test, { addresses }: DatagramResult, part: Part): void {
  const bound = part === 'leader' ? LONGEST_SILENCE.leader : LONGEST_SILENCE.anyOther
  const silenceOf = ({ gap, lost }: Answers) => Math.max(gap, lost * EVERY_MILLISECONDS)
  const [kernel, ...ours] = addresses.map((one) => ({ ...one, silence: silenceOf(one) }))
  const noise = kernel?.silence ?? 0
  const silent = ours.filter(({ silence }) => silence > bound + 2 * noise)
  t.strictSame(silent, [], `none of ${ours.length} addresses was silent for ${bound} ms`)
  const longest = Math.max(...ours.map(({ silence }) => silence))
  t.comment(`silent for ${longest.toFixed(0)} ms at most; the kernel: ${noise.toFixed(0)} ms`)
}

interface Before {
  /** The first claim that counts. */
  readonly from: number
  readonly handOvers: number
  /** The addresses that a client asks for during the change. */
  readonly asked: readonly string[]
}

/** Each address has the owner that it always had, and one speaker says so: after a hand-over the former is silent. */
function judgeClaims(t: Test, { claims, team }: Stage, { from, handOvers, asked }: Before): void {
  const ours = new Set(asked)
  const heard = claims.heard().filter(({ address }) => ours.has(address))
  const owners = asked.map((address) => [address, ...ownersOf(heard, address)])
  t.strictSame(
    owners.filter(({ length }) => length !== 2),
    [],
    'each address has one owner, always the same',
  )
  const late = claims.heard().slice(from)
  const speakers = successive(late.flatMap((one) => (ours.has(one.address) ? [one.from] : [])))
  const changes = team.handOvers() - handOvers
  t.equal(speakers.length, changes + 1, `one speaker answers at a time: ${speakers.join(', ')}`)
}

function ownersOf(claims: readonly Claim[], address: string): readonly string[] {
  return successive(claims.filter((one) => one.address === address).map(({ mac }) => mac))
}

/** What the programs said last. */
function tellLogs(t: Test, { folder }: UpgradeLan): void {
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.log'))) {
    const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n')
    t.comment(`${name}:\n${lines.slice(-15).join('\n')}`)
  }
}
