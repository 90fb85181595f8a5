import type { AllocationResult, ReleaseReason as AllocationReason } from './allocation-result.ts'
import type { ClusterFacts } from './model.ts'
import type { MoveReason, ReleaseReason } from './plan-change.ts'
import type { ChangeReasons } from './plan-diff.ts'
import type { PlacedSegment } from './place.ts'

const RELEASES: Readonly<Record<AllocationReason['type'], ReleaseReason>> = {
  serviceGone: 'ServiceGone',
  serviceNotOurs: 'ServiceNotOurs',
  familyNotWanted: 'FamilyNotWanted',
  moved: 'Moved',
  sharingEnded: 'SharingEnded',
  releaseAllowed: 'ReleaseAllowed',
  secondOfFamily: 'SecondOfFamily',
  otherPlanFirst: 'OtherPlanFirst',
}

/** Why the plans differ, as allocation and choice know it. */
export function changeReasons(
  segments: readonly PlacedSegment[],
  allocation: Pick<AllocationResult, 'releases'>,
  facts: ClusterFacts,
): ChangeReasons {
  const releases = new Map(
    allocation.releases.map(({ address, service, reason }) => [
      `${address.text} ${service}`,
      RELEASES[reason.type],
    ]),
  )
  const moves = new Map(segments.flatMap((segment) => moveReasons(segment, facts)))
  return {
    move: (address) => moves.get(address)?.() ?? 'Unexplained',
    release: (address, service) => releases.get(`${address} ${service}`) ?? 'Unexplained',
  }
}

function moveReasons(
  { candidates, choices }: PlacedSegment,
  facts: ClusterFacts,
): [string, () => MoveReason][] {
  const names = facts.nodes && new Set(facts.nodes.map(({ name }) => name))
  return candidates.addresses.map(({ assignment, basis, formerOwner = '' }, index) => [
    assignment.address.text,
    () => {
      if (basis === 'noLocalEndpoints') return 'NoLocalEndpoints'
      if (choices[index]!.candidates.length === 0) return 'NobodyLeft'
      if (choices[index]!.reason === 'failback') return 'FailBack'
      return names?.has(formerOwner) === false ? 'NodeGone' : 'NodeExcluded'
    },
  ])
}
