import type { Family } from '../../../api/address.ts'
import { linkView, type LinkView, type Neighbor } from '../../../speaker/lan/link-view.ts'
import {
  createProber,
  type ProbeNews,
  type Prober,
  type ProberOptions,
} from '../../../speaker/probing/prober.ts'
import { echoSequence, isEcho } from '../../../speaker/wire/echo.ts'
import { ETHER_TYPE, ETHERNET, etherType } from '../../../speaker/wire/ethernet.ts'
import { holdsAt } from '../../../speaker/wire/octets.ts'
import { mac } from '../wire/frame-text.ts'
import { hearOn, roleOf, type RoleSettings } from './probe-fixtures.ts'
import { createHosts } from './scenario-hosts.ts'
import { eth0, lines, neighbor, node } from '../wire/wire-fixtures.ts'
import type { WireEffect } from '../../../speaker/lan/effect.ts'

/** How a node of the world is probed; a family that it is not probed in is left out. */
export interface WorldNode extends Omit<RoleSettings, 'family'> {
  readonly families?: readonly Family[]
}

export interface WorldOptions extends Partial<Pick<ProberOptions, 'probesPerSecond'>> {
  readonly roundTrip?: number
  /** Questions for other hosts, by which the prober looks for a witness. */
  readonly questions?: (link: LinkView) => readonly WireEffect[]
}

/** A prober on a link with nodes that answer, in virtual time. */
export interface ProbeWorld {
  readonly prober: Prober
  readonly link: LinkView
  readonly nodes: readonly Neighbor[]
  readonly now: number
  /** Reports with their times. */
  readonly said: string[]
  /** Frames sent to the nodes, or to all. */
  readonly sent: { readonly at: number; readonly text: string }[]
  readonly counts: Map<string, number>
  /** Whose verdicts became others. */
  readonly changed: string[]
  /** When each node was heard last, by its name. */
  readonly heardAt: Map<string, number>
  /** Probes exactly these nodes from now on, in the order of `nodes`. */
  follow(all: readonly WorldNode[]): void
  /** Time passes; what is due is done at its time. */
  run(milliseconds: number): void
  /** Time passes without the loop; then it takes the frames that have come, and does what is due. */
  late(milliseconds: number): void
  /** The node answers no more: `all`, no `echo`, no `arp`; or again: `nothing`. */
  silence(index: number, what?: string): void
  /** Our own port is silent, both ways, or is mended. */
  cut(isCut: boolean): void
  /** A host of which nothing is probed says something. */
  chat(source: string): void
}

export function createProbeWorld(count: number, options: WorldOptions = {}): ProbeWorld {
  const { probesPerSecond = 5_000, questions = () => [] } = options
  const link = linkView(eth0('10.0.0.1/16', '2001:db8::5/64', 'fe80::1/64'))
  const hosts = createHosts(options.roundTrip)
  const nodes = Array.from({ length: count }, (_, index) => workerOn(link, index))
  const counts = new Map<string, number>()
  const tally = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1)
  const prober = createProber({
    identifier: 7,
    probesPerSecond,
    witnessQuestions: questions,
    countSent: tally,
    countVerdict: tally,
    countHold: tally,
  })
  const said: string[] = []
  const sent: { at: number; text: string }[] = []
  const heardAt = new Map<string, number>()
  const changed: string[] = []
  let now = 0
  let isCut = false

  for (const { node: one, mac: at } of nodes)
    hosts.add([one.name, at?.text, ...one.addresses.map(({ text }) => text)].join(' '))

  const perform = (effects: readonly WireEffect[]) => {
    for (const effect of effects) {
      const [text = ''] = lines([effect])
      if (effect.type === 'send') sent.push({ at: now, text })
      else said.push(`${Math.round(now * 10) / 10} ms ${text}`)
      if (effect.type === 'send' && !isCut) hosts.answer(effect.bytes, now)
    }
  }
  const take = (news: ProbeNews) => {
    changed.push(...news.changed.map(({ node: { name } }) => name))
    perform(news.effects)
  }
  const tick = (drained: boolean) => take(prober.tick(now, drained))
  const hear = (at: number) => {
    const bytes = hosts.take()?.bytes
    if (bytes === undefined || isCut) return
    link.witnesses.note(bytes, at)
    const speaker = nodes.find((one) => one.mac && holdsAt(bytes, ETHERNET.source, one.mac.octets))
    if (speaker === undefined) return
    heardAt.set(speaker.node.name, at)
    take(newsOf(prober, speaker, bytes, at))
  }

  return {
    prober,
    link,
    nodes,
    said,
    sent,
    counts,
    changed,
    heardAt,
    get now() {
      return now
    },
    follow(all) {
      const roles = all.flatMap(({ families = ['IPv4'], ...settings }, index) => {
        const one = nodes[index]
        return one ? families.map((family) => roleOf(one, { ...settings, family })) : []
      })
      perform(prober.follow(roles, now))
    },
    run(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const answer = hosts.next()?.at ?? Infinity
        const deadline = prober.deadline ?? Infinity
        if (Math.min(answer, deadline) > end) break
        now = Math.max(now, Math.min(answer, deadline))
        if (answer <= deadline) hear(answer)
        else tick(true)
      }
      now = end
    },
    late(milliseconds) {
      now += milliseconds
      tick(false)
      for (
        let answer = hosts.next();
        answer !== undefined && answer.at <= now;
        answer = hosts.next()
      )
        hear(answer.at)
      tick(true)
    },
    silence: (index, what = 'all') => hosts.silence(`worker-${index + 1}`, what),
    cut(state) {
      isCut = state
    },
    chat: (source) => {
      if (!isCut) hearOn(link, source, now)
    },
  }
}

/** worker-1 is 10.0.0.11 and 2001:db8::11, at 02:00:00:00:01:00; and so on. */
function workerOn(link: LinkView, index: number): Neighbor {
  const hex = index.toString(16).padStart(4, '0')
  const addresses = [ipv4(11 + index), `2001:db8::${(0x11 + index).toString(16)}`]
  return neighbor(
    link,
    node(`worker-${index + 1}`, ...addresses),
    mac(`02:00:00:01:${hex.slice(0, 2)}:${hex.slice(2)}`),
  )
}

function ipv4(host: number): string {
  return `10.0.${host >> 8}.${host & 255}`
}

function newsOf(prober: Prober, speaker: Neighbor, bytes: Uint8Array, at: number) {
  const type = etherType(bytes)
  const isV4 = type === ETHER_TYPE.ipv4 || type === ETHER_TYPE.arp
  const family = isV4 ? 'IPv4' : 'IPv6'
  return isEcho(bytes)
    ? prober.echoed(speaker, family, echoSequence(bytes), at)
    : prober.answered(speaker, family, at)
}
