import { isRefused, networkOf } from '../../reconciler/address.ts'
import { API_VERSION, POOL_DEFAULTS, type AnnouncementPlan } from '../../reconciler/api.ts'
import { describeReport } from '../../speaker/describe-report.ts'
import type { LinkState, WireEffect, WireMachine } from '../../speaker/effect.ts'
import { createWireMachine } from '../../speaker/wire-machine.ts'
import { describe } from '../../speaker/wire/describe.ts'
import { decode, encode } from '../../speaker/wire/frame.ts'
import { ip, mac, parseFrame } from './frame-text.ts'

/**
 * Transcripts of the wire machine: prose, then blocks of commands, `----`, and what the machine does.
 * A line that begins with two blanks belongs to the command before it. The commands:
 *
 *   options INTERFACE...   a new machine, limited to these interfaces
 *   links                  then one line a link: NAME MAC up|down PREFIX...   (index: the digits of NAME)
 *   plan                   then: node NAME ADDRESS..., pool NAME INTERFACE..., and ADDRESS NODE...
 *   frame LINK FRAME       a frame as `describe` writes it
 *   octets LINK HEX        the octets of a frame
 *   wait MILLISECONDS      time passes; deadlines come as the machine asks for them
 *   counters
 */
export function runScenario(text: string): string {
  const stage: Stage = { machine: createWireMachine(), now: 0, macs: new Map() }
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
}

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
  const [verb, first = '', ...others] = line.split(' ')
  switch (verb) {
    case 'options':
      stage.machine = createWireMachine({ interfaces: [first, ...others] })
      return []
    case 'links':
      return handleLinks(stage, rest.map(linkOf))
    case 'plan':
      return perform(stage, stage.machine.handle({ type: 'plan', plan: planOf(rest) }, stage.now))
    case 'frame':
      return hear(stage, first, encode(parseFrame(others.join(' '))))
    case 'octets':
      return hear(stage, first, Uint8Array.from(Buffer.from(others.join(''), 'hex')))
    case 'wait':
      return wait(stage, Number(first))
    case 'counters':
      return Object.entries(stage.machine.counters().frames).map(
        ([name, count]) => `${name} ${count}`,
      )
    default:
      throw new Error(`no such command: ${line}`)
  }
}

function handleLinks(stage: Stage, links: readonly LinkState[]): readonly string[] {
  stage.macs = new Map(links.map((link) => [link.name, link.mac]))
  return perform(stage, stage.machine.handle({ type: 'links', links }, stage.now))
}

function hear(stage: Stage, link: string, bytes: Uint8Array): readonly string[] {
  return perform(stage, stage.machine.handle({ type: 'frame', link, bytes }, stage.now))
}

function wait(stage: Stage, duration: number): readonly string[] {
  const end = stage.now + duration
  const lines: string[] = []
  for (;;) {
    const { deadline } = stage.machine
    if (deadline === undefined || deadline > end) break
    stage.now = Math.max(stage.now, deadline)
    const effects = stage.machine.handle({ type: 'deadline' }, stage.now)
    lines.push(...perform(stage, effects).map((line) => `${stage.now} ms ${line}`))
  }
  stage.now = end
  return lines
}

function perform(stage: Stage, effects: readonly WireEffect[]): readonly string[] {
  return effects.map((effect) => describeEffect(stage, effect))
}

function describeEffect(stage: Stage, effect: WireEffect): string {
  switch (effect.type) {
    case 'send':
      return `${effect.link} ${describeSent(effect.bytes, stage.macs.get(effect.link))}`
    case 'join':
    case 'leave':
      return `${effect.link} ${effect.type} ${effect.group.text}`
    case 'advertise':
      return `${effect.link} advertise ${effect.address.text} is-at ${effect.mac}`
    case 'listen':
      return `${effect.link} listen`
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

function poolOf(name: string, interfaces: readonly string[]) {
  const { failback, failbackDelaySeconds, probe, conflictDetection } = POOL_DEFAULTS
  return {
    name,
    ...(interfaces.length === 0 ? {} : { interfaces }),
    failback,
    failbackDelaySeconds,
    probe,
    conflictDetection,
  }
}
