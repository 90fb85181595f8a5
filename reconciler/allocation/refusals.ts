import type { Address, Family } from '../../api/address.ts'
import { isOutsideRequestedPool } from './automatic.ts'
import { preferenceOfHeld } from './claims.ts'
import { statusAddressUnknown } from './held.ts'
import type { Holder } from './ledger.ts'
import { isIncomplete } from './ledger.ts'
import { absenceOf } from './pool-index.ts'
import type { AddressObstacle } from '../reasons/addresses.ts'
import type { AllocationRefusal } from '../reasons/refusals.ts'
import type { PoolVerdict, PoolObstacle } from '../reasons/pools.ts'
import type { Round } from './round.ts'
import { addressRefusal, asksForAddress, asksForNoPool } from './round.ts'
import type { Wish, Wishes } from './wishes.ts'
import type { ServiceKey, ServiceFact, Pool } from '../model/model.ts'
import { compareText } from '../../api/order.ts'
import type { FreeAddresses } from './free.ts'
import type { Admission } from './admission.ts'

/** Why Services lack addresses, or did not get the ones they ask for, once everything is decided. */
export function refusalsOf(
  round: Round,
  wishes: Wishes,
  answers: PoolAnswers,
): Map<ServiceKey, readonly AllocationRefusal[]> {
  const refusals: [ServiceKey, AllocationRefusal[]][] = []
  for (const holder of round.holders) {
    const wanted = wishes.get(holder) ?? []
    if (wanted.length === 0 && lacksNothing(holder)) continue
    const found = refusalsOfOne(round, holder, { wanted, wishes, answers })
    if (found.length > 0) refusals.push([holder.service.key, found])
  }
  return new Map(refusals.sort(([a], [b]) => compareText(a, b)))
}

function lacksNothing({ service, families, holdings }: Holder): boolean {
  if (service.requestedPool !== undefined || service.requestBroken === true) return false
  return families.every((family) => holdings[family] !== undefined)
}

interface Deliberation {
  readonly wanted: readonly Wish[]
  readonly wishes: Wishes
  readonly answers: PoolAnswers
}

function refusalsOfOne(
  round: Round,
  holder: Holder,
  deliberation: Deliberation,
): AllocationRefusal[] {
  const ofFamily = (family: Family) =>
    deliberation.wanted
      .filter(({ address }) => address.family === family)
      .flatMap((wish) => wishRefusal(round, deliberation.wishes, wish))
  const unwanted = (['IPv4', 'IPv6'] as const).filter((family) => !holder.families.includes(family))
  return [
    ...holder.families.flatMap((family) => [
      ...ofFamily(family),
      ...familyRefusal(round, holder, family, deliberation.answers),
    ]),
    ...unwanted.flatMap(ofFamily),
  ]
}

function wishRefusal(round: Round, wishes: Wishes, wish: Wish): AllocationRefusal[] {
  const { holder, address, rule } = wish
  const { family } = address
  const held = preferenceOfHeld(wishes, holder, family)
  const instead = given(holder, family)
  if (held > wish.preference) {
    // A wish that nothing stands against has been met, or else the claims are not settled.
    const because = wish.obstacle ?? addressRefusal(round, holder, address)!
    const type = rule === 'reserved' ? 'reservation' : 'request'
    return [{ type, family, address, because, instead }]
  }
  // Of several reservations one is enough.
  if (held === wish.preference || rule === 'reserved') return []
  return [{ type: 'request', family, address, because: betterWish(wishes, wish), instead }]
}

/** The wish was not tried, because the Service has what it likes better. */
function betterWish(wishes: Wishes, { holder, address: { family } }: Wish): AddressObstacle {
  const { address } = holder.holdings[family]!
  const better = wishes.get(holder)!.find((wish) => wish.address.text === address.text)
  return better?.rule === 'reserved'
    ? { type: 'reservationFirst', reserved: address }
    : { type: 'secondOfFamily', first: address }
}

/** What the Service ends up with. */
function given(holder: Holder, family: Family): Address | undefined {
  return isIncomplete(holder) ? undefined : holder.holdings[family]?.address
}

function familyRefusal(
  round: Round,
  holder: Holder,
  family: Family,
  answers: PoolAnswers,
): AllocationRefusal[] {
  const { service } = holder
  const instead = given(holder, family)
  if (service.requestBroken === true)
    return instead ? [] : [{ type: 'requestUnreadable', family, instead }]
  if (asksForNoPool(round, holder)) {
    const pool = service.requestedPool!
    const because = absenceOf(round.index, pool)
    return [{ type: 'requestedPool', family, instead, pool, because }]
  }
  if (holder.holdings[family] === undefined) return lackRefusal(round, holder, family, answers)
  if (isIncomplete(holder)) return [otherFamilyMissing(holder, family)]
  if (!isOutsideRequestedPool(round, holder, family)) return []
  return [poolsRefusal(family, instead, answers(service, family).verdicts)]
}

function lackRefusal(
  round: Round,
  holder: Holder,
  family: Family,
  answers: PoolAnswers,
): AllocationRefusal[] {
  if (asksForAddress(holder, family)) return []
  const address = statusAddressUnknown(round, holder, family)
  if (address !== undefined)
    return [{ type: 'statusAddressUnknown', family, instead: undefined, address }]
  const { verdicts, available } = answers(holder.service, family)
  if (available) return [otherFamilyMissing(holder, family)]
  return [poolsRefusal(family, undefined, verdicts)]
}

function otherFamilyMissing({ families, holdings }: Holder, family: Family): AllocationRefusal {
  const missing = families.find((other) => other !== family && holdings[other] === undefined)!
  return { type: 'otherFamilyMissing', family, instead: undefined, missing }
}

function poolsRefusal(
  family: Family,
  instead: Address | undefined,
  pools: readonly PoolVerdict[],
): AllocationRefusal {
  const exhausted = pools.some(({ because }) => because === 'exhausted')
  return { type: exhausted ? 'poolsExhausted' : 'noPoolFits', family, instead, pools }
}

/** What the pools say to a Service that asks for no address, or for that one pool. */
interface PoolAnswer {
  /** The pools that give it nothing, in the order in which they are asked. */
  readonly verdicts: readonly PoolVerdict[]
  /** True if there is a pool that would give it an address. */
  readonly available: boolean
}

export type PoolAnswers = (service: ServiceFact, family: Family) => PoolAnswer

/** Answers once everything is decided; made once for all Services that hear the same. */
export function poolAnswers(round: Round, free: FreeAddresses): PoolAnswers {
  const known = new Map<Admission, Map<string, PoolAnswer>>()
  return (service, family) => {
    const admission = round.admissionOf(service)
    const answers = known.get(admission) ?? new Map<string, PoolAnswer>()
    known.set(admission, answers)
    const key = `${family} ${service.requestedPool}`
    const answer = answers.get(key) ?? ask(round, free, service, family)
    answers.set(key, answer)
    return answer
  }
}

function ask(round: Round, free: FreeAddresses, service: ServiceFact, family: Family): PoolAnswer {
  const { requestedPool } = service
  const asked = round.index.pools.filter(
    ({ name }) => requestedPool === undefined || name === requestedPool,
  )
  const verdicts = asked.flatMap((pool) => {
    const because = poolObstacle(round, free, service, { pool, family })
    return because === undefined ? [] : [{ pool: pool.name, because }]
  })
  return { verdicts, available: verdicts.length < asked.length }
}

function poolObstacle(
  round: Round,
  free: FreeAddresses,
  service: ServiceFact,
  { pool, family }: { readonly pool: Pool; readonly family: Family },
): PoolObstacle | undefined {
  const obstacle = round.admissionOf(service).obstacles.get(pool)
  if (obstacle !== undefined) return obstacle
  if (pool.suspend) return 'suspended'
  if (!pool.autoAssign && service.requestedPool === undefined) return 'autoAssignOff'
  if (pool.ranges.every(({ first }) => first.family !== family)) return 'noneOfFamily'
  return free.lowest(pool, family) === undefined ? 'exhausted' : undefined
}
