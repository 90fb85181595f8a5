import type { AddressCandidates } from './candidates.ts'
import { NOBODY } from './choice.ts'
import type { Finding, ObjectRef } from '../../api/finding.ts'
import { groupBy } from '../values/group-by.ts'
import { makeFinding } from '../../api/make-finding.ts'
import type { ClusterFacts, ServiceKey } from '../model/model.ts'
import { MAX_PLAN_BYTES, planBytes } from '../plan/size.ts'
import type { PlacedSegment } from './place.ts'

/** Findings about candidates: nobody left, no endpoint, a wish that cannot be met, a plan too large. */
export function placementFindings(
  segments: readonly PlacedSegment[],
  { services = [] }: ClusterFacts,
): Finding[] {
  const preferring = services.filter(({ preferredNode }) => preferredNode !== undefined)
  const wishes = new Map(preferring.map(({ key, preferredNode = '' }) => [key, preferredNode]))
  return segments.flatMap((segment) => [
    ...poolFindings(segment),
    ...segment.candidates.addresses.filter(isSilent).map(endpointFinding),
    ...preferenceFindings(segment, wishes),
    ...sizeFindings(segment),
  ])
}

/** One for each pool: it is the pool that has to be corrected. */
function poolFindings({ candidates }: PlacedSegment): Finding[] {
  const isLeft = ({ basis }: AddressCandidates): boolean =>
    basis === 'nobodyLeft' || basis === 'nobody'
  const groups = groupBy(
    candidates.addresses.filter(isLeft),
    ({ assignment, basis }) => `${basis} ${assignment.pool}`,
  )
  return [...groups.values()].map((entries) => {
    const { assignment, basis } = entries[0]!
    const addresses = someOf(entries.map((entry) => entry.assignment.address.text))
    return makeFinding(basis === 'nobody' ? 'BW5102' : 'BW5101', {
      message:
        basis === 'nobody'
          ? `no node may carry ${addresses}: nobody answers`
          : `no node may carry ${addresses}: the candidates of the previous plan stay`,
      hint: `see why with "bellwether explain ${assignment.address.text}"`,
      object: { kind: 'AddressPool', name: assignment.pool },
    })
  })
}

function someOf(texts: readonly string[]): string {
  const shown = texts.slice(0, 3).join(', ')
  return texts.length > 3 ? `${shown} and ${texts.length - 3} more` : shown
}

function isSilent({ basis }: AddressCandidates): boolean {
  return basis === 'noLocalEndpoints'
}

function endpointFinding({ assignment }: AddressCandidates): Finding {
  return makeFinding('BW5103', {
    message: `nobody answers for ${assignment.address.text}: externalTrafficPolicy is Local, and there is no endpoint`,
    hint: 'see that the selector matches Pods, and that one of them is ready',
    object: serviceRef(assignment.services[0]!),
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

function serviceRef(key: ServiceKey): ObjectRef {
  const [namespace = '', name = ''] = key.split('/', 2)
  return { kind: 'Service', namespace, name }
}
