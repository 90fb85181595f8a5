import { isRefused, parseAddress } from '../../api/address.ts'
import type { Family } from '../../api/address.ts'
import type { AnnouncementPlan, PlanNode, PlanPool } from '../../api/objects.ts'
import { POOL_DEFAULTS } from '../../api/objects.ts'
import { probeTimeout, worstCaseDetection } from '../probing/timing.ts'
import type { SpeakerSettings } from '../lan/settings.ts'

/**
 * What the speaker will send, told beforehand. Everything is for one link that carries all addresses of the
 * plan: budgets are for each link.
 */
export interface ExpectedRates {
  readonly segment: string
  readonly addresses: Readonly<Record<Family, number>>
  readonly nodes: number
  readonly probes: ExpectedProbes
  readonly announcing: ExpectedAnnouncing
  /** Of pools that have addresses, in the plan's order. */
  readonly pools: readonly ExpectedPool[]
}

export interface ExpectedProbes {
  /** What the pools ask for, a second. */
  readonly wantedPerSecond: number
  /** What is sent. Each probe is a request, and an answer comes back. */
  readonly perSecond: number
  /** Every interval is as many times longer, to keep the budget; 1: none is. */
  readonly stretch: number
  /** How many nodes are probed how often, the quickest first. */
  readonly paces: readonly { readonly intervalMilliseconds: number; readonly nodes: number }[]
}

export interface ExpectedAnnouncing {
  /** Frames that announce each address once. Known askers get one unicast frame each on top. */
  readonly framesOnce: number
  /** From the first of these to the last, at the budget. */
  readonly secondsOnce: number
  /** Frames of the whole burst, and how long it takes. */
  readonly burstFrames: number
  readonly burstSeconds: number
  /** By the slow refresh. */
  readonly refreshPerSecond: number
}

export interface ExpectedPool {
  readonly pool: string
  readonly addresses: number
  readonly failureThreshold: number
  /** As stretched. */
  readonly intervalMilliseconds: number
  /** The longest time from the death of an owner to the verdict: where nodes answer at once, and where late. */
  readonly detection: { readonly quickMilliseconds: number; readonly slowMilliseconds: number }
}

/** Nodes that carry nothing, and would not after one failure, are probed so many times more slowly. */
export const SLOW_PROBE_FACTOR = 10

/** A change of owner is announced as a request and as a reply; an advertisement has one form. */
const FRAMES_ONCE: Readonly<Record<Family, number>> = { IPv4: 2, IPv6: 1 }

/** `addresses` leaves out what cannot be read as one: the speaker does not announce it. */
export function expectedRates(plan: AnnouncementPlan, settings: SpeakerSettings): ExpectedRates {
  const { segment, nodes, announcements, pools } = plan.spec
  const addresses = countFamilies(announcements.map(({ address }) => address))
  const probes = expectedProbes(plan, settings)
  const used = pools
    .map((pool) => ({ pool, count: announcements.filter((one) => one.pool === pool.name).length }))
    .filter(({ count }) => count > 0)
  return {
    segment,
    addresses,
    nodes: nodes.length,
    probes,
    announcing: expectedAnnouncing(addresses, settings),
    pools: used.map(({ pool, count }) => expectedPool(pool, count, probes.stretch)),
  }
}

function countFamilies(texts: readonly string[]): Readonly<Record<Family, number>> {
  const counts = { IPv4: 0, IPv6: 0 }
  for (const text of texts) {
    const address = parseAddress(text)
    if (!isRefused(address)) counts[address.family]++
  }
  return counts
}

function expectedProbes(
  plan: AnnouncementPlan,
  { probesPerSecond }: SpeakerSettings,
): ExpectedProbes {
  const intervals = wantedIntervals(plan)
  const rates = plan.spec.nodes.map((node, at) => (familiesOf(node) * 1000) / intervals(at))
  const wantedPerSecond = rates.reduce((sum, rate) => sum + rate, 0)
  const stretch = Math.max(1, wantedPerSecond / probesPerSecond)
  return {
    wantedPerSecond,
    perSecond: wantedPerSecond / stretch,
    stretch,
    paces: pacesOf(plan.spec.nodes.map((_, at) => intervals(at) * stretch)),
  }
}

/** One probe for each family that the node has an address of. */
function familiesOf({ addresses }: PlanNode): number {
  const { IPv4, IPv6 } = countFamilies(addresses)
  return Math.min(IPv4, 1) + Math.min(IPv6, 1)
}

/**
 * Milliseconds between two probes of a node, by its index: the least that an address asks for. For its owner
 * and first standby that is the pool's interval; other candidates are probed more slowly, and nodes that are
 * none like candidates of the quickest pool.
 */
function wantedIntervals({ spec }: AnnouncementPlan): (node: number) => number {
  const byPool = new Map(spec.pools.map(({ name, probe }) => [name, probe.intervalMilliseconds]))
  const fallback = POOL_DEFAULTS.probe.intervalMilliseconds
  const idle = SLOW_PROBE_FACTOR * (byPool.size === 0 ? fallback : Math.min(...byPool.values()))
  const wanted = new Map<number, number>()
  for (const { pool, candidates } of spec.announcements)
    for (const [rank, node] of candidates.entries()) {
      const interval = (byPool.get(pool) ?? fallback) * (rank < 2 ? 1 : SLOW_PROBE_FACTOR)
      wanted.set(node, Math.min(wanted.get(node) ?? Infinity, interval))
    }
  return (node) => wanted.get(node) ?? idle
}

function pacesOf(intervals: readonly number[]): ExpectedProbes['paces'] {
  const counts = new Map<number, number>()
  for (const interval of intervals) counts.set(interval, (counts.get(interval) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([intervalMilliseconds, nodes]) => ({ intervalMilliseconds, nodes }))
}

function expectedAnnouncing(
  addresses: Readonly<Record<Family, number>>,
  { burstMilliseconds, framesPerSecond, refreshSeconds }: SpeakerSettings,
): ExpectedAnnouncing {
  const framesOnce = addresses.IPv4 * FRAMES_ONCE.IPv4 + addresses.IPv6 * FRAMES_ONCE.IPv6
  const secondsOnce = framesOnce / framesPerSecond
  return {
    framesOnce,
    secondsOnce,
    burstFrames: framesOnce * burstMilliseconds.length,
    burstSeconds: burstMilliseconds.reduce(
      (end, begin) => Math.max(end, begin / 1000) + secondsOnce,
      0,
    ),
    refreshPerSecond: refreshSeconds === 0 ? 0 : framesOnce / refreshSeconds,
  }
}

function expectedPool(pool: PlanPool, addresses: number, stretch: number): ExpectedPool {
  const { intervalMilliseconds: wanted, failureThreshold } = pool.probe
  const intervalMilliseconds = wanted * stretch
  const detection = (roundTrip: number) => {
    const timeout = probeTimeout({ smoothed: roundTrip, variation: 0 }, intervalMilliseconds)
    return worstCaseDetection({ intervalMilliseconds, failureThreshold }, timeout)
  }
  return {
    pool: pool.name,
    addresses,
    failureThreshold,
    intervalMilliseconds,
    detection: { quickMilliseconds: detection(0), slowMilliseconds: detection(Infinity) },
  }
}
