import type { Family } from '../../api/address.ts'
import { createDamping } from '../timing/damping.ts'
import type { LinkView, Neighbor } from '../lan/link-view.ts'
import { createProbeJudge, type Judgement } from './judge.ts'
import { createProbeLoad } from './load.ts'
import type { ProbeRole } from './roles.ts'
import { createProbeSender } from './sending.ts'
import { createProbeTable } from './table.ts'
import { restInterval, takeAnswer, takeEcho, type Target } from './target.ts'
import type { HoldReason } from '../reports/report.ts'
import type { NodeStatus, Verdict } from '../status/status.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Probes the nodes and says which are up. */
export interface Prober {
  /** Probes exactly these from now on; what is known of those that stay is kept. */
  follow(roles: readonly ProbeRole[], now: number): readonly WireEffect[]
  /** The MAC of the node is known, or another one than before. */
  resolved(neighbor: Neighbor, now: number): void
  /** An answer to an echo of ours has come from this neighbour, at this time of the kernel. */
  echoed(neighbor: Neighbor, family: Family, number: number, at: number): ProbeNews
  /** An answer to an ARP request or a solicitation of ours has come. */
  answered(neighbor: Neighbor, family: Family, at: number): ProbeNews
  /** Sends what is due; judges what is overdue, unless frames may still wait (`drained` is false). */
  tick(now: number, drained: boolean): ProbeNews
  verdictOf(neighbor: Neighbor, family: Family): Verdict
  /** Since when the node has not been down; undefined while it is. */
  upSince(neighbor: Neighbor, family: Family): number | undefined
  /** Until when the node is not trusted, because it comes and goes. */
  dampedUntil(neighbor: Neighbor, now: number): number | undefined
  /** Verdicts on the link are held, for nobody is heard there. */
  isBlind(link: Pick<LinkView, 'key'>): boolean
  statuses(now: number): readonly NodeStatus[]
  readonly deadline: number | undefined
}

/** What to do, and whose verdict is another one. */
export interface ProbeNews {
  readonly effects: readonly WireEffect[]
  readonly changed: readonly Neighbor[]
}

export interface ProberOptions {
  readonly identifier: number
  readonly probesPerSecond: number
  /** Questions to other hosts of the link, whose answers show that our own port is not the silent one. */
  readonly witnessQuestions: (link: LinkView) => readonly WireEffect[]
  readonly countSent: (what: 'probe' | 'arpProbe') => void
  readonly countVerdict: (verdict: Verdict) => void
  readonly countHold: (reason: HoldReason) => void
}

const NO_NEWS: ProbeNews = { effects: [], changed: [] }
const FAMILIES = ['IPv4', 'IPv6'] as const

export function createProber(options: ProberOptions): Prober {
  const parts = createProberParts(options)
  const { damping, judge, load, table } = parts
  const heard = (target: Target, at: number): ProbeNews => {
    const news = newsOf(target, judge.answered(target, at))
    table.arm(target)
    return news
  }
  return {
    follow(roles, now) {
      table.follow(roles, now)
      damping.prune(now)
      return load.follow(table.all()).map((report) => ({ type: 'report', report }))
    },
    resolved(neighbor, now) {
      for (const family of FAMILIES) {
        const target = table.targetOf(neighbor, family)
        if (target !== undefined) table.start(target, now)
      }
    },
    echoed(neighbor, family, number, at) {
      const target = table.targetOf(neighbor, family)
      return target !== undefined && takeEcho(target, number, at) ? heard(target, at) : NO_NEWS
    },
    answered(neighbor, family, at) {
      const target = table.targetOf(neighbor, family)
      return target !== undefined && takeAnswer(target, at) ? heard(target, at) : NO_NEWS
    },
    tick(now, drained) {
      const news = table.takeDue(now).map((target) => tickOne(parts, target, now, drained))
      return {
        effects: news.flatMap(({ effects }) => effects),
        changed: [...new Set(news.flatMap(({ changed }) => changed))],
      }
    },
    verdictOf(neighbor, family) {
      if (neighbor.isSelf) return 'up'
      if (neighbor.mac === undefined) return neighbor.isUnresolvable ? 'down' : 'unknown'
      return table.judgedBy(neighbor, family)?.verdict ?? 'up'
    },
    upSince: (neighbor, family) =>
      neighbor.isSelf ? -Infinity : table.judgedBy(neighbor, family)?.upSince,
    isBlind: ({ key }) => judge.isBlind(key),
    dampedUntil: (neighbor, now) => damping.until(neighbor.key, now),
    statuses: (now) => table.all().map((target) => statusOf(parts, target, now)),
    get deadline() {
      return table.deadline
    },
  }
}

type ProberParts = ReturnType<typeof createProberParts>

function createProberParts(options: ProberOptions) {
  const damping = createDamping()
  const load = createProbeLoad(options.probesPerSecond)
  const table = createProbeTable((target) => load.stretch(target))
  return {
    damping,
    load,
    table,
    sender: createProbeSender({ ...options, load }),
    judge: createProbeJudge({ ...options, damping, hasOthers: table.hasOthers }),
    witnessQuestions: options.witnessQuestions,
  }
}

function tickOne(parts: ProberParts, target: Target, now: number, drained: boolean): ProbeNews {
  const news = drained ? newsOf(target, parts.judge.judge(target, now)) : NO_NEWS
  const sent = target.nextProbe <= now ? send(parts, target, now) : []
  parts.table.arm(target)
  return { effects: [...news.effects, ...sent], changed: news.changed }
}

function send(parts: ProberParts, target: Target, now: number): readonly WireEffect[] {
  const frames = parts.sender.send(target, now)
  if (target.verdict !== 'suspect') return frames
  probeOtherFamily(parts, target, now)
  return [...frames, ...probeWitness(parts, target, now)]
}

/** A node that is suspected in one family is asked in the other one too: most often it has died in both. */
function probeOtherFamily({ table }: ProberParts, { role }: Target, now: number): void {
  const { neighbor, family } = role
  const other = table.targetOf(neighbor, family === 'IPv4' ? 'IPv6' : 'IPv4')
  if (other?.verdict !== 'up' || other.outstanding.length > 0) return
  other.nextProbe = now
  table.arm(other)
}

/** Another node of the link is probed at once: its answer would be a witness. Else other hosts are asked. */
function probeWitness(
  { load, table, witnessQuestions }: ProberParts,
  { role }: Target,
  now: number,
): readonly WireEffect[] {
  const { link, node } = role.neighbor
  const witness = table.witness(link, node)
  if (witness === undefined) return load.mayAsk(link.state.name, now) ? witnessQuestions(link) : []
  witness.nextProbe = now
  table.arm(witness)
  return []
}

function newsOf({ role }: Target, { effects, changed }: Judgement): ProbeNews {
  return { effects, changed: changed ? [role.neighbor] : [] }
}

function statusOf({ damping, load }: ProberParts, target: Target, now: number): NodeStatus {
  const { role, verdict, since, method, roundTrip } = target
  const { neighbor, address, family } = role
  return {
    node: neighbor.node.name,
    link: neighbor.link.state.name,
    family,
    address: address.text,
    verdict: neighbor.mac === undefined && neighbor.isUnresolvable ? 'down' : verdict,
    since,
    mac: neighbor.mac?.text,
    method,
    roundTripMilliseconds: roundTrip?.smoothed,
    intervalMilliseconds: restInterval(target, load.stretch(target)),
    dampedUntil: damping.until(neighbor.key, now),
  }
}
