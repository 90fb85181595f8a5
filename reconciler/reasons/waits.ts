import type { RefusalWord } from './refusals.ts'
import { toAll } from './reason.ts'
import type { ReasonOf, Sentences } from './reason.ts'

interface WaitEntry extends Sentences<never> {
  readonly word: string
}

interface Waiting {
  /** The addresses with their pools. */
  readonly addresses: string
}

interface Silent extends Waiting {
  readonly segments: string
}

interface Owned extends Waiting {
  readonly manager: string
}

/** Why a Service has no address in its status although no pool refuses it one. */
export const WAITS = {
  /** Decided, and not published yet: nobody is known to answer. */
  noLiveSpeaker: {
    word: 'NoLiveSpeaker' as const,
    ...toAll(
      ({ addresses, segments }: Silent) =>
        `${addresses} waits for a speaker of segment ${segments}`,
    ),
  },
  /** Another manager owns `status.loadBalancer.ingress`. */
  ingressOwnedByOther: {
    word: 'IngressOwnedByOther' as const,
    ...toAll(
      ({ addresses, manager }: Owned) =>
        `${addresses} cannot be published: ${manager} owns status.loadBalancer.ingress; --adopt takes it`,
    ),
  },
  /** Nothing is refused, and nothing given: an input is missing. */
  inputUnknown: {
    word: 'NotDecided' as const,
    ...toAll('nothing is given while an input is not known'),
  },
  /** Nothing is given: the guard blocks the plan. */
  planBlocked: {
    word: 'NotDecided' as const,
    ...toAll(
      ({ message }: { readonly message: string }) =>
        `nothing is given out while the plan is blocked: ${message}`,
    ),
  },
} satisfies Readonly<Record<string, WaitEntry>>

/** Why a Service has no address in its status although no pool refuses it one. */
export type WaitReason = ReasonOf<typeof WAITS>

/** Why the condition of a Service is not True. */
export type NotAssignedReason = RefusalWord | (typeof WAITS)[keyof typeof WAITS]['word']

/** The reason of a Service's condition. */
export type AssignedReason = 'Assigned' | NotAssignedReason
