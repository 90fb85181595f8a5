import { parseAddress, isRefused } from '../../api/address.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { AddressStatus, NodeStatus, SegmentStatus, Verdict } from '../status/status.ts'
import { addToGroup } from '../../api/group-by.ts'

/** The plan that is carried out, as far as its status needs it. */
export interface CarriedPlan {
  readonly digest: string
  /** In the plan's order: the addresses that some node may answer for. */
  readonly answerable: readonly string[]
}

export function carriedPlan({ spec }: AnnouncementPlan, digest: string): CarriedPlan {
  const answerable = spec.announcements.flatMap(({ address, candidates }) =>
    candidates.length === 0 ? [] : [address],
  )
  return { digest, answerable }
}

/** Why an address of the plan is not answered as the plan wants it. */
export type Shortfall =
  /** No interface that is up has its network. */
  | 'NoInterface'
  /** Somebody else has it, and its pool says `conflictDetection: hold`. */
  | 'AddressHeld'
  /** None of its candidates answers. */
  | 'NoCandidateUp'
  /** The MAC of its owner is being asked for. */
  | 'MacUnknown'
  /** It is asked for, before it is announced for the first time. */
  | 'Checking'

/** What became of each address. */
export interface PlanPicture {
  readonly announced: number
  readonly moved: readonly AddressStatus[]
  /** The addresses of each shortfall, in the plan's order. */
  readonly shortfalls: ReadonlyMap<Shortfall, readonly string[]>
}

/** An address that is on several links counts once: by the link on which it does best. */
export function planPicture(facts: CarriedPlan, status: SegmentStatus): PlanPicture {
  const entries = bestEntries(status.addresses)
  const verdictOf = verdicts(status.nodes)
  const shortfalls = new Map<Shortfall, string[]>()
  let announced = 0
  for (const address of facts.answerable) {
    const entry = entries.get(address)
    if (entry?.state === 'announced') announced++
    const shortfall = shortfallOf(entry, verdictOf)
    if (shortfall !== undefined) addToGroup(shortfalls, shortfall, address)
  }
  const moved = [...entries.values()].filter(isMoved)
  return { announced, moved, shortfalls }
}

function isMoved({ state, owner, plannedOwner }: AddressStatus): boolean {
  return state === 'announced' && owner !== plannedOwner
}

function bestEntries(addresses: readonly AddressStatus[]): ReadonlyMap<string, AddressStatus> {
  const best = new Map<string, AddressStatus>()
  for (const entry of addresses)
    if (best.get(entry.address)?.state !== 'announced') best.set(entry.address, entry)
  return best
}

function shortfallOf(
  entry: AddressStatus | undefined,
  verdictOf: (entry: AddressStatus) => Verdict | undefined,
): Shortfall | undefined {
  switch (entry?.state) {
    case undefined:
      return 'NoInterface'
    case 'held':
      return 'AddressHeld'
    case 'announced':
      return verdictOf(entry) === 'down' ? 'NoCandidateUp' : undefined
    case 'unresolved':
      return verdictOf(entry) === 'down' ? 'NoCandidateUp' : 'MacUnknown'
    case 'checking':
    case 'listening':
      return 'Checking'
  }
}

/** Of the owner of an address: in the family of the address, or else in the other one. */
function verdicts(nodes: readonly NodeStatus[]): (entry: AddressStatus) => Verdict | undefined {
  const key = (node: string, link: string, family = '') => `${node} ${link} ${family}`
  const known = new Map<string, Verdict>()
  for (const { node, link, family, verdict } of nodes) {
    known.set(key(node, link, family), verdict)
    known.set(key(node, link), verdict)
  }
  return ({ address, link, owner }) => {
    const parsed = parseAddress(address)
    const family = isRefused(parsed) ? undefined : parsed.family
    return known.get(key(owner, link, family)) ?? known.get(key(owner, link))
  }
}
