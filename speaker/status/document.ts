import { API_VERSION } from '../../api/objects.ts'
import type { ElectionStatus, LeaseView } from '../election/status.ts'
import type {
  AddressStatus,
  ConflictStatus,
  Counters,
  NodeStatus,
  SegmentStatus,
} from './status.ts'
import { compareText } from '../../api/order.ts'

/** A status with the times that people and other programs read: RFC 3339, in UTC. */
type Dated<T, Times extends keyof T> = Omit<T, Times> & { readonly [K in Times]: string }

/** Fields are missing where nothing is known. */
export type AddressEntry = Dated<Omit<AddressStatus, 'mac'>, 'since'> & { readonly mac?: string }

export type NodeEntry = Dated<
  Omit<NodeStatus, 'mac' | 'roundTripMilliseconds' | 'dampedUntil'>,
  'since'
> & {
  readonly mac?: string
  readonly roundTripMilliseconds?: number
  readonly dampedUntil?: string
}

export type ConflictEntry = Dated<Omit<ConflictStatus, 'node'>, 'firstHeard' | 'lastHeard'> & {
  readonly node?: string
}

export interface SegmentEntry {
  readonly segment: string
  readonly leads: boolean
  readonly planDigest?: string
  readonly addresses: readonly AddressEntry[]
  readonly nodes: readonly NodeEntry[]
  readonly conflicts: readonly ConflictEntry[]
  readonly counters: Counters
}

/** Which plan of a file is carried out. */
export interface PlanDigest {
  readonly segment: string
  readonly digest: string
}

/** What a speaker does at a moment, for `/status`, `--status-file` and `bellwether speaker status`. */
export interface StatusDocument {
  readonly apiVersion: typeof API_VERSION
  readonly kind: 'SpeakerStatus'
  /** The node that the speaker runs on. */
  readonly holder: string
  readonly plan: PlanOrigin & { readonly digests: readonly PlanDigest[] }
  readonly time: string
  /** Only of a speaker that is elected. */
  readonly election?: ElectionEntry
  readonly segments: readonly SegmentEntry[]
}

/** Where plans come from: a file, or the AnnouncementPlan of that name in the API server. */
export type PlanOrigin = { readonly file: string } | { readonly object: string }

export type ElectionEntry = Omit<ElectionStatus, 'since' | 'lease' | 'api'> & {
  readonly since: string
  readonly lease?: LeaseView
  readonly api: Omit<ElectionStatus['api'], 'since'> & { readonly since: string }
}

/** What the document says beside the machines' statuses. */
export interface StatusContext {
  readonly holder: string
  readonly origin: PlanOrigin
  readonly digests: readonly PlanDigest[]
  readonly election?: ElectionStatus | undefined
}

/** The same moment on two clocks, in milliseconds: since 1970, and on the machines' own. */
export interface Moment {
  readonly wall: number
  readonly monotonic: number
}

/** Monotonic times become RFC 3339 in UTC, by the moment at which both clocks were read. Segments keep their order. */
export function statusDocument(
  statuses: readonly SegmentStatus[],
  context: StatusContext,
  moment: Moment,
): StatusDocument {
  const { holder, origin, digests, election } = context
  const time = timeIn(moment)
  return {
    apiVersion: API_VERSION,
    kind: 'SpeakerStatus',
    holder,
    plan: {
      ...origin,
      digests: digests.map(({ segment, digest }) => ({ segment, digest })),
    },
    time: time(moment.monotonic),
    ...(election === undefined ? {} : { election: electionEntry(election, time) }),
    segments: statuses.map((status) => segmentEntry(status, digests, time)),
  }
}

/** One line of JSON, the keys in a fixed order. */
export function formatStatus(document: StatusDocument): string {
  return `${JSON.stringify(document)}\n`
}

type Time = (monotonic: number) => string

/** What moves together has one time, and writing it out costs more than everything else. */
function timeIn({ wall, monotonic }: Moment): Time {
  const known = new Map<number, string>()
  return (at) => {
    const text = known.get(at) ?? new Date(wall - monotonic + at).toISOString()
    known.set(at, text)
    return text
  }
}

function electionEntry(status: ElectionStatus, time: Time): ElectionEntry {
  const { segment, identity, role, since, lease, api } = status
  return {
    segment,
    identity,
    role,
    since: time(since),
    ...(lease === undefined ? {} : { lease }),
    api: { ...api, since: time(api.since) },
  }
}

function segmentEntry(
  status: SegmentStatus,
  digests: readonly PlanDigest[],
  time: Time,
): SegmentEntry {
  const { segment, leads, addresses, nodes, conflicts, counters } = status
  const planDigest = digests.find((one) => one.segment === segment)?.digest
  return {
    segment,
    leads,
    ...(planDigest === undefined ? {} : { planDigest }),
    addresses: addresses.map((one) => addressEntry(one, time)),
    nodes: nodes.map((one) => nodeEntry(one, time)),
    conflicts: conflicts.map((one) => conflictEntry(one, time)),
    counters: inOrder(counters),
  }
}

function addressEntry(status: AddressStatus, time: Time): AddressEntry {
  const { address, link, state, owner, plannedOwner, mac, since } = status
  const entry = { address, link, state, owner, plannedOwner }
  return mac === undefined
    ? { ...entry, since: time(since) }
    : { ...entry, mac, since: time(since) }
}

function nodeEntry(status: NodeStatus, time: Time): NodeEntry {
  const { node, link, family, address, verdict, since, mac, method, intervalMilliseconds } = status
  const { roundTripMilliseconds: roundTrip, dampedUntil, demoted } = status
  return {
    node,
    link,
    family,
    address,
    verdict,
    since: time(since),
    ...(mac === undefined ? {} : { mac }),
    method,
    ...(roundTrip === undefined ? {} : { roundTripMilliseconds: toMicros(roundTrip) }),
    intervalMilliseconds,
    ...(dampedUntil === undefined ? {} : { dampedUntil: time(dampedUntil) }),
    ...(demoted === undefined ? {} : { demoted }),
  }
}

/** Finer than a microsecond is noise. */
function toMicros(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}

function conflictEntry(status: ConflictStatus, time: Time): ConflictEntry {
  const { address, link, mac, reason, node, firstHeard, lastHeard, count } = status
  return {
    address,
    link,
    mac,
    reason,
    ...(node === undefined ? {} : { node }),
    firstHeard: time(firstHeard),
    lastHeard: time(lastHeard),
    count,
  }
}

function inOrder({ frames, sent, moves, verdicts, holds, conflicts }: Counters): Counters {
  return {
    frames: byName(frames),
    sent: byName(sent),
    moves: byName(moves),
    verdicts: byName(verdicts),
    holds: byName(holds),
    conflicts: byName(conflicts),
  }
}

function byName(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => compareText(a, b)))
}
