import type { Damping } from '../timing/damping.ts'
import {
  nodeAnswersNoEcho,
  nodeDamped,
  nodeDown,
  nodeSuspect,
  nodeUp,
  verdictsHeld,
} from './reports.ts'
import {
  clearMisses,
  expire,
  giveUpEcho,
  hasMissed,
  restInterval,
  setVerdict,
  type Expired,
  type Target,
} from './target.ts'
import type { HoldReason, SpeakerReport } from '../reports/report.ts'
import type { Verdict } from '../status/status.ts'
import { LONE_FACTOR, WITNESS_HORIZON, WITNESS_WAIT } from '../timing/constants.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Decides what follows from answers, and from their absence. */
export interface ProbeJudge {
  /** Settles the overdue probes of a target. */
  judge(target: Target, now: number): Judgement
  /** The target has answered something. */
  answered(target: Target, at: number): Judgement
  /** Verdicts on the link are held, for nobody is heard there. */
  isBlind(linkKey: string): boolean
}

export interface Judgement {
  readonly effects: readonly WireEffect[]
  /** True if the verdict is another one than before, or begins to be held. */
  readonly changed: boolean
}

export interface ProbeJudgeOptions {
  readonly damping: Damping
  readonly countVerdict: (verdict: Verdict) => void
  readonly countHold: (reason: HoldReason) => void
  /** True if another node is probed on the same link. */
  readonly hasOthers: (target: Target) => boolean
}

const NO_CHANGE: Judgement = { effects: [], changed: false }

export function createProbeJudge(options: ProbeJudgeOptions): ProbeJudge {
  const { damping, countHold, countVerdict } = options
  /** The links whose held verdicts have been told. */
  const told = new Set<string>()

  const turn = (target: Target, verdict: Verdict, now: number) => {
    setVerdict(target, verdict, now)
    countVerdict(verdict)
  }

  const holdOn = (target: Target, expired: Expired, lone: boolean): readonly WireEffect[] => {
    if (expired.forgiven > 0) countHold('loopLate')
    if (expired.unwitnessed === 0 || lone || target.verdict === 'down') return []
    countHold('nobodyHeard')
    const { link } = target.role.neighbor
    const isBlind = target.trustedFrom === Infinity
    const isLong = target.unwitnessed >= target.role.settings.failureThreshold
    if (!isBlind || !isLong || told.has(link.key)) return []
    told.add(link.key)
    return [report(verdictsHeld(link.state.name, 'nobodyHeard'))]
  }

  /** The first miss: what follows is settled quickly. */
  const suspect = (target: Target, now: number): readonly WireEffect[] => {
    if (target.confirmations === 0) target.nextProbe = now
    if (target.verdict !== 'up') return []
    turn(target, 'suspect', now)
    return [report(nodeSuspect(target.role))]
  }

  const fall = (target: Target, now: number): readonly WireEffect[] => {
    const { role } = target
    turn(target, 'down', now)
    target.nextProbe = now + restInterval(target, 1)
    const until = damping.fell(role.neighbor.key, now)
    const damped = until === undefined ? [] : [report(nodeDamped(role, until - now))]
    return [report(nodeDown(role, Math.round(now - target.answeredAt))), ...damped]
  }

  return {
    judge(target, now) {
      const expired = settle(target, now)
      const lone = !heardOther(target, horizon(target, options.hasOthers(target), now))
      const held = holdOn(target, expired, lone)
      const news = expired.missed + expired.unwitnessed
      if (news === 0 || target.verdict === 'down') return { effects: held, changed: false }
      const effects = [...suspect(target, now), ...held]
      if (!isSilent(target, lone)) return { effects, changed: held.length > 0 }
      return { effects: [...effects, ...fall(target, now)], changed: true }
    },
    isBlind: (linkKey) => told.has(linkKey),
    answered(target, at) {
      const { role, verdict } = target
      const isSwitch = giveUpEcho(target)
      clearMisses(target)
      target.answeredAt = at
      told.delete(role.neighbor.link.key)
      const switched = isSwitch ? [report(nodeAnswersNoEcho(role))] : []
      if (verdict === 'up') return isSwitch ? { effects: switched, changed: false } : NO_CHANGE
      turn(target, 'up', at)
      // It may die again at once: it has been probed slowly until now.
      target.nextProbe = Math.min(target.nextProbe, at + restInterval(target, 1))
      const up = verdict === 'down' ? [report(nodeUp(role))] : []
      return { effects: [...switched, ...up], changed: true }
    },
  }
}

/** For the first miss, a host heard since the last answer is enough: others are heard once an interval. */
function settle(target: Target, now: number): Expired {
  let isFirst = !hasMissed(target)
  return expire(target, now, (sentAt) => {
    const since = isFirst ? target.answeredAt : sentAt
    isFirst = false
    return heardOther(target, since)
  })
}

/** Hosts heard since then are expected to be heard now. A node can always be asked; a client may have left. */
function horizon({ answeredAt }: Target, hasOthers: boolean, now: number): number {
  const usual = answeredAt - WITNESS_HORIZON
  return hasOthers ? usual : Math.max(usual, now - WITNESS_WAIT)
}

/** If no other host has been heard for long, our own port may be dead: then silence must last longer. */
function isSilent({ missed, unwitnessed, role }: Target, lone: boolean): boolean {
  const { failureThreshold } = role.settings
  if (lone) return missed.length + unwitnessed >= failureThreshold * LONE_FACTOR
  return missed.length >= failureThreshold
}

function heardOther({ role }: Target, since: number): boolean {
  const { link, mac } = role.neighbor
  return mac !== undefined && link.witnesses.heardOther(mac.octets, since)
}

function report(said: SpeakerReport): WireEffect {
  return { type: 'report', report: said }
}
