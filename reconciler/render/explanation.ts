import type {
  AddressExplanation,
  NodeExplanation,
  NodeInSegment,
  ServiceExplanation,
} from '../explain/explanation.ts'
import { describeStep } from '../allocation/describe.ts'
import { describePlacement } from './placement.ts'
import { describeOwnerLoss } from '../reasons/placement.ts'

export type Explanation = ServiceExplanation | AddressExplanation | NodeExplanation

/** The chain of reasons in sentences. Ends with a line feed. */
export function renderExplanation(explanation: Explanation): string {
  switch (explanation.kind) {
    case 'service':
      return lines(serviceLines(explanation))
    case 'address':
      return lines(addressLines(explanation))
    case 'node':
      return lines(nodeLines(explanation))
  }
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`
}

function section(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : ['', title, ...sentences.map((text) => `  ${text}`)]
}

function serviceLines(explanation: ServiceExplanation): string[] {
  const { addresses, allocation } = explanation
  return [
    serviceHeadline(explanation),
    ...section(addresses.length === 0 ? 'Why none' : 'Why', allocation.map(describeStep)),
    ...addresses.flatMap(placementSection),
  ]
}

const SERVICE_STANDING = {
  ours: 'has no address',
  other: 'is not ours: another load balancer, or none, is responsible for it',
  absent: 'does not exist in this state',
  unknown: 'may exist, but the state holds no Services',
} as const

function serviceHeadline({ service, standing, addresses }: ServiceExplanation): string {
  if (addresses.length === 0) return `Service ${service} ${SERVICE_STANDING[standing]}.`
  return `Service ${service} has ${addresses.map(({ address }) => address).join(' and ')}.`
}

function addressLines(explanation: AddressExplanation): string[] {
  return [
    addressHeadline(explanation),
    ...section('Why', explanation.allocation.map(describeStep)),
    ...placementSection(explanation),
  ]
}

const ADDRESS_STANDING = {
  assigned: 'is assigned',
  free: 'is free',
  outsidePools: 'is in no pool',
  notAnAddress: 'is not an IP address',
} as const

function addressHeadline({ address, standing, assignment }: AddressExplanation): string {
  if (assignment === undefined) return `${address} ${ADDRESS_STANDING[standing]}.`
  return `${address} belongs to ${assignment.services.join(' and ')}.`
}

function placementSection({ address, placement }: AddressExplanation): string[] {
  if (placement === undefined) return []
  const owner = placement.candidates[0]
  const title =
    owner === undefined
      ? `Why nobody answers for ${address}`
      : `Why ${owner} answers for ${address}`
  return section(title, describePlacement(placement))
}

const NODE_STANDING = {
  absent: 'does not exist in this state',
  unknown: 'may exist, but the state holds no Nodes',
} as const

function nodeLines(explanation: NodeExplanation): string[] {
  const { standing, segments } = explanation
  const told = segments.filter(
    ({ owns, standsByFor }) => standing === 'present' || owns.length + standsByFor.length > 0,
  )
  return [nodeHeadline(explanation), ...told.flatMap(segmentSection)]
}

function nodeHeadline({ node, standing, ready }: NodeExplanation): string {
  if (standing !== 'present') return `Node ${node} ${NODE_STANDING[standing]}.`
  if (ready === true) return `Node ${node} is ready.`
  return `Node ${node} is not Ready: it comes last for new addresses and keeps those that it has.`
}

function segmentSection(inSegment: NodeInSegment): string[] {
  const { segment, addresses, pools, owns, standsByFor } = inSegment
  return section(`On segment ${segment}`, [
    addresses.length === 0
      ? 'The plan does not name it: it has no address there that a pool could use.'
      : `It is reached at ${addresses.join(', ')}.`,
    `It answers for ${listOrNothing(owns)}.`,
    `It stands by for ${listOrNothing(standsByFor)}.`,
    ...pools.map(({ pool, excluded }) =>
      excluded === undefined
        ? `It may carry addresses of pool ${pool}.`
        : `It may not carry addresses of pool ${pool}: ${describeOwnerLoss(excluded)}.`,
    ),
  ])
}

function listOrNothing(addresses: readonly string[]): string {
  return addresses.length === 0 ? 'nothing' : addresses.join(', ')
}
