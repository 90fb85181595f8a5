import type { Address, Family } from '../../api/address.ts'
import type { AllocationRule, ServiceKey } from '../model/model.ts'
import type { Advice, ReasonOf, Sentences } from './reason.ts'
import { forOperators } from './reason.ts'
import type { SharingObstacle } from './sharing.ts'
import { SHARING_OBSTACLES } from './sharing.ts'

interface Moved {
  readonly to: Address
  readonly rule: AllocationRule
}

interface SharingEnded {
  readonly keeper: ServiceKey
  readonly because: SharingObstacle
}

/** `word` is for metrics, events and the difference of plans, which prints the sentence for owners beside it. */
interface ReleaseEntry extends Sentences<never> {
  readonly word: string
  readonly owner: () => string
  /** The finding; none where the release is what somebody asked for. */
  readonly advice?: Advice
}

/** Why an address was let go by a Service. */
export const RELEASES = {
  serviceGone: {
    word: 'ServiceGone' as const,
    operators: () => 'there is no such Service any more',
    owner: () => 'the Service is gone',
  },
  /** It exists, but has another type or class. */
  serviceNotOurs: {
    word: 'ServiceNotOurs' as const,
    operators: () => 'the Service has another type or class now',
    owner: () => 'the Service has another type or class',
  },
  familyNotWanted: {
    word: 'FamilyNotWanted' as const,
    operators: ({ family }: { readonly family: Family }) =>
      `the Service wants no ${family} address any more`,
    owner: () => 'the Service wants no address of this family',
  },
  /** The Service got the address that it asks for, or that is reserved for it. */
  moved: {
    word: 'Moved' as const,
    operators: ({ to, rule }: Moved) =>
      `it moves to ${to.text}, ${rule === 'reserved' ? 'reserved for it' : 'as it asks for'}`,
    owner: () => 'the Service moved to another address',
  },
  /** The Services may no longer share; `keeper`, the older one, has the address. */
  sharingEnded: {
    word: 'SharingEnded' as const,
    operators: ({ keeper, because }: SharingEnded) =>
      `${keeper}, the older one, keeps it, and they cannot share any more: ${forOperators(SHARING_OBSTACLES, because)}`,
    owner: () => 'the Services may no longer share',
    advice: {
      code: 'BW4014',
      hint: 'make the two fit each other again, or use the new address',
    },
  },
  /** Outside of every pool, and `bellwether.dev/allow-release` of `pool` names it. */
  releaseAllowed: {
    word: 'ReleaseAllowed' as const,
    operators: ({ pool }: { readonly pool: string }) =>
      `no pool holds it, and the annotation bellwether.dev/allow-release of pool ${pool} lets it go`,
    owner: () => 'no pool holds it, and its release is allowed',
  },
  /** The Service holds another address of the same family for longer. */
  secondOfFamily: {
    word: 'SecondOfFamily' as const,
    operators: ({ keeps }: { readonly keeps: Address }) =>
      `it has had ${keeps.text} of the same family for longer`,
    owner: () => 'the Service has another address of this family',
  },
  /** Two plans had the address, and the other one had it first. */
  otherPlanFirst: {
    word: 'OtherPlanFirst' as const,
    operators: ({ segment }: { readonly segment: string }) =>
      `the plan of segment ${segment} had it first`,
    owner: () => 'another segment had it first',
  },
} satisfies Readonly<Record<string, ReleaseEntry>>

/** Why an address was let go by a Service. */
export type ReleaseReason = ReasonOf<typeof RELEASES>

/** Why Services lose an address, as a word. `Unexplained`: compared without the inputs, which would tell. */
export type ReleaseWord = (typeof RELEASES)[keyof typeof RELEASES]['word'] | 'Unexplained'

/** What to do about a release, where it is told as a finding. */
export function releaseAdvice(type: ReleaseReason['type']): Advice | undefined {
  const { advice }: ReleaseEntry = RELEASES[type]
  return advice
}

const BY_WORD: ReadonlyMap<string, string> = new Map(
  Object.values(RELEASES).map(({ word, owner }) => [word, owner()]),
)

/** A release in a few words that name nothing; empty for what is not explained. */
export function describeReleaseWord(word: ReleaseWord): string {
  return BY_WORD.get(word) ?? ''
}
