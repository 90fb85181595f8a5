import type { Family } from '../../api/address.ts'
import { compareAddresses } from '../../api/address.ts'
import type { HeldOutcome, Tenure } from './held.ts'
import type { Holder, Holding } from './ledger.ts'
import { isIncomplete, keysOf, receivers } from './ledger.ts'
import type { Release, Retention, AllocationResult, AllocationIncomplete } from './result.ts'
import type { RetentionReason } from '../reasons/retentions.ts'
import type { Round } from './round.ts'
import { poolObstacle } from './sharing.ts'
import type { AllocationRule, Assignment } from '../model/model.ts'
import { compareText } from '../../api/order.ts'
import type { PoolAnswers } from './refusals.ts'
import { compareReleases } from './held.ts'
import type { HeldAddress } from '../plan/held.ts'

const RULES: readonly AllocationRule[] = ['held', 'reserved', 'requested', 'automatic']

/** What is decided, sorted by address. An address that was held before keeps its `since`. */
export function assignmentsOf(
  { ledger }: Round,
  previous: readonly HeldAddress[],
  now: string,
): Assignment[] {
  const since = firstSince(previous)
  const assignments: Assignment[] = []
  for (const holding of ledger.holdings.values()) {
    const holders = receivers(holding)
    if (holders.length === 0) continue
    const { address, origin } = holding
    assignments.push({
      address,
      pool: origin.poolName,
      segment: origin.segment,
      services: keysOf(holders),
      since: since.get(address.text) ?? now,
      rule: ruleOf(address.family, holders),
    })
  }
  return assignments.sort((a, b) => compareAddresses(a.address, b.address))
}

function firstSince(previous: readonly HeldAddress[]): Map<string, string> {
  const first = new Map<string, string>()
  for (const { address, since } of previous) {
    const known = first.get(address.text)
    if (known === undefined || since < known) first.set(address.text, since)
  }
  return first
}

/** Of Services that share, the one that has the best claim. */
function ruleOf(family: Family, holders: readonly Holder[]): AllocationRule {
  const rules = holders.map((holder) => holder.rules[family])
  return rules.length === 1 ? rules[0]! : RULES.find((rule) => rules.includes(rule))!
}

/** What previous plans gave and this one does not: sorted by address, then Service. */
export function releasesOf({ tenures, reasons }: HeldOutcome): Release[] {
  return tenures
    .filter((tenure) => !isKept(tenure))
    .map((tenure) => releaseOf(tenure, reasons.get(tenure)))
    .sort(compareReleases)
}

function isKept({ held: { address }, holder }: Tenure): boolean {
  if (holder === undefined || isIncomplete(holder)) return false
  return holder.holdings[address.family]?.address.text === address.text
}

function releaseOf(
  { held, service, holder }: Tenure,
  reason: Release['reason'] | undefined,
): Release {
  const { address, pool, segment } = held
  return { address, service, pool, segment, reason: reason ?? moved(holder!, held) }
}

function moved(
  { holdings, rules }: Holder,
  { address: { family } }: HeldAddress,
): Release['reason'] {
  return { type: 'moved', to: holdings[family]!.address, rule: rules[family]! }
}

/** Addresses that are kept although nobody would be given them today; sorted by address. */
export function retainedOf(round: Round): Retention[] {
  return [...round.ledger.holdings.values()]
    .filter(({ holders, address }) => holders.some(({ rules }) => rules[address.family] === 'held'))
    .flatMap((holding) => retentionsOf(round, holding))
    .sort((a, b) => compareAddresses(a.address, b.address))
}

function retentionsOf(round: Round, holding: Holding): Retention[] {
  const { address, origin } = holding
  const reasons = retentionReasons(round, holding)
  if (reasons.length === 0) return []
  const { poolName: pool, segment } = origin
  const services = keysOf(receivers(holding))
  return reasons.map((reason) => ({ address, pool, segment, services, reason }))
}

function retentionReasons(round: Round, holding: Holding): RetentionReason[] {
  const { text } = holding.address
  const reasons: RetentionReason[] = notAdmitted(round, holding)
  if (holding.origin.retained !== undefined) reasons.unshift(holding.origin.retained)
  const reserved = round.index.reserved.get(text)
  if (reserved && holding.holders.every(({ service }) => service.key !== reserved.service))
    reasons.push({ type: 'reservedForOther', reservedFor: reserved.service })
  const node = round.nodeAt.get(text)
  if (node !== undefined) reasons.push({ type: 'nodeAddress', node: node.node })
  const sharing = holding.holders.length > 1 ? poolObstacle(holding, holding.holders) : undefined
  if (sharing?.type === 'poolSharing') reasons.push(sharing)
  return reasons
}

function notAdmitted(round: Round, { address, origin, holders }: Holding): RetentionReason[] {
  const { pool } = origin
  if (pool === undefined) return []
  const reserved = round.index.reserved.get(address.text)?.service
  const reasons: RetentionReason[] = []
  const byRank = holders.length > 1 ? holders.toSorted((a, b) => a.rank - b.rank) : holders
  for (const { service } of byRank) {
    const because = round.admissionOf(service).obstacles.get(pool)
    if (because !== undefined && service.key !== reserved)
      reasons.push({ type: 'notAdmitted', service: service.key, because })
  }
  return reasons
}

/** All that a round decided, and what explanations are made from. */
export interface Decided extends Pick<
  AllocationResult,
  'assignments' | 'refusals' | 'releases' | 'retained'
> {
  readonly tenures: readonly Tenure[]
  readonly answers: PoolAnswers
}

/** What kinds were absent, where it made a difference. */
export function incompleteOf(
  round: Round,
  { assignments }: Pick<Decided, 'assignments'>,
): AllocationIncomplete[] {
  const { services, nodes } = round.facts
  if (services === undefined)
    return [{ kind: 'Service', type: 'servicesUnknown', addresses: assignments.length }]
  const incomplete: AllocationIncomplete[] = []
  const pools = poolsThatWaitForNamespaces(round)
  if (pools.length > 0) incomplete.push({ kind: 'Namespace', type: 'namespacesUnknown', pools })
  const addresses = assignments.filter(({ rule }) => rule !== 'held').length
  if (nodes === undefined && addresses > 0)
    incomplete.push({ kind: 'Node', type: 'nodeAddressesUnknown', addresses })
  return incomplete
}

/** Pools with a `namespaceSelector` that might have given a Service an address, or another one. */
function poolsThatWaitForNamespaces({ facts, index, holders, admissionOf }: Round): string[] {
  const selecting = index.pools.some(({ namespaceSelector }) => namespaceSelector !== undefined)
  if (facts.namespaces !== undefined || !selecting) return []
  const pools = new Set<string>()
  for (const { service } of holders.filter(isNew))
    for (const [pool, obstacle] of admissionOf(service).obstacles)
      if (obstacle === 'namespaceUnknown') pools.add(pool.name)
  return [...pools].sort(compareText)
}

function isNew({ families, rules }: Holder): boolean {
  return families.some((family) => rules[family] === undefined || rules[family] === 'automatic')
}
