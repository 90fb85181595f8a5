import type { AllocationResult } from '../allocation/result.ts'
import type { AddressCandidates } from '../placement/candidates.ts'
import type { Choice } from '../placement/choice.ts'
import type { ClusterFacts } from '../model/model.ts'
import type { MoveReason } from '../reasons/changes.ts'
import { RELEASES } from '../reasons/releases.ts'
import type { ChangeReasons } from '../plan/diff.ts'
import type { PlacedSegment } from '../placement/place.ts'

/** Why the plans differ, as allocation and choice know it. */
export function changeReasons(
  segments: readonly PlacedSegment[],
  allocation: Pick<AllocationResult, 'releases'>,
  facts: ClusterFacts,
): ChangeReasons {
  const releases = new Map(
    allocation.releases.map(({ address, service, reason }) => [
      `${address.text} ${service}`,
      RELEASES[reason.type].word,
    ]),
  )
  let places: ReadonlyMap<string, Place> | undefined
  return {
    move: (address) => {
      places ??= placesOf(segments)
      const place = places.get(address)
      return place === undefined ? 'Unexplained' : moveReason(place, facts)
    },
    release: (address, service) => releases.get(`${address} ${service}`) ?? 'Unexplained',
  }
}

interface Place {
  readonly entry: AddressCandidates
  readonly choice: Choice
}

function placesOf(segments: readonly PlacedSegment[]): Map<string, Place> {
  return new Map(
    segments.flatMap(({ candidates, choices }) =>
      candidates.addresses.map((entry, index): [string, Place] => [
        entry.assignment.address.text,
        { entry, choice: choices[index]! },
      ]),
    ),
  )
}

function moveReason({ entry, choice }: Place, { nodes }: ClusterFacts): MoveReason {
  if (entry.basis === 'noLocalEndpoints') return 'NoLocalEndpoints'
  if (choice.candidates.length === 0) return 'NobodyLeft'
  if (choice.reason === 'failback') return 'FailBack'
  const isGone = nodes !== undefined && !nodes.some(({ name }) => name === entry.formerOwner)
  return isGone ? 'NodeGone' : 'NodeExcluded'
}
