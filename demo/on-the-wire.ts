import type { ChildProcess } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { AnnouncementPlan } from '../api/objects.ts'
import type { Checkout } from './checkout.ts'
import { DemoFailure, plan, PROGRAM, say } from './commands.ts'
import { showFailOver } from './fail-over.ts'
import type { Host, Lan } from './lan.ts'
import { createLan, lanRefusal } from './lan.ts'

/** The nodes of fixtures/quickstart/state.yaml, and one host that is no part of the cluster. */
const NODES = [1, 2, 3].map((n) => ({
  name: `worker-${n}`,
  addresses: [`198.51.100.${10 + n}/24`, `2001:db8:1::${10 + n}/64`],
}))
const CLIENT = { name: 'client', addresses: ['198.51.100.100/24', '2001:db8:1::100/64'] }
const SPEAKER_NODE = 'worker-3'
const PORT = '5353'
const PATIENCE_MILLISECONDS = 10_000

interface Announced {
  readonly address: string
  readonly owner: string
}

/** Why this machine cannot show it, in one line; undefined if it can. */
export function wireRefusal(): string | undefined {
  const refusal = lanRefusal()
  if (refusal !== undefined) return refusal
  const require = createRequire(import.meta.url)
  try {
    require.resolve('koffi')
    return undefined
  } catch {
    return 'needs the package koffi: run "npm ci" without --omit=optional'
  }
}

/** Lets a client reach addresses of the plan on a LAN of network namespaces, then changes the pool. */
export async function showOnTheWire(
  checkout: Checkout,
  state: string,
  file: string,
): Promise<void> {
  say('2. The plan on a wire: three nodes and a client, each in a network namespace, on one bridge')
  const before = announced(file)
  const lan = createLan([
    ...NODES.map((node) => ({ ...node, accepts: before.map(({ address }) => host(address)) })),
    CLIENT,
  ])
  try {
    for (const { name } of NODES) serve(lan.host(name), before)
    const speaker = startSpeaker(lan, file)
    for (const entry of before) report(lan, entry, await reach(lan, entry))
    await changePools(lan, checkout, state, file)
    await cutOwner(lan, checkout, file)
    speaker.kill('SIGTERM')
  } finally {
    lan.close()
  }
}

async function changePools(
  lan: Lan,
  checkout: Checkout,
  state: string,
  file: string,
): Promise<void> {
  const [{ owner } = { owner: '' }] = announced(file)
  say(`3. A commit takes ${owner} out of the pools`)
  const commit = excludeNode(checkout, owner)
  console.log(`\n$ git show ${commit}\n\n${checkout.lastChange()}`)
  plan(checkout, state, file)
  say('4. The speaker has seen the new plan, and tells the network')
  for (const entry of announced(file)) report(lan, entry, await reach(lan, entry))
}

/** The first owner that is not the speaker's own node, which it would not outlive. */
async function cutOwner(lan: Lan, checkout: Checkout, file: string): Promise<void> {
  const entry = announced(file).find(({ owner }) => owner !== SPEAKER_NODE)
  if (entry === undefined) throw new DemoFailure(`everything is on ${SPEAKER_NODE}`)
  const nodes = NODES.map(({ name }) => name)
  const other = nodes.find((name) => name !== entry.owner && name !== SPEAKER_NODE) ?? ''
  await showFailOver({ ...entry, lan, checkout, client: CLIENT.name, nodes, other })
}

function host(address: string): string {
  return `${address}/${address.includes(':') ? 128 : 32}`
}

/** Addresses with a planned owner. */
function announced(file: string): Announced[] {
  const plans = readPlans(JSON.parse(readFileSync(file, 'utf8')) as AnnouncementPlan)
  return plans.flatMap(({ spec }) =>
    spec.announcements.flatMap(({ address, candidates: [first] }) => {
      const owner = first === undefined ? undefined : spec.nodes[first]?.name
      return owner === undefined ? [] : [{ address, owner }]
    }),
  )
}

function readPlans(document: AnnouncementPlan | { items: AnnouncementPlan[] }): AnnouncementPlan[] {
  return 'items' in document ? document.items : [document]
}

function serve(node: Host, entries: readonly Announced[]): void {
  const script = fileURLToPath(new URL('./echo-server.js', import.meta.url))
  const addresses = entries.map(({ address }) => address)
  node.spawn([process.execPath, script, node.name, PORT, ...addresses])
}

function startSpeaker(lan: Lan, file: string): ChildProcess {
  const args = ['speaker', '--plan', file, '--interface', 'eth0', '--log-format', 'text']
  console.log(`\n${SPEAKER_NODE}$ bellwether speaker --plan plan.json --interface eth0\n`)
  const speaker = lan.host(SPEAKER_NODE).spawn([process.execPath, PROGRAM, ...args])
  for (const stream of [speaker.stdout, speaker.stderr]) if (stream !== null) echoLines(stream)
  return speaker
}

/** What the speaker says, as it says it. */
function echoLines(stream: Readable): void {
  createInterface(stream).on('line', (line) => console.log(`   speaker: ${line}`))
}

/** Asks the address until the planned owner answers, as a client whose neighbour entry must follow. */
async function reach(lan: Lan, { address, owner }: Announced): Promise<string> {
  const script = fileURLToPath(new URL('./ask.js', import.meta.url))
  const deadline = performance.now() + PATIENCE_MILLISECONDS
  let answer = ''
  while (answer !== owner && performance.now() < deadline) {
    const asking = lan.host('client').spawn([process.execPath, script, address, PORT, '1000'])
    answer = await output(asking)
  }
  if (answer !== owner)
    throw new DemoFailure(`${address} was answered by "${answer}", not ${owner}`)
  return neighbour(lan.host('client'), address)
}

function output(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    child.stdout?.on('data', (data: Buffer) => (text += data.toString()))
    child.on('close', () => resolve(text))
  })
}

/** The MAC that the client's kernel has learned. */
function neighbour(client: Host, address: string): string {
  return /lladdr (\S+)/.exec(client.exec(['ip', 'neigh', 'show', address]))?.[1] ?? 'none'
}

function report(lan: Lan, { address, owner }: Announced, mac: string): void {
  const right = lan.host(owner).mac === mac ? '' : `, which is not the MAC of ${owner}`
  console.log(`   client reaches ${address.padEnd(18)} on ${owner}, at ${mac}${right}`)
}

/** What a person would type into every pool file that says nothing about nodes yet. */
function excludeNode(checkout: Checkout, node: string): string {
  const lines = [
    '  announce:',
    '    nodeSelector:',
    '      matchExpressions:',
    `        - { key: kubernetes.io/hostname, operator: NotIn, values: [${node}] }`,
  ]
  for (const name of readdirSync(checkout.pools).sort()) {
    const path = join(checkout.pools, name)
    if (existsSync(path) && !readFileSync(path, 'utf8').includes('announce:'))
      appendFileSync(path, `${lines.join('\n')}\n`)
  }
  return checkout.commit(`pools: keep ${node} out`)
}
