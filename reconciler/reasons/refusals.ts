import type { Address, Family } from '../../api/address.ts'
import type { ServiceKey } from '../model/model.ts'
import type { AddressObstacle } from './addresses.ts'
import { ADDRESS_OBSTACLES } from './addresses.ts'
import type { PoolVerdict } from './pools.ts'
import { describeVerdicts } from './pools.ts'
import type { Advice, ReasonOf, Sentences } from './reason.ts'
import { forOperators, forOwner, toAll } from './reason.ts'

interface RefusedAddress {
  readonly address: Address
  readonly because: AddressObstacle
}

interface RefusedPool {
  readonly pool: string
  readonly because: keyof typeof POOL_ABSENCES
}

interface RefusingPools {
  readonly pools: readonly PoolVerdict[]
}

/** Why a pool that is asked for by its name gives out nothing. */
const POOL_ABSENCES = {
  absent: 'there is no such pool',
  broken: 'its declaration has an error, so it gives out nothing',
  unknown: 'it may be in a file that could not be read',
}

/**
 * `word` is the reason of the condition. `advice` is the finding, none for what has a finding elsewhere or is as it
 * should be; `isExtra`: the Service has an address of one family and would only prefer this one too.
 */
interface RefusalEntry extends Sentences<never> {
  readonly word: string
  readonly advice: (refusal: never, isExtra: boolean) => Advice | undefined
}

/** Why a Service did not get what it wants for one family. */
export const REFUSALS = {
  request: {
    word: 'RequestRefused' as const,
    operators: ({ address, because }: RefusedAddress) =>
      `it asks for ${address.text} and cannot have it: ${forOperators(ADDRESS_OBSTACLES, because)}`,
    owner: ({ address, because }: RefusedAddress, reader: ServiceKey) =>
      `it asks for ${address.text} and cannot have it: ${forOwner(ADDRESS_OBSTACLES, because, reader)}`,
    advice: ({ because }: RefusedAddress) => ADDRESS_OBSTACLES[because.type].advice,
  },
  reservation: {
    word: 'ReservationRefused' as const,
    operators: ({ address, because }: RefusedAddress) =>
      `${address.text} is reserved for it and cannot be had: ${forOperators(ADDRESS_OBSTACLES, because)}`,
    owner: ({ address, because }: RefusedAddress, reader: ServiceKey) =>
      `${address.text} is reserved for it and cannot be had: ${forOwner(ADDRESS_OBSTACLES, because, reader)}`,
    // An address that is in use and reserved has a finding as an address that is kept.
    advice: ({ because }: RefusedAddress) =>
      because.type === 'inUse'
        ? undefined
        : advise('BW4012', 'change the reservation, or what stands against it'),
  },
  /** `bellwether.dev/pool` names a pool that gives out nothing, or that nobody knows. */
  requestedPool: {
    word: 'RequestedPoolNotInForce' as const,
    ...toAll(
      ({ pool, because }: RefusedPool) => `it asks for pool ${pool}: ${POOL_ABSENCES[because]}`,
    ),
    advice: () => advise('BW4005', 'correct the annotation bellwether.dev/pool, or the pool'),
  },
  /** What the Service asks for cannot be read: it gets nothing rather than something else. */
  requestUnreadable: {
    word: 'RequestUnreadable' as const,
    ...toAll('what it asks for cannot be read, and it gets nothing rather than another'),
    // The annotation has a finding already, from where it is read.
    advice: () => undefined,
  },
  /** No pool takes the Service; `pools` in the order in which they were asked. */
  noPoolFits: {
    word: 'NoPoolFits' as const,
    ...toAll(({ pools }: RefusingPools) =>
      pools.length === 0 ? 'no pool is in force' : `no pool takes it: ${describeVerdicts(pools)}`,
    ),
    // That no pool has any address of a family that is only preferred is no surprise.
    advice: (_: RefusingPools, isExtra: boolean) =>
      isExtra ? undefined : advise('BW4001', 'make a pool take the Service, or declare one for it'),
  },
  /** At least one pool takes the Service, but has no free address. */
  poolsExhausted: {
    word: 'PoolsExhausted' as const,
    ...toAll(
      ({ pools }: RefusingPools) => `no pool has an address left: ${describeVerdicts(pools)}`,
    ),
    advice: (_: RefusingPools, isExtra: boolean) =>
      advise(
        isExtra ? 'BW4007' : 'BW4002',
        'add addresses of that family to a pool that takes the Service',
      ),
  },
  /** RequireDualStack: both or none, and `missing` could not be had. */
  otherFamilyMissing: {
    word: 'OtherFamilyMissing' as const,
    ...toAll(
      ({ missing }: { readonly missing: Family }) =>
        `it requires both families, and no ${missing} address could be had`,
    ),
    advice: () =>
      advise('BW4006', 'add addresses of the other family to a pool, or use PreferDualStack'),
  },
  /**
   * The Service's status has `address`, which may lie in a pool that is broken or could not be read: giving another
   * address would take this one away.
   */
  statusAddressUnknown: {
    word: 'StatusAddressUnknown' as const,
    ...toAll(
      ({ address }: { readonly address: Address }) =>
        `its status names ${address.text}, which may belong to a pool that could not be read`,
    ),
    advice: () => advise('BW4016', 'correct the pool that is broken'),
  },
} satisfies Readonly<Record<string, RefusalEntry>>

/**
 * Why a Service did not get what it wants for one family. `instead` is the address of that family which it
 * has nevertheless: with `instead`, only a wish is refused; without, the Service has none of this family.
 */
export type AllocationRefusal = {
  readonly family: Family
  readonly instead: Address | undefined
} & ReasonOf<typeof REFUSALS>

/** The reason of a Service's condition. */
export type RefusalWord = (typeof REFUSALS)[keyof typeof REFUSALS]['word']

/** The finding on a refusal, if there is one; `isExtra`: the Service only prefers to have this family too. */
export function adviceOn(refusal: AllocationRefusal, isExtra: boolean): Advice | undefined {
  const { advice }: RefusalEntry = REFUSALS[refusal.type]
  return advice(refusal as never, isExtra)
}

/** Why a Service has not what it wants of one family, without its name: for operators. */
export function describeRefusal(refusal: AllocationRefusal): string {
  return `${whatItHas(refusal)}, because ${forOperators(REFUSALS, refusal)}`
}

/** The same for the owner of the Service, `reader`. */
export function describeRefusalToOwner(refusal: AllocationRefusal, reader: ServiceKey): string {
  return `${whatItHas(refusal)}, because ${forOwner(REFUSALS, refusal, reader)}`
}

function whatItHas({ instead, family }: AllocationRefusal): string {
  return instead === undefined ? `no ${family} address` : `${instead.text} instead`
}

function advise(code: Advice['code'], hint: string): Advice {
  return { code, hint }
}
