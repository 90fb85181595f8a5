import { arpProbeOf, echoProbe } from './frames.ts'
import type { ProbeLoad } from './load.ts'
import type { ProbeRole } from './roles.ts'
import { mayEcho, notePutOff, noteSent, type Target } from './target.ts'
import { ECHO_TRIAL_INTERVAL, SLOW_RETRY } from '../timing/constants.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Sends probes. */
export interface ProbeSender {
  /** The frames of one probe, noted in the target. */
  send(target: Target, now: number): readonly WireEffect[]
}

export interface ProbeSenderOptions {
  readonly identifier: number
  readonly load: ProbeLoad
  readonly countSent: (what: 'probe' | 'arpProbe') => void
}

export function createProbeSender({
  identifier,
  load,
  countSent,
}: ProbeSenderOptions): ProbeSender {
  let sequence = 0

  const echo = (role: ProbeRole): readonly WireEffect[] => {
    const effect = echoProbe(role, identifier, (sequence + 1) & 0xffff)
    if (effect === undefined) return []
    sequence = (sequence + 1) & 0xffff
    countSent('probe')
    return [effect]
  }
  const ask = (target: Target, now: number): readonly WireEffect[] => {
    const { role } = target
    if (!load.mayAsk(role.neighbor.link.state.name, now)) return []
    target.askedAt = now
    const effect = arpProbeOf(role, target.verdict !== 'up')
    if (effect !== undefined) countSent('arpProbe')
    return effect === undefined ? [] : [effect]
  }

  return {
    send(target, now) {
      if (!load.mayProbe(target.role.neighbor.link.state.name, now)) {
        notePutOff(target, now)
        return []
      }
      const echoes = wantsEcho(target, now) ? echo(target.role) : []
      const questions = wantsArp(target, now) ? ask(target, now) : []
      const byEcho = target.method === 'echo'
      if (!byEcho && echoes.length > 0) noteTrial(target, sequence, now)
      const probes = byEcho ? echoes : questions
      if (probes.length === 0) notePutOff(target, now)
      else noteSent(target, byEcho ? sequence : undefined, now, load.stretch(target))
      return [...echoes, ...questions]
    },
  }
}

/** A node that is probed by ARP is tried by echo now and then, unless its pool wants ARP. */
function wantsEcho({ method, role, echoTriedAt }: Target, now: number): boolean {
  if (method === 'echo') return true
  return mayEcho(role) && now - echoTriedAt >= ECHO_TRIAL_INTERVAL
}

/** Its answer is found by its sequence number; if none comes, that does not count as a miss. */
function noteTrial(target: Target, number: number, now: number): void {
  target.echoTriedAt = now
  target.lastNumber = number
}

/**
 * Beside its echoes, a node that is suspected is asked by ARP in every second probe, and one that is down as often
 * as an unresolved one, so that one whose MAC has changed, or that answers no echo any more, is found.
 */
function wantsArp({ method, verdict, confirmations, askedAt }: Target, now: number): boolean {
  if (method === 'arp') return true
  if (verdict === 'up') return false
  if (verdict === 'down') return now - (askedAt ?? -Infinity) >= SLOW_RETRY
  return confirmations % 2 === 1
}
