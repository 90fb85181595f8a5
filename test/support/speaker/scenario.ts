import { isRefused, networkOf, type Address } from '../../../api/address.ts'
import {
  API_VERSION,
  POOL_DEFAULTS,
  type AnnouncementPlan,
  type PlanPool,
} from '../../../api/objects.ts'
import { describeReport } from '../../../speaker/reports/describe.ts'
import type { WireEvent, WireMachine } from '../../../speaker/machine/events.ts'
import type { Counters, SegmentStatus } from '../../../speaker/status/status.ts'
import { createWireMachine } from '../../../speaker/machine/wire-machine.ts'
import { describe } from '../../../speaker/wire/describe.ts'
import { decode, encode, type Frame } from '../../../speaker/wire/frame.ts'
import { isRejection, type Rejection } from '../../../speaker/wire/rejection.ts'
import { ip, mac, parseFrame } from '../wire/frame-text.ts'
import { createHosts, type ScenarioHosts } from './scenario-hosts.ts'
import type { LinkState } from '../../../speaker/lan/link-state.ts'
import type { WireEffect } from '../../../speaker/lan/effect.ts'
import type { RememberedOwner } from '../../../speaker/lan/settings.ts'

/**
 * Transcripts of the wire machine: prose, then blocks of commands, `----`, and what the machine does.
 * A line that begins with two blanks belongs to the command before it. The commands:
 *
 *   options INTERFACE...   a new machine, limited to these interfaces
 *   budget FRAMES          a new machine, that may send so many unasked frames a second
 *   listener               a new machine, that leads when it is granted
 *   grant MILLISECONDS     it leads for so long
 *   owners                 then: ADDRESS OWNER PLANNED-OWNER, as remembered from before the start
 *   links                  then one line a link: NAME MAC up|down PREFIX...   (index: the digits of NAME)
 *   plan                   then: node NAME ADDRESS..., pool NAME INTERFACE... SETTING=VALUE..., and
 *                          ADDRESS NODE...; settings: detection (here: off), failback, delay (s), interval (ms),
 *                          threshold, method
 *   hosts                  then: NAME MAC ADDRESS...: they answer ARP, solicitations and echoes on eth0 within
 *                          half a millisecond; such answers are not shown, nor the questions, unless they are about
 *                          an address of the plan
 *   silent NAME [WHAT]     a host answers no more: at all, or only no `echo` or no `arp`
 *   back NAME              it answers again
 *   frame LINK FRAME       a frame as `describe` writes it
 *   octets LINK HEX        the octets of a frame
 *   wait MILLISECONDS      time passes; deadlines come as the machine asks for them
 *   late MILLISECONDS      time passes without the machine; then it gets the answers that wait, and its deadline
 *   counters [GROUP]
 *   status
 */
export function runScenario(text: string): string {
  const stage: Stage = {
    machine: createWireMachine({ echoIdentifier: IDENTIFIER }),
    now: 0,
    macs: new Map(),
    planned: new Set(),
    hosts: createHosts(),
  }
  return text
    .split(/\n\n+/)
    .map((block) => (block.includes('\n----') ? runBlock(stage, block) : block.trimEnd()))
    .join('\n\n')
    .concat('\n')
}

interface Stage {
  machine: WireMachine
  now: number
  macs: Map<string, string>
  planned: ReadonlySet<string>
  readonly hosts: ScenarioHosts
}

const IDENTIFIER = 7

function runBlock(stage: Stage, block: string): string {
  const [input = ''] = block.split('\n----')
  const output = commandsOf(input).flatMap((command) => runCommand(stage, command))
  return [input, '----', ...(output.length > 0 ? output : ['(silence)'])].join('\n')
}

/** Each command with the lines that belong to it. */
function commandsOf(input: string): readonly (readonly string[])[] {
  const commands: string[][] = []
  for (const line of input.split('\n'))
    if (line.startsWith('  ')) commands.at(-1)?.push(line.trim())
    else if (!line.startsWith('#')) commands.push([line])
  return commands
}

function runCommand(stage: Stage, [line = '', ...rest]: readonly string[]): readonly string[] {
  const [verb = '', ...words] = line.split(' ')
  const command = COMMANDS[verb]
  if (command === undefined) throw new Error(`no such command: ${line}`)
  return command(stage, words, rest)
}

type Command = (
  stage: Stage,
  words: readonly string[],
  lines: readonly string[],
) => readonly string[]

const COMMANDS: Readonly<Record<string, Command>> = {
  options: (stage, interfaces) => {
    stage.machine = createWireMachine({ interfaces, echoIdentifier: IDENTIFIER })
    return []
  },
  budget: (stage, [frames]) => {
    const settings = { framesPerSecond: Number(frames) }
    stage.machine = createWireMachine({ echoIdentifier: IDENTIFIER, settings })
    return []
  },
  listener: (stage) => {
    stage.machine = createWireMachine({ leads: false, echoIdentifier: IDENTIFIER })
    return []
  },
  grant: (stage, [duration]) => tell(stage, { type: 'grant', until: stage.now + Number(duration) }),
  owners: (stage, _, lines) => tell(stage, { type: 'owners', owners: lines.map(ownerOf) }),
  links: (stage, _, lines) => handleLinks(stage, lines.map(linkOf)),
  plan: (stage, _, lines) => {
    const plan = planOf(lines)
    stage.planned = new Set(plan.spec.announcements.map(({ address }) => ip(address).text))
    return tell(stage, { type: 'plan', plan })
  },
  hosts: (stage, _, lines) => {
    for (const line of lines) stage.hosts.add(line)
    return []
  },
  silent: (stage, [name = '', what = 'all']) => {
    stage.hosts.silence(name, what)
    return []
  },
  back: (stage, [name = '']) => {
    stage.hosts.silence(name, 'nothing')
    return []
  },
  frame: (stage, [link = '', ...words]) => hear(stage, link, encode(parseFrame(words.join(' ')))),
  octets: (stage, [link = '', ...words]) =>
    hear(stage, link, Uint8Array.from(Buffer.from(words.join(''), 'hex'))),
  wait: (stage, [duration]) => wait(stage, Number(duration)),
  late: (stage, [duration]) => {
    stage.now += Number(duration)
    const waiting = [...answersUntil(stage, stage.now)]
    const heard = waiting.flatMap(({ at, bytes }) => hear(stage, 'eth0', bytes, at))
    return [...heard, ...tell(stage, { type: 'deadline' })]
  },
  counters: (stage, [group = 'frames']) =>
    Object.entries(stage.machine.counters()[group as keyof Counters]).map(
      ([name, count]) => `${name} ${count}`,
    ),
  status: (stage) => describeStatus(stage.machine.status(stage.now)),
}

function tell(stage: Stage, event: WireEvent): readonly string[] {
  return perform(stage, stage.machine.handle(event, stage.now))
}

function ownerOf(line: string): RememberedOwner {
  const [address = '', owner = '', plannedOwner = ''] = line.split(' ')
  return { address, owner, plannedOwner }
}

function describeStatus({ addresses, nodes, conflicts }: SegmentStatus): readonly string[] {
  return [
    ...addresses.map(
      ({ address, link, state, owner, plannedOwner, mac: at, since }) =>
        `${address} ${link} ${state} ${owner}${owner === plannedOwner ? '' : ` (planned: ${plannedOwner})`} ${at ?? '-'} since ${round(since)}`,
    ),
    ...nodes.map(
      ({ node, link, address, verdict, method, since }) =>
        `${node} ${link} ${address} ${verdict} by ${method} since ${round(since)}`,
    ),
    ...conflicts.map(({ address, link, mac: at, reason }) => `${address} ${link} ${reason} ${at}`),
  ]
}

function handleLinks(stage: Stage, links: readonly LinkState[]): readonly string[] {
  stage.macs = new Map(links.map((link) => [link.name, link.mac]))
  return perform(stage, stage.machine.handle({ type: 'links', links }, stage.now))
}

function hear(
  stage: Stage,
  link: string,
  bytes: Uint8Array,
  receivedAt = stage.now,
): readonly string[] {
  return tell(stage, { type: 'frame', link, bytes, receivedAt })
}

function* answersUntil({ hosts }: Stage, end: number) {
  for (let next = hosts.next(); next !== undefined && next.at <= end; next = hosts.next()) {
    hosts.take()
    yield next
  }
}

function wait(stage: Stage, duration: number): readonly string[] {
  const end = stage.now + duration
  const lines: string[] = []
  for (;;) {
    const answer = stage.hosts.next()
    const { deadline = Infinity } = stage.machine
    if (Math.min(deadline, answer?.at ?? Infinity) > end) break
    const isAnswer = answer !== undefined && answer.at <= deadline
    stage.now = Math.max(stage.now, isAnswer ? answer.at : deadline)
    const said = isAnswer ? hearNext(stage) : tell(stage, { type: 'deadline' })
    lines.push(...said.map((line) => `${round(stage.now)} ms ${line}`))
  }
  stage.now = end
  return lines
}

function hearNext(stage: Stage): readonly string[] {
  const answer = stage.hosts.take()
  return answer === undefined ? [] : hear(stage, 'eth0', answer.bytes)
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}

function perform(stage: Stage, effects: readonly WireEffect[]): readonly string[] {
  return effects
    .filter((effect) => effect.type !== 'send' || !isHidden(stage, effect.bytes))
    .map((effect) => describeEffect(stage, effect))
}

/** Hands the frame to the hosts. */
function isHidden({ hosts, planned, now }: Stage, bytes: Uint8Array): boolean {
  const isAnswered = hosts.answer(bytes, now)
  const target = targetOf(decode(bytes))
  return isAnswered && (target === undefined || !planned.has(target.text))
}

function targetOf(frame: Frame | Rejection): Address | undefined {
  if (isRejection(frame) || frame.kind === 'echo') return undefined
  return frame.kind === 'arp' ? frame.arp.targetProtocolAddress : frame.ndp.targetAddress
}

function describeEffect(stage: Stage, effect: WireEffect): string {
  switch (effect.type) {
    case 'send':
      return `${effect.link} ${describeSent(effect.bytes, stage.macs.get(effect.link))}`
    case 'join':
    case 'leave':
      return `${effect.link} ${effect.type} ${effect.group.text}`
    case 'listen':
      return `${effect.link} listen for ${effect.addresses.length} addresses and ${effect.nodes.length} of nodes`
    case 'report':
      return describeReport(effect.report)
  }
}

/** Whatever we send is a frame that we would take, from our own MAC. */
function describeSent(bytes: Uint8Array, own: string | undefined): string {
  const line = describe(decode(bytes))
  if (own === undefined || !line.startsWith(`${own} > `)) throw new Error(`not from us: ${line}`)
  return line
}

export function linkOf(line: string): LinkState {
  const [name = '', address = '', state = '', ...prefixes] = line.split(' ')
  return {
    name,
    index: Number(name.replace(/\D/g, '')) + 2,
    mac: mac(address),
    up: state === 'up',
    addresses: prefixes.map(interfaceAddress),
  }
}

function interfaceAddress(text: string): LinkState['addresses'][number] {
  const [addressText = '', length = ''] = text.split('/')
  const address = ip(addressText)
  if (isRefused(address)) throw new Error(text)
  return {
    address,
    prefix: { network: networkOf(address, Number(length)), length: Number(length) },
  }
}

/** A plan from lines: `node NAME ADDRESS...`, `pool NAME INTERFACE...`, `ADDRESS NODE...`. */
export function planOf(lines: readonly string[]): AnnouncementPlan {
  const words = lines.map((line) => line.split(' '))
  const nodes = words.filter(([first]) => first === 'node').map(([, ...rest]) => rest)
  const pools = words.filter(([first]) => first === 'pool').map(([, ...rest]) => rest)
  const rest = words.filter(([first]) => first !== 'node' && first !== 'pool')
  const names = nodes.map(([name]) => name)
  const pool = pools[0]?.[0] ?? 'office'
  return {
    apiVersion: API_VERSION,
    kind: 'AnnouncementPlan',
    metadata: { name: 'default' },
    spec: {
      segment: 'default',
      revision: '',
      digests: { pools: '', state: '' },
      nodes: nodes.map(([name = '', ...addresses]) => ({ name, addresses })),
      pools: [poolOf(pool, pools[0]?.slice(1) ?? [])],
      announcements: rest.map(([address = '', ...candidates]) => ({
        address,
        services: ['default/web'],
        pool,
        candidates: candidates.map((name) => names.indexOf(name)),
        since: '2026-01-01T00:00:00Z',
      })),
    },
  }
}

function poolOf(name: string, words: readonly string[]): PlanPool {
  const set = new Map(words.filter((word) => word.includes('=')).map((word) => pair(word)))
  const interfaces = words.filter((word) => !word.includes('='))
  const { failback, failbackDelaySeconds, probe } = POOL_DEFAULTS
  return {
    name,
    ...(interfaces.length === 0 ? {} : { interfaces }),
    failback: (set.get('failback') ?? failback) as PlanPool['failback'],
    failbackDelaySeconds: Number(set.get('delay') ?? failbackDelaySeconds),
    probe: {
      method: (set.get('method') ?? probe.method) as PlanPool['probe']['method'],
      intervalMilliseconds: Number(set.get('interval') ?? probe.intervalMilliseconds),
      failureThreshold: Number(set.get('threshold') ?? probe.failureThreshold),
    },
    conflictDetection: (set.get('detection') ?? 'off') as PlanPool['conflictDetection'],
  }
}

function pair(word: string): readonly [string, string] {
  const at = word.indexOf('=')
  return [word.slice(0, at), word.slice(at + 1)]
}
