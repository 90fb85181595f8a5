import type { Condition } from '../../kubernetes/objects/condition.ts'
import { planConditions } from './conditions.ts'
import type { CarriedPlan } from './picture.ts'
import { planPicture } from './picture.ts'
import type { ConflictReason } from '../reports/report.ts'
import type {
  AddressStatus,
  ConflictStatus,
  NodeStatus,
  SegmentStatus,
  Verdict,
} from '../status/status.ts'

/** `status` of an AnnouncementPlan, as config/crd describes it. */
export interface PlanStatus {
  readonly observedGeneration?: number
  readonly holder: string
  readonly digest: string
  readonly announced: number
  readonly moved: readonly { readonly address: string; readonly node: string }[]
  readonly macs: readonly { readonly node: string; readonly mac: string }[]
  readonly verdicts: readonly VerdictEntry[]
  readonly conflicts: readonly ConflictEntry[]
  readonly conditions: readonly Condition[]
}

interface VerdictEntry {
  readonly node: string
  readonly verdict: 'suspect' | 'down'
  readonly since: string
}

interface ConflictEntry {
  readonly address: string
  readonly mac: string
  readonly reason: ConflictReason
  readonly lastSeen: string
}

export interface PlanStatusInput {
  readonly status: SegmentStatus
  readonly facts: CarriedPlan
  readonly holder: string
  readonly generation: number | undefined
  readonly refused: string | undefined
  /** The monotonic time of `status`. */
  readonly now: number
  /** What has to be added to a monotonic time for milliseconds since 1970; should be the same each time. */
  readonly epoch: number
}

/** As many as the schema allows. */
const MOST = { moved: 16_384, macs: 5000, verdicts: 5000, conflicts: 256 } as const

/** Before the verdict that follows, most often within half a second, a suspicion is no news. */
const SUSPICION_MILLISECONDS = 2000

/** A claim that goes on is not written again each time that it is heard. */
const CLAIM_MILLISECONDS = 60_000

const SECOND_MILLISECONDS = 1000

/** The status that the leader writes; equal to the one before until something worth a write has changed. */
export function planStatus(input: PlanStatusInput, before: readonly Condition[] = []): PlanStatus {
  const { status, facts, holder, generation, refused, now } = input
  const picture = planPicture(facts, status)
  const time = timeIn(input.epoch)
  return {
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    holder,
    digest: facts.digest,
    announced: picture.announced,
    moved: picture.moved.slice(0, MOST.moved).map(movedEntry),
    macs: macsOf(status.nodes).slice(0, MOST.macs),
    verdicts: verdictsOf(status.nodes, now, time).slice(0, MOST.verdicts),
    conflicts: conflictsOf(status.conflicts, time).slice(0, MOST.conflicts),
    conditions: planConditions({ picture, refused, generation, now: time(now) }, before),
  }
}

/** RFC 3339 in UTC, to the second or to a coarser step. */
type Time = (monotonic: number, step?: number) => string

function timeIn(epoch: number): Time {
  return (monotonic, step = SECOND_MILLISECONDS) => {
    const at = Math.floor((epoch + monotonic) / step) * step
    return new Date(at).toISOString().replace('.000Z', 'Z')
  }
}

function movedEntry({ address, owner }: AddressStatus) {
  return { address, node: owner }
}

/** A node that is on several links is told once: by the first that knows its MAC. */
function macsOf(nodes: readonly NodeStatus[]): PlanStatus['macs'] {
  const macs = new Map<string, string>()
  for (const { node, mac } of nodes) if (mac !== undefined && !macs.has(node)) macs.set(node, mac)
  return [...macs].map(([node, mac]) => ({ node, mac }))
}

/** The worst that is said of a node, on any link and in either family. */
function verdictsOf(nodes: readonly NodeStatus[], now: number, time: Time): VerdictEntry[] {
  const worst = new Map<string, VerdictEntry>()
  for (const { node, verdict, since } of nodes) {
    if (!isNews(verdict, now - since)) continue
    const known = worst.get(node)
    if (known === undefined || (known.verdict === 'suspect' && verdict === 'down'))
      worst.set(node, { node, verdict, since: time(since) })
  }
  return [...worst.values()]
}

function isNews(verdict: Verdict, age: number): verdict is VerdictEntry['verdict'] {
  return verdict === 'down' || (verdict === 'suspect' && age >= SUSPICION_MILLISECONDS)
}

function conflictsOf(conflicts: readonly ConflictStatus[], time: Time): ConflictEntry[] {
  return conflicts.map(({ address, mac, reason, lastHeard }) => ({
    address,
    mac,
    reason,
    lastSeen: time(lastHeard, CLAIM_MILLISECONDS),
  }))
}
