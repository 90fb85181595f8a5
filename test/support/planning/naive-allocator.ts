import type { Address, Family } from '../../../api/address.ts'
import { addressOf, compareAddresses } from '../../../api/address.ts'
import type { AllocationInput } from '../../../reconciler/allocation/result.ts'
import { matches } from '../../../reconciler/model/label-selector.ts'
import type { Pool, ServiceFact } from '../../../reconciler/model/model.ts'
import type { HeldAddress } from '../../../reconciler/plan/held.ts'

/**
 * The rules of allocation, written down as plainly as possible: pools are expanded, everything is searched from
 * the start each time, nothing is remembered but who has what. For small inputs; the oracle of allocate.
 */

/** A Service has an address; `pool` and `segment` are what it is attributed to. */
interface Having {
  readonly service: ServiceFact
  readonly address: Address
  readonly pool: string
  readonly segment: string
  readonly rule: 'held' | 'reserved' | 'requested' | 'automatic'
}

interface Asking {
  readonly service: ServiceFact
  readonly address: Address
  readonly rule: 'held' | 'reserved' | 'requested'
  /** For what is held: where it is attributed to if nobody has it. */
  readonly origin: { readonly pool: string; readonly segment: string } | undefined
}

export interface NaiveAssignment {
  readonly address: string
  readonly pool: string
  readonly segment: string
  readonly services: readonly string[]
}

// eslint-disable-next-line complexity -- one page, to be read from top to bottom
export function naiveAllocate(input: AllocationInput): NaiveAssignment[] {
  const { facts } = input
  const pools = [...input.pools.pools].sort(
    (a, b) => a.priority - b.priority || (a.name < b.name ? -1 : 1),
  )
  const services = [...(facts.services ?? [])].sort(older)
  const previous = [...input.previous].sort(
    (a, b) =>
      text(a.since, b.since) ||
      compareAddresses(a.address, b.address) ||
      text(a.segment, b.segment) ||
      text(a.pool, b.pool) ||
      text(a.services.join(), b.services.join()),
  )
  const somePoolUnknown = !input.pools.complete || input.pools.broken.length > 0
  let having: Having[] = []
  const hadSome = new Set<ServiceFact>()

  // What the pools say

  function addressesOf(pool: Pool): Address[] {
    return pool.ranges
      .flatMap(({ first, last }) => {
        const list: Address[] = []
        for (let value = first.value; value <= last.value; value++)
          list.push(addressOf(first.family, value))
        return list
      })
      .filter((address) => !(pool.avoidBuggyIPs && /^[^:]*\.(0|255)$/.test(address.text)))
  }
  const contents = new Map(
    pools.map((pool) => [pool.name, new Set(addressesOf(pool).map((one) => one.text))]),
  )
  const isIn = (pool: Pool, address: Address) => contents.get(pool.name)!.has(address.text)
  const poolsWith = (address: Address) => pools.filter((pool) => isIn(pool, address))
  const named = (name: string) => pools.find((pool) => pool.name === name)

  function reservation(address: Address): { pool: Pool; service: string } | undefined {
    for (const pool of pools)
      for (const one of pool.reservations)
        if (one.address.text === address.text) return { pool, service: one.service }
    return undefined
  }
  function admits(pool: Pool, service: ServiceFact): boolean {
    if (!matches(pool.serviceSelector, service.labels)) return false
    if (pool.namespaces && !pool.namespaces.includes(service.namespace)) return false
    if (!pool.namespaceSelector) return true
    const labels = facts.namespaces?.get(service.namespace)?.labels
    return labels !== undefined && matches(pool.namespaceSelector, labels)
  }
  function gives(pool: Pool, service: ServiceFact, address: Address | undefined): boolean {
    if (service.requestedPool !== undefined && service.requestedPool !== pool.name) return false
    if (pool.suspend) return false
    const reserved = address && reservation(address)
    const isOwn = reserved?.service === service.key && reserved.pool === pool
    return isOwn || admits(pool, service)
  }
  const isNodeAddress = (address: Address) =>
    (facts.nodes ?? []).some((node) =>
      [...node.internalIPs, ...Object.values(node.segmentAddresses).flat()].some(
        (one) => one.text === address.text,
      ),
    )

  // Who has what

  const has = (service: ServiceFact, family: Family) =>
    having.find((one) => one.service === service && one.address.family === family)
  const holders = (address: Address) => having.filter((one) => one.address.text === address.text)
  function wants({ families, familyPolicy }: ServiceFact): readonly Family[] {
    return familyPolicy === 'SingleStack' ? families.slice(0, 1) : families
  }
  /** It needs both families, has one, and had none before. */
  const isHalf = (service: ServiceFact) =>
    service.familyPolicy === 'RequireDualStack' &&
    !hadSome.has(service) &&
    wants(service).some((family) => !has(service, family))
  const isGivenTo = (key: string, address: Address) =>
    holders(address).some(({ service }) => service.key === key && !isHalf(service))
  const fits = (service: ServiceFact, address: Address) =>
    holders(address).every((one) => one.service === service || canShare(service, one.service))
  function take(
    service: ServiceFact,
    address: Address,
    rule: Having['rule'],
    pool: Pool | Asking['origin'],
  ) {
    if (rule === 'held') hadSome.add(service)
    const beside = holders(address).find((one) => one.service !== service)
    having = having.filter((one) => one !== has(service, address.family))
    const origin = beside ?? {
      pool: pool !== undefined && 'name' in pool ? pool.name : pool!.pool,
      segment: pool!.segment,
    }
    having.push({ service, address, rule, pool: origin.pool, segment: origin.segment })
  }
  /** Those who have the address let this one join, and so does the pool it is attributed to. */
  function mayJoin(service: ServiceFact, address: Address): boolean {
    const others = holders(address).filter((one) => one.service !== service)
    if (others.length === 0) return true
    if (!fits(service, address) || others.some((one) => one.service.requestBroken)) return false
    const pool = named(others[0]!.pool)
    if (pool === undefined || !isIn(pool, address) || !gives(pool, service, address)) return false
    if (isUnreadable(others[0]!) || others.every((one) => isHalf(one.service))) return false
    if (pool.sharing === 'none') return false
    if (pool.sharing === 'acrossNamespaces') return true
    return others.every((one) => one.service.namespace === service.namespace)
  }
  /** Attributed to a pool by that name while what that name means is not known. */
  const isUnreadable = ({ pool }: Having) => named(pool) === undefined

  // What is held

  function attribution({ address, pool: name, segment }: HeldAddress) {
    const pool = named(name)
    if (pool && isIn(pool, address)) return { pool: name, segment: pool.segment, known: true }
    const isUnknown =
      input.pools.broken.includes(name) || (pool === undefined && !input.pools.complete)
    const other = poolsWith(address)[0]
    if (other && !isUnknown) return { pool: other.name, segment: other.segment, known: true }
    return { pool: name, segment: pool?.segment ?? segment, known: isUnknown }
  }
  const isAllowed = ({ address, pool }: HeldAddress) =>
    pools.some((one) =>
      one.allowRelease.some((entry) =>
        entry === '*' ? one.name === pool : entry === address.text,
      ),
    )

  if (facts.services === undefined) {
    const seen = new Map<string, HeldAddress>()
    for (const held of previous) if (!seen.has(held.address.text)) seen.set(held.address.text, held)
    return [...seen.values()]
      .sort((a, b) => compareAddresses(a.address, b.address))
      .map((held) => ({
        address: held.address.text,
        pool: attribution(held).pool,
        segment: attribution(held).segment,
        services: [...new Set(held.services)].sort(),
      }))
  }

  const waiting: Asking[] = []
  const firstPlan = new Map<string, string>()
  const seen = new Set<string>()
  for (const held of previous) {
    const { address } = held
    const segment = firstPlan.get(address.text) ?? held.segment
    firstPlan.set(address.text, segment)
    const origin = attribution(held)
    for (const service of services.filter(({ key }) => held.services.includes(key))) {
      const pair = `${address.text} ${service.key}`
      if (seen.has(pair)) continue
      seen.add(pair)
      if (!wants(service).includes(address.family)) continue
      if (!origin.known && !somePoolUnknown && isAllowed(held)) continue
      const current = has(service, address.family)
      if (current !== undefined) continue
      if (segment === held.segment && fits(service, address)) take(service, address, 'held', origin)
      else {
        hadSome.add(service)
        waiting.push({ service, address, rule: 'held', origin })
      }
    }
  }
  for (const service of services)
    for (const address of service.statusAddresses) {
      const pool = poolsWith(address)[0]
      if (!wants(service).includes(address.family) || has(service, address.family)) continue
      if (pool === undefined || isNodeAddress(address)) continue
      const origin = { pool: pool.name, segment: pool.segment }
      if (fits(service, address)) take(service, address, 'held', origin)
      else {
        hadSome.add(service)
        waiting.push({ service, address, rule: 'held', origin })
      }
    }

  // What is asked for

  function reservedFor(service: ServiceFact): Address[] {
    const mine = pools.flatMap((pool) =>
      pool.reservations
        .map(({ address }) => address)
        .sort(compareAddresses)
        .filter((address) => reservation(address)!.pool === pool)
        .filter((address) => reservation(address)!.service === service.key),
    )
    const asked = new Set(service.requestedAddresses.map((one) => one.text))
    return [
      ...mine.filter((one) => asked.has(one.text)),
      ...mine.filter((one) => !asked.has(one.text)),
    ]
  }
  const isBarred = (service: ServiceFact) =>
    service.requestBroken === true ||
    (service.requestedPool !== undefined && named(service.requestedPool) === undefined)
  /** The addresses it would like, best first. */
  const likes = (service: ServiceFact, family: Family) =>
    isBarred(service)
      ? []
      : [...reservedFor(service), ...service.requestedAddresses]
          .filter((address) => address.family === family)
          .map((address) => address.text)
  const asking: Asking[] = [
    ...waiting,
    ...services.flatMap((service) =>
      reservedFor(service).map((address): Asking => {
        return { service, address, rule: 'reserved', origin: undefined }
      }),
    ),
    ...services.flatMap((service) =>
      service.requestedAddresses.map((address): Asking => {
        return { service, address, rule: 'requested', origin: undefined }
      }),
    ),
  ]
  function isBetter({ service, address, rule }: Asking): boolean {
    const current = has(service, address.family)
    if (current === undefined) return true
    if (rule === 'held') return false
    const list = likes(service, address.family)
    const now = list.indexOf(current.address.text)
    return now === -1 || list.indexOf(address.text) < now
  }
  function tryAsking(ask: Asking): boolean {
    const { service, address, rule, origin } = ask
    if (!isBetter(ask)) return false
    if (rule === 'held') {
      if (!fits(service, address)) return false
      take(service, address, rule, origin)
      return true
    }
    if (isBarred(service) || !wants(service).includes(address.family)) return false
    if (isNodeAddress(address)) return false
    const reserved = reservation(address)
    if (reserved && reserved.service !== service.key)
      if (!isGivenTo(reserved.service, address)) return false
    const pool = poolsWith(address).find((one) => gives(one, service, address))
    if (pool === undefined || !mayJoin(service, address)) return false
    take(service, address, rule, pool)
    return true
  }

  // What is free

  function findFree(pool: Pool, family: Family): Address | undefined {
    return addressesOf(pool)
      .filter((address) => address.family === family)
      .find(
        (address) =>
          holders(address).length === 0 && !reservation(address) && !isNodeAddress(address),
      )
  }
  function findShared(service: ServiceFact, family: Family): Address | undefined {
    if (service.sharingKey === undefined) return undefined
    return having
      .filter((one) => one.address.family === family && one.service !== service)
      .map(({ address }) => address)
      .sort(compareAddresses)
      .find((address) => {
        const reserved = reservation(address)?.service ?? service.key
        const isOpen = reserved === service.key || isGivenTo(reserved, address)
        return isOpen && !isNodeAddress(address) && mayJoin(service, address)
      })
  }
  function findAny(service: ServiceFact, families: readonly Family[]) {
    const found: { address: Address; pool: Pool }[] = []
    for (const family of families) {
      const address = findShared(service, family)
      if (address) found.push({ address, pool: named(holders(address)[0]!.pool)! })
    }
    const rest = families.filter((family) =>
      found.every(({ address }) => address.family !== family),
    )
    const near =
      found[0]?.pool ??
      (['IPv4', 'IPv6'] as const)
        .map((family) => has(service, family))
        .filter((one) => one !== undefined)
        .map((one) => pools.find((pool) => pool.name === one.pool && isIn(pool, one.address)))[0]
    const open = pools
      .filter((pool) => gives(pool, service, undefined))
      .filter((pool) => pool.autoAssign || service.requestedPool !== undefined)
      .sort((a, b) => Number(b === near) - Number(a === near))
    const both = open.find((pool) => rest.every((family) => findFree(pool, family)))
    for (const family of rest) {
      const pool = both ?? open.find((one) => findFree(one, family))
      const address = pool && findFree(pool, family)
      if (pool && address) found.push({ address, pool })
    }
    return found
  }
  const asksFor = (service: ServiceFact, family: Family) =>
    service.requestedAddresses.some((address) => address.family === family)

  // Moves to another pool

  function tryMove(service: ServiceFact, family: Family): boolean {
    const current = has(service, family)
    if (service.requestedPool === undefined || isBarred(service)) return false
    if (current === undefined || asksFor(service, family)) return false
    if (isIn(named(service.requestedPool)!, current.address)) return false
    const [found] = findAny(service, [family])
    if (found === undefined) return false
    take(service, found.address, 'automatic', found.pool)
    return true
  }
  function tryToComplete(service: ServiceFact): boolean {
    const lacking = wants(service).filter((family) => !has(service, family))
    const open = lacking.filter(
      (family) =>
        !isBarred(service) &&
        !asksFor(service, family) &&
        !(
          somePoolUnknown &&
          service.statusAddresses.some((one) => one.family === family && !poolsWith(one).length)
        ),
    )
    const found = findAny(service, open)
    if (isHalf(service) && found.length < lacking.length) return false
    for (const { address, pool } of found) take(service, address, 'automatic', pool)
    return found.length > 0
  }
  const step = () =>
    asking.some(tryAsking) ||
    services.some(
      (service) =>
        (isHalf(service) &&
          having.some((one) => one.service === service) &&
          tryToComplete(service)) ||
        wants(service).some((family) => tryMove(service, family)),
    )
  while (step());

  // All others

  services.forEach(tryToComplete)

  // Both families or none

  const kept = having.filter(({ service }) => !isHalf(service))
  const texts = [...new Set(kept.map(({ address }) => address.text))]
  return texts
    .map((address) => kept.filter((one) => one.address.text === address))
    .sort(([a], [b]) => compareAddresses(a!.address, b!.address))
    .map((list) => ({
      address: list[0]!.address.text,
      pool: list[0]!.pool,
      segment: list[0]!.segment,
      services: list.map(({ service }) => service.key).sort(),
    }))
}

function older(a: ServiceFact, b: ServiceFact): number {
  if (a.createdAt === '' || b.createdAt === '')
    return Number(a.createdAt === '') - Number(b.createdAt === '') || text(a.key, b.key)
  return text(a.createdAt, b.createdAt) || text(a.key, b.key)
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function canShare(a: ServiceFact, b: ServiceFact): boolean {
  const isUnreadable = a.requestBroken || b.requestBroken
  if (!isUnreadable && (a.sharingKey === undefined || a.sharingKey !== b.sharingKey)) return false
  if (a.externalTrafficPolicy !== b.externalTrafficPolicy) return false
  const [one, other] = [a, b].map(({ selector }) => JSON.stringify(Object.entries(selector).sort()))
  if (a.externalTrafficPolicy === 'Local' && one !== other) return false
  const used = new Set(b.ports.map(({ protocol, port }) => `${protocol}/${port}`))
  return a.ports.every(({ protocol, port }) => !used.has(`${protocol}/${port}`))
}
