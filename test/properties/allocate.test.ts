import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import t from 'tap'
import { allocate } from '../../reconciler/allocation/allocate.ts'
import type { AllocationInput, AllocationResult } from '../../reconciler/allocation/result.ts'
import { sharingObstacle } from '../../reconciler/allocation/sharing.ts'
import type { AddressPool } from '../../api/objects.ts'
import type { Assignment, ServiceFact } from '../../reconciler/model/model.ts'
import { inOneNamespace } from '../../reconciler/reasons/reason.ts'
import { describeRefusalToOwner } from '../../reconciler/reasons/refusals.ts'
import { holds } from '../../reconciler/model/pool-addresses.ts'
import {
  allocationInput,
  generatedAllocation,
  nextRound,
} from '../support/planning/allocation-inputs.ts'
import { generatedPools, PROPERTY, shuffled } from '../support/planning/generate-inputs.ts'
import { naiveAllocate } from '../support/planning/naive-allocator.ts'

function outline(assignments: readonly Assignment[]) {
  return assignments.map(({ address, pool, segment, services, since }) => {
    return { address: address.text, pool, segment, services, since }
  })
}

/** All of a result that can be compared. */
function everything(result: AllocationResult) {
  return { ...result, trace: undefined }
}

/** Every assignment that the previous plans did not hold, for the Services that are new to it. */
function news(input: AllocationInput, { assignments }: AllocationResult) {
  return assignments.flatMap((assignment) => {
    const { address, services } = assignment
    const before = input.previous.filter((one) => one.address.text === address.text)
    const status = (input.facts.services ?? []).filter(({ statusAddresses }) =>
      statusAddresses.some(({ text }) => text === address.text),
    )
    return services
      .filter((key) => !before.some((one) => one.services.includes(key)))
      .filter((key) => !status.some((service) => service.key === key))
      .map((key) => ({ ...assignment, service: key }))
  })
}

// Ten thousand cases take minutes on a slow machine.
t.setTimeout(900_000)

type Check = (input: AllocationInput, result: AllocationResult) => void

/** What holds for every input; checked together, because making inputs is what takes the time. */
const CHECKS: Readonly<Record<string, Check>> = {
  'the naive allocator decides the same': (input, result) => {
    const found = result.assignments.map(({ address, pool, segment, services }) => {
      return { address: address.text, pool, segment, services }
    })
    deepStrictEqual(found, naiveAllocate(input))
  },
  'allocating on the own result changes nothing': (input, result) => {
    const second = allocate(nextRound(input, result))
    deepStrictEqual(outline(second.assignments), outline(result.assignments))
    deepStrictEqual(second.releases, [])
  },
  'two Services have one address only if they may share': (input, result) => {
    const services = new Map(input.facts.services?.map((service) => [service.key, service]))
    if (input.facts.services === undefined) return
    for (const { services: keys } of result.assignments)
      for (const [index, key] of keys.entries())
        for (const other of keys.slice(index + 1))
          deepStrictEqual(sharingObstacle(services.get(key)!, services.get(other)!), undefined)
  },
  'what is new lies in its pool, is no node, and is reserved for nobody else': (input, result) => {
    for (const { address, pool, service, services } of news(input, result)) {
      const declared = input.pools.pools.find(({ name }) => name === pool)
      deepStrictEqual(declared && holds(declared, address), true)
      deepStrictEqual(declared?.suspend, false)
      const nodes = (input.facts.nodes ?? []).flatMap(({ internalIPs }) => internalIPs)
      deepStrictEqual(nodes.map(({ text }) => text).includes(address.text), false)
      const reserved = input.pools.pools
        .flatMap(({ reservations }) => reservations)
        .filter((one) => one.address.text === address.text)
      if (reserved.length === 0) continue
      const owners = reserved.map((one) => one.service)
      deepStrictEqual(
        owners.includes(service) || owners.some((key) => services.includes(key)),
        true,
      )
    }
  },
  'a pinned request never loses to an automatic one that came later': (
    _,
    { assignments, refusals },
  ) => {
    const automatic = new Map(
      assignments
        .filter(({ rule }) => rule === 'automatic')
        .map(({ address }) => [address.text, true]),
    )
    for (const refusal of [...refusals.values()].flat())
      if (refusal.type === 'request' && refusal.because.type === 'inUse')
        deepStrictEqual(automatic.has(refusal.address.text), false)
  },
  'every Service that lacks an address of a family is told why': (input, result) => {
    const { assignments, refusals } = result
    for (const { key, families, familyPolicy } of input.facts.services ?? [])
      for (const family of familyPolicy === 'SingleStack' ? families.slice(0, 1) : families) {
        const has = assignments.find(
          ({ address, services }) => address.family === family && services.includes(key),
        )
        const told = (refusals.get(key) ?? []).filter((refusal) => refusal.family === family)
        if (has === undefined) deepStrictEqual(told.length > 0, true, `${key} ${family}`)
        for (const { instead } of told) deepStrictEqual(instead?.text, has?.address.text)
      }
  },
  'what was given and is not given now was released with a reason': (input, result) => {
    const { assignments, releases } = result
    const given = new Set(
      assignments.flatMap(({ address, services }) =>
        services.map((service) => `${address.text} ${service}`),
      ),
    )
    const lost = input.previous
      .flatMap(({ address, services }) => services.map((service) => `${address.text} ${service}`))
      .filter((pair) => !given.has(pair))
    const released = releases.map(({ address, service }) => `${address.text} ${service}`)
    deepStrictEqual(new Set(released), new Set(lost))
  },
  'owners are told of no Service in another namespace, nor of its sharing key': (
    { facts },
    { refusals },
  ) => {
    for (const [reader, list] of refusals) {
      const told = list.map((refusal) => describeRefusalToOwner(refusal, reader)).join('; ')
      const isOwn = ({ key }: ServiceFact) => inOneNamespace(reader, key)
      const own = new Set((facts.services ?? []).filter(isOwn).map(({ sharingKey }) => sharingKey))
      for (const other of facts.services ?? []) {
        if (isOwn(other)) continue
        deepStrictEqual(told.includes(other.key), false)
        if (!own.has(other.sharingKey))
          deepStrictEqual(told.includes(`"${other.sharingKey}"`), false)
      }
    }
  },
  'every Service and address can be explained': ({}, result) => {
    const { assignments, trace } = result
    for (const { address, services } of assignments) {
      const steps = trace(address.text).filter(({ type }) => type === 'assigned')
      deepStrictEqual(steps.length, services.length)
      for (const service of services)
        deepStrictEqual(
          trace(service).some((step) => step.type === 'assigned' && step.address === address),
          true,
        )
    }
  },
}

t.test('every result', async () => {
  fc.assert(
    fc.property(generatedAllocation, (generated) => {
      const input = allocationInput(generated)
      const result = allocate(input)
      for (const check of Object.values(CHECKS)) check(input, result)
    }),
    PROPERTY,
  )
})

t.test('the same inputs in any order give the same result', async () => {
  const pairs = generatedAllocation.chain((generated) =>
    fc.record({
      generated: fc.constant(generated),
      other: shuffled(generated),
      previous: fc.shuffledSubarray([...generated.previous], {
        minLength: generated.previous.length,
      }),
    }),
  )
  fc.assert(
    fc.property(pairs, ({ generated, other, previous }) => {
      const one = allocate(allocationInput(generated))
      const two = allocate(allocationInput({ ...generated, ...other, previous }))
      deepStrictEqual(everything(two), everything(one))
    }),
    PROPERTY,
  )
})

t.test('editing one pool changes nothing for the addresses of the others', async () => {
  // An edit that reserves or frees what a Service asks for does concern that Service, wherever its address is.
  const asksNothing = ({ spec, ...rest }: AddressPool): AddressPool => {
    return { ...rest, spec: { ...spec, reservations: [] } }
  }
  const edits = fc
    .tuple(generatedAllocation, generatedPools)
    .filter(([{ pools }, others]) => pools.length > 0 && others.length > 0)
    .map(([generated, others]) => ({
      generated: {
        ...generated,
        pools: generated.pools.map(asksNothing),
        broken: [],
        complete: true,
      },
      edited: { ...others[0]!, metadata: generated.pools[0]!.metadata },
    }))
  fc.assert(
    fc.property(edits, ({ generated, edited }) => {
      const input = allocationInput(generated)
      const facts = {
        ...input.facts,
        services: input.facts.services?.map((service) => {
          return { ...service, requestedAddresses: [], requestedPool: undefined }
        }),
      }
      const before = allocate({ ...input, facts })
      // What lies in no pool any more belongs to the next one that has it: the edited one may.
      const others = ({ pool, address }: Assignment) =>
        pool !== edited.metadata.name &&
        input.pools.pools.some((one) => one.name === pool && holds(one, address))
      const pools = [asksNothing(edited), ...generated.pools.slice(1)]
      const next = nextRound(allocationInput({ ...generated, pools }), before)
      const after = allocate({ ...next, facts })
      const kept = new Map(outline(after.assignments).map((one) => [one.address, one]))
      for (const one of outline(before.assignments.filter(others))) {
        const now = kept.get(one.address)
        deepStrictEqual(now && { ...now, services: one.services }, one)
        deepStrictEqual(
          one.services.every((key) => now?.services.includes(key)),
          true,
        )
      }
    }),
    PROPERTY,
  )
})
