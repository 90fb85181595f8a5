import type { AllocationIncomplete } from '../allocation/result.ts'
import type { Finding } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import type { ClusterFacts, PoolSet } from '../model/model.ts'
import type { PlacedSegment } from '../placement/place.ts'
import { addressesText } from '../model/words.ts'
import type { MissingInput } from './refusal.ts'
import type { CandidateBasis } from '../reasons/placement.ts'

/** The inputs that are not known, and the addresses that stay as they were because of it. */
export function missingInputs(
  pools: PoolSet,
  facts: ClusterFacts,
  segments: readonly PlacedSegment[],
  allocation: readonly AllocationIncomplete[],
): MissingInput[] {
  const on = (...bases: readonly CandidateBasis[]): string[] => frozenAddresses(segments, bases)
  const isAskedFor = allocation.some(({ kind }) => kind === 'Namespace')
  const local = on('endpointsUnknown')
  return [
    ...missing('AddressPool', !pools.complete, on('poolUnknown')),
    ...missing('Service', facts.services === undefined, on('servicesUnknown', 'nodesUnknown')),
    ...missing('Node', facts.nodes === undefined, on('nodesUnknown')),
    ...missing('EndpointSlice', local.length > 0, local),
    ...missing('Namespace', isAskedFor, []),
  ]
}

function missing(
  input: MissingInput['input'],
  isMissing: boolean,
  frozen: readonly string[],
): MissingInput[] {
  return isMissing ? [{ input, frozen }] : []
}

function frozenAddresses(
  segments: readonly PlacedSegment[],
  bases: readonly CandidateBasis[],
): string[] {
  return segments.flatMap(({ candidates }) =>
    candidates.addresses
      .filter(({ basis }) => bases.includes(basis))
      .map(({ assignment }) => assignment.address.text),
  )
}

/** What choosing needs and does not know; allocation speaks for Services and Namespaces. */
export function missingFindings(inputs: readonly MissingInput[]): Finding[] {
  return inputs
    .filter(({ input }) => input === 'Node' || input === 'EndpointSlice')
    .map(({ input, frozen }) =>
      makeFinding('BW5104', {
        message: `the cluster state has no ${input}s: candidates kept as they were for ${addressesText(frozen.length)}`,
        hint: `add ${input}s to the cluster state`,
      }),
    )
}
