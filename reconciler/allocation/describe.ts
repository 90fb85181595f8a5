import type { AllocationStep, Release, Retention, SkippedAddress } from './result.ts'
import type { AllocationRule } from '../model/model.ts'
import { describePoolObstacle } from '../reasons/pools.ts'
import { forOperators } from '../reasons/reason.ts'
import { describeRefusal } from '../reasons/refusals.ts'
import { RELEASES } from '../reasons/releases.ts'
import { RETENTIONS } from '../reasons/retentions.ts'

/** One function for each step, picked by `type`: the compiler misses none. */
type Sentences = {
  readonly [Type in AllocationStep['type']]: (
    step: Extract<AllocationStep, { readonly type: Type }>,
  ) => string
}

const RULE: Readonly<Record<AllocationRule, string>> = {
  held: 'it had the address before, and what is held stays',
  reserved: 'the pool reserves the address for it',
  requested: 'it asks for the address',
  automatic: 'it takes what is free',
}

const NOT_OURS = {
  absent: 'there is no such Service',
  otherTypeOrClass: 'it is of another type or of another load balancer class',
  servicesUnknown: 'the state holds no Services',
} as const

const STEP: Sentences = {
  heldBefore: ({ service, address, by }) =>
    by === 'plan'
      ? `The previous plan gave ${address.text} to ${service}.`
      : `The status of ${service} names ${address.text}.`,
  released: ({ release }) => sentence(describeRelease(release)),
  retained: ({ retention }) => sentence(describeRetention(retention)),
  refused: ({ service, refusal }) => sentence(`${service} has ${describeRefusal(refusal)}`),
  poolPassedOver: ({ family, verdict }) =>
    `For ${family}, pool ${verdict.pool} was asked before and gave none: ${describePoolObstacle(verdict.because)}.`,
  lowestFree: ({ pool, address, inUse, skipped }) =>
    sentence(
      [
        `${address.text} was the lowest free address of pool ${pool}`,
        ...belowInWords(inUse, skipped),
      ].join('; '),
    ),
  assigned: ({ service, address, pool, rule, since, sharedWith }) =>
    `${service} has ${address.text} of pool ${pool} since ${since}: ${RULE[rule]}.` +
    (sharedWith.length === 0 ? '' : ` It shares it with ${sharedWith.join(', ')}.`),
  inPools: ({ address, pools }) =>
    pools.length === 0
      ? `No pool holds ${address.text}.`
      : `${address.text} lies in pool ${pools.join(', and after that in pool ')}.`,
  excluded: ({ address, pool, by }) => `Pool ${pool} takes ${address.text} out by \`${by}\`.`,
  reserved: ({ address, pool, service }) => `Pool ${pool} reserves ${address.text} for ${service}.`,
  nodeAddress: ({ address, node }) =>
    `${address.text} is an address of node ${node} itself, so it is not given out.`,
  free: ({ address }) => `Nobody has ${address.text}.`,
  notOurs: ({ service, because }) => `${service} is not served: ${NOT_OURS[because]}.`,
}

/** One step of an allocation as a sentence. */
export function describeStep(step: AllocationStep): string {
  return (STEP[step.type] as (step: AllocationStep) => string)(step)
}

/** One line for operators: the Service is `namespace/name`. */
export function describeRelease({ service, address, reason }: Release): string {
  return `${service} lets go of ${address.text}: ${forOperators(RELEASES, reason)}`
}

function describeRetention({ services, address, reason }: Retention): string {
  const keep = services.length === 1 ? 'keeps' : 'keep'
  return `${services.join(' and ')} ${keep} ${address.text}, although ${forOperators(RETENTIONS, reason)}`
}

function belowInWords(inUse: number, skipped: readonly SkippedAddress[]): string[] {
  const lower = inUse === 1 ? '1 lower one is in use' : `${inUse} lower ones are in use`
  return [...(inUse === 0 ? [] : [lower]), ...skipped.map(skippedInWords)]
}

function skippedInWords({ address, because }: SkippedAddress): string {
  return because.type === 'reserved'
    ? `${address.text} is reserved for ${because.service}`
    : `${address.text} is an address of node ${because.node}`
}

function sentence(text: string): string {
  return `${text}.`
}
