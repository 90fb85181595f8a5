import type { Binding } from '../lan/link-view.ts'
import { addressConflict } from './reports.ts'
import type { ConflictReason, SpeakerReport } from '../reports/report.ts'
import type { ClaimJudgement } from '../frames/claim-judgement.ts'
import type { ConflictStatus } from '../status/status.ts'
import { createTimers } from '../timing/timers.ts'
import { CONFLICT_LIFETIME, CONFLICT_REMINDER, MAX_CONFLICTS } from '../timing/constants.ts'
import type { WireEffect } from '../lan/effect.ts'

export type Conflict = Extract<ClaimJudgement, { readonly kind: 'conflict' }>

/** Keeps a record of who claims our addresses. */
export interface Conflicts {
  /** Notes a claim; `isAnswer`: it answers a question of ours. Reports it when it is new, then every CONFLICT_REMINDER. */
  heard(binding: Binding, conflict: Conflict, isAnswer: boolean, now: number): readonly WireEffect[]
  /** Forgets the claims of all other addresses and links. */
  keep(bindings: readonly Binding[]): void
  tick(now: number): readonly WireEffect[]
  statuses(): readonly ConflictStatus[]
  /** True while somebody claims the address. */
  has(binding: Binding): boolean
  readonly deadline: number | undefined
}

interface Entry {
  readonly place: string
  readonly mac: string
  readonly status: ConflictStatus
  readonly toldAt: number
}

export function createConflicts(countConflict: (reason: ConflictReason) => void): Conflicts {
  const entries = new Map<string, Entry>()
  const timers = createTimers()
  /** By MAC: the addresses that a stranger has answered for. */
  const answeredBy = new Map<string, Set<string>>()

  const forget = (key: string) => {
    const entry = entries.get(key)
    entries.delete(key)
    timers.clear(key)
    if (entry === undefined) return
    answeredBy.get(entry.mac)?.delete(entry.place)
    if (answeredBy.get(entry.mac)?.size === 0) answeredBy.delete(entry.mac)
  }
  const makeRoom = () => {
    const [oldest] = entries.keys()
    if (entries.size >= MAX_CONFLICTS && oldest !== undefined) forget(oldest)
  }
  /** A stranger that answers for several of our addresses answers for everything. */
  const named = ({ place }: Binding, { mac, reason }: Conflict, isAnswer: boolean) => {
    if (!isAnswer || reason !== 'Stranger') return reason
    const places = answeredBy.get(mac) ?? new Set()
    answeredBy.set(mac, places.add(place))
    return places.size > 1 ? 'ProxyArp' : reason
  }

  return {
    heard(binding, conflict, isAnswer, now) {
      const key = `${binding.place} ${conflict.mac}`
      const before = entries.get(key)
      if (before === undefined) makeRoom()
      const reason = named(binding, conflict, isAnswer)
      countConflict(reason)
      const status = statusAfter(before?.status, binding, { ...conflict, reason }, now)
      const isNews =
        before === undefined ||
        before.status.reason !== reason ||
        now - before.toldAt >= CONFLICT_REMINDER
      const toldAt = isNews ? now : before.toldAt
      entries.set(key, { place: binding.place, mac: conflict.mac, status, toldAt })
      timers.set(key, now + CONFLICT_LIFETIME)
      return isNews ? [report(addressConflict(status))] : []
    },
    keep(bindings) {
      const places = new Set(bindings.map(({ place }) => place))
      for (const [key, { place }] of entries) if (!places.has(place)) forget(key)
    },
    tick: (now) =>
      timers.takeDue(now).flatMap((key) => {
        const status = entries.get(key)?.status
        forget(key)
        return status === undefined ? [] : [report(conflictEnded(status))]
      }),
    statuses: () => [...entries.values()].map(({ status }) => status),
    has: ({ place }) => [...entries.values()].some((entry) => entry.place === place),
    get deadline() {
      return timers.earliest
    },
  }
}

function statusAfter(
  before: ConflictStatus | undefined,
  { planned, link }: Binding,
  { mac, reason, node }: Conflict,
  now: number,
): ConflictStatus {
  return {
    address: planned.address.text,
    link: link.state.name,
    mac,
    reason,
    node: node?.node.name,
    firstHeard: before?.firstHeard ?? now,
    lastHeard: now,
    count: (before?.count ?? 0) + 1,
  }
}

function conflictEnded({ address, link, mac }: ConflictStatus): SpeakerReport {
  return { level: 'info', event: 'ConflictEnded', address, link, mac }
}

function report(said: SpeakerReport): WireEffect {
  return { type: 'report', report: said }
}
