import type { ProbeRole } from './roles.ts'
import { confirmInterval, probeTimeout, roundTripAfter, type RoundTrip } from './timing.ts'
import type { Verdict } from '../status/status.ts'
import { LONE_FACTOR, SLOW_FACTOR } from '../timing/constants.ts'

/** A probe that has been sent. `number` is the sequence number of an echo, or undefined for ARP and NS. */
export interface Probe {
  readonly number: number | undefined
  readonly sentAt: number
  readonly due: number
}

/** One address of a node, as probing sees it. Changed by the functions of this file alone. */
export interface Target {
  role: ProbeRole
  verdict: Verdict
  since: number
  /** Since when it has not been down; undefined while it is, or while nothing is known. */
  upSince: number | undefined
  answeredAt: number
  method: 'echo' | 'arp'
  roundTrip: RoundTrip | undefined
  /** Neither answered nor overdue. */
  outstanding: Probe[]
  /** Overdue since the last answer, while somebody else was heard. */
  missed: Probe[]
  /** Overdue since the last answer, while nobody was heard. */
  unwitnessed: number
  /** Of the probes sent before this, nobody knows whether our own port was silent. */
  trustedFrom: number
  /** Probes sent since it is suspected or down. */
  confirmations: number
  nextProbe: number
  /** Answers by ARP or NS to what an echo was not answered to, since the last echo was. */
  echoesMissed: number
  /** The last question by ARP or NS, beside the echoes or instead of them. */
  askedAt: number | undefined
  echoTriedAt: number
  lastNumber: number
}

/** Nothing is known of it, and it is probed at once. Times are milliseconds of the monotonic clock. */
export function newTarget(role: ProbeRole, now: number): Target {
  return {
    role,
    verdict: 'unknown',
    since: now,
    upSince: undefined,
    answeredAt: now,
    method: 'echo',
    roundTrip: undefined,
    outstanding: [],
    missed: [],
    unwitnessed: 0,
    trustedFrom: -Infinity,
    confirmations: 0,
    nextProbe: now,
    echoesMissed: 0,
    askedAt: undefined,
    echoTriedAt: now,
    lastNumber: 0,
  }
}

/** Takes a role that may say other settings; one that is needed from now on is not waited for. */
export function adopt(target: Target, role: ProbeRole, now: number): void {
  const isNewlyNeeded = role.isNeeded && !target.role.isNeeded
  target.role = role
  if (!mayEcho(role)) target.method = 'arp'
  else if (role.settings.method === 'echo') target.method = 'echo'
  if (isNewlyNeeded && target.verdict === 'up')
    target.nextProbe = Math.min(target.nextProbe, now + baseInterval(target))
}

/** Echoes are wanted, and the link has an address that they can come from. */
export function mayEcho({ canEcho, settings }: ProbeRole): boolean {
  return canEcho && settings.method !== 'arp'
}

/** When something has to be done about it: a probe sent, or one settled. Monotonic milliseconds. */
export function nextEvent({ nextProbe, outstanding }: Target): number {
  let next = nextProbe
  for (const { due } of outstanding) if (due < next) next = due
  return next
}

/** A MAC is known, or another one: it has just spoken, so it is up until it misses a probe. */
export function begin(target: Target, now: number, firstProbe: number): void {
  clearMisses(target)
  target.nextProbe = firstProbe
  target.askedAt = undefined
  if (target.verdict === 'down') return
  target.answeredAt = now
  if (target.verdict === 'unknown') setVerdict(target, 'up', now)
}

/** `upSince` stays as it is while the node is suspect. */
export function setVerdict(target: Target, verdict: Verdict, now: number): void {
  if (verdict === 'up') target.upSince ??= now
  if (verdict === 'down') target.upSince = undefined
  target.verdict = verdict
  target.since = now
}

/** The interval that all times of a target follow, in milliseconds. */
export function baseInterval({ role }: Target): number {
  return role.settings.intervalMilliseconds
}

/** Milliseconds between two probes while nothing is wrong, or while the node is down. `stretch` is 1 or more. */
export function restInterval(target: Target, stretch: number): number {
  const factor = target.role.isNeeded && target.verdict !== 'down' ? 1 : SLOW_FACTOR
  return baseInterval(target) * factor * stretch
}

/** Notes a probe that is sent now, and when the next one is. */
export function noteSent(
  target: Target,
  number: number | undefined,
  now: number,
  stretch: number,
): void {
  const interval = baseInterval(target)
  const due = now + probeTimeout(target.roundTrip, interval)
  target.outstanding.push({ number, sentAt: now, due })
  if (number !== undefined) target.lastNumber = number
  if (target.verdict !== 'up') target.confirmations += 1
  target.nextProbe =
    now + (isConfirming(target) ? confirmInterval(interval) : restInterval(target, stretch))
}

/** The budget allows no probe now. */
export function notePutOff(target: Target, now: number): void {
  target.nextProbe = now + confirmInterval(baseInterval(target))
}

/** A suspicion is settled quickly; one that cannot be settled costs no more than before. */
function isConfirming({ verdict, confirmations, role }: Target): boolean {
  return verdict === 'suspect' && confirmations < role.settings.failureThreshold * LONE_FACTOR
}

/** What has become of the probes that are overdue. */
export interface Expired {
  readonly missed: number
  readonly unwitnessed: number
  /** Those that our own loop was too late for: they do not count, and are sent again at once. */
  readonly forgiven: number
}

/**
 * Settles what is overdue. A miss counts if somebody else was heard since the probe was sent, which
 * `isWitnessed` tells: else it may be our own port that is silent.
 */
export function expire(
  target: Target,
  now: number,
  isWitnessed: (since: number) => boolean,
): Expired {
  const overdue = target.outstanding.filter(({ due }) => due <= now)
  if (overdue.length === 0) return NOTHING_EXPIRED
  target.outstanding = target.outstanding.filter(({ due }) => due > now)
  const inTime = overdue.filter(({ due }) => now - due <= baseInterval(target))
  const witnessed = inTime.filter(({ sentAt }) => counts(target, sentAt, isWitnessed(sentAt), now))
  target.missed = [...target.missed, ...witnessed].slice(-MAX_MISSED)
  target.unwitnessed += inTime.length - witnessed.length
  const forgiven = overdue.length - inTime.length
  if (forgiven > 0) target.nextProbe = now
  return { missed: witnessed.length, unwitnessed: inTime.length - witnessed.length, forgiven }
}

/**
 * A miss that has no witness may be our own port's. When somebody is heard again, a probe may still have been
 * sent before: those that are sent from then on count.
 */
function counts(target: Target, sentAt: number, isWitnessed: boolean, now: number): boolean {
  if (!isWitnessed) {
    target.unwitnessed += target.missed.length
    target.missed = []
    target.trustedFrom = Infinity
  } else if (target.trustedFrom === Infinity) target.trustedFrom = now
  return isWitnessed && sentAt >= target.trustedFrom
}

const NOTHING_EXPIRED: Expired = { missed: 0, unwitnessed: 0, forgiven: 0 }

/** No more are needed for any verdict: the threshold is at most 100 (config/crd), times three. */
const MAX_MISSED = 300

/** An echo has been answered; false if it was none of those that matter. */
export function takeEcho(target: Target, number: number, at: number): boolean {
  const probe = [...target.outstanding, ...target.missed].find((one) => one.number === number)
  if (probe === undefined && number !== target.lastNumber) return false
  if (probe !== undefined) measure(target, probe.sentAt, at)
  target.echoesMissed = 0
  if (mayEcho(target.role)) target.method = 'echo'
  return true
}

/** The node has answered an ARP request or a solicitation of ours; false if it was not asked. */
export function takeAnswer(target: Target, at: number): boolean {
  const { askedAt, method, role } = target
  if (askedAt === undefined || at < askedAt) return false
  if (method === 'echo' && role.settings.method === 'echo') return false
  measure(target, askedAt, at)
  target.askedAt = undefined
  // A node that comes back may answer ARP before the first echo: that says nothing.
  if (target.verdict === 'suspect' && hasMissed(target)) target.echoesMissed += 1
  return true
}

/** A probe is overdue since the last answer, whether or not somebody else was heard. */
export function hasMissed({ missed, unwitnessed }: Target): boolean {
  return missed.length + unwitnessed > 0
}

/** It answers, whatever it was asked. */
export function clearMisses(target: Target): void {
  target.outstanding = []
  target.missed = []
  target.unwitnessed = 0
  target.trustedFrom = -Infinity
  target.confirmations = 0
}

/** Echoes alone are missed, again and again: from now on ARP it is (`method: auto`). True if that is news. */
export function giveUpEcho(target: Target): boolean {
  const { settings } = target.role
  const tooMany = target.echoesMissed >= settings.failureThreshold
  if (target.method === 'arp' || settings.method !== 'auto' || !tooMany) return false
  target.method = 'arp'
  return true
}

function measure(target: Target, sentAt: number, at: number): void {
  target.roundTrip = roundTripAfter(target.roundTrip, Math.max(0, at - sentAt))
}
