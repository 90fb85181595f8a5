import type { AddressCandidates } from './candidates.ts'
import { NOBODY } from './choice.ts'
import type { Finding } from '../../api/finding.ts'
import { groupBy } from '../../api/group-by.ts'
import { makeFinding } from '../../api/make-finding.ts'
import type { ClusterFacts, ServiceKey } from '../model/model.ts'
import { MAX_PLAN_BYTES, planBytes } from '../plan/size.ts'
import type { PlacedSegment } from './place.ts'
import { firstOf } from '../../api/text.ts'
import { serviceRef } from '../model/words.ts'
import { basisAdvice } from '../reasons/placement.ts'

/** So many addresses are named. */
const SHOWN = 3

/** Findings about candidates: nobody left, no endpoint, a wish that cannot be met, a plan too large. */
export function placementFindings(
  segments: readonly PlacedSegment[],
  { services = [] }: ClusterFacts,
): Finding[] {
  const preferring = services.filter(({ preferredNode }) => preferredNode !== undefined)
  const wishes = new Map(preferring.map(({ key, preferredNode = '' }) => [key, preferredNode]))
  return segments.flatMap((segment) => [
    ...basisFindings(segment),
    ...preferenceFindings(segment, wishes),
    ...sizeFindings(segment),
  ])
}

/** What is to be said of addresses because of where their candidates come from. */
function basisFindings({ candidates }: PlacedSegment): Finding[] {
  const told = candidates.addresses.filter(({ basis }) => basisAdvice(basis) !== undefined)
  const groups = groupBy(told, ({ assignment, basis }) => {
    const isForPool = basisAdvice(basis)!.each === 'pool'
    return `${basis} ${isForPool ? assignment.pool : assignment.address.text}`
  })
  return [...groups.values()].map(basisFinding)
}

function basisFinding(entries: readonly AddressCandidates[]): Finding {
  const { assignment, basis } = entries[0]!
  const { code, each, message, hint } = basisAdvice(basis)!
  const addresses = entries.map((entry) => entry.assignment.address.text)
  return makeFinding(code, {
    message: message(firstOf(addresses, SHOWN)),
    hint: hint(assignment.address.text),
    object:
      each === 'pool'
        ? { kind: 'AddressPool', name: assignment.pool }
        : serviceRef(assignment.services[0]!),
  })
}

function preferenceFindings(
  { candidates }: PlacedSegment,
  wishes: ReadonlyMap<ServiceKey, string>,
): Finding[] {
  if (wishes.size === 0) return []
  const numbers = new Map(candidates.nodes.map(({ name }, number) => [name, number]))
  return candidates.addresses.flatMap(({ assignment, eligible }) =>
    assignment.services
      .filter((key) => wishes.has(key) && eligible !== undefined)
      .filter((key) => !eligible!.has(numbers.get(wishes.get(key)!) ?? NOBODY))
      .map((key) => preferenceFinding(key, wishes.get(key)!, assignment.address.text)),
  )
}

function preferenceFinding(key: ServiceKey, node: string, address: string): Finding {
  return makeFinding('BW5105', {
    message: `node ${node}, which the Service prefers, may not carry ${address}`,
    hint: `see why with "bellwether explain ${address}"`,
    object: serviceRef(key),
    path: 'metadata.annotations[bellwether.dev/node]',
  })
}

function sizeFindings({ plan }: PlacedSegment): Finding[] {
  const { announcements, segment } = plan.spec
  const bytes = planBytes(plan)
  if (bytes <= MAX_PLAN_BYTES) return []
  return [
    makeFinding('BW5301', {
      message: `the plan of segment ${segment} has ${announcements.length} addresses and ${bytes} bytes, and an object may have ${MAX_PLAN_BYTES}`,
      hint: 'give some of its pools another spec.announce.segment',
      object: { kind: 'AnnouncementPlan', name: segment },
    }),
  ]
}
