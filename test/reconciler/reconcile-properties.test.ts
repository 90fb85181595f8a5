import fc from 'fast-check'
import t from 'tap'
import type { AnnouncementPlan } from '../../reconciler/api.ts'
import type { Inputs } from '../../reconciler/inputs.ts'
import type { StateKind } from '../../reconciler/kubernetes-objects.ts'
import { makeFinding } from '../../reconciler/make-finding.ts'
import { formatPlan } from '../../reconciler/plan-format.ts'
import { reconcile } from '../../reconciler/reconcile.ts'
import { tally, unevenness } from '../support/choice-cases.ts'
import {
  candidatesByAddress,
  deepFreeze,
  equalNodesCase,
  inputsOf,
  NODE_NAMES,
  nodeOf,
  placementCase,
  PROPERTY,
} from '../support/generate-placements.ts'
import type { PlacementCase } from '../support/generate-placements.ts'

function plansOf(inputs: Inputs): readonly AnnouncementPlan[] {
  return reconcile(inputs).plans
}

function textOf(plans: readonly AnnouncementPlan[]): string {
  return plans.map(formatPlan).join('')
}

function property<T>(name: string, arbitrary: fc.Arbitrary<T>, check: (value: T) => boolean): void {
  t.test(name, async () => fc.assert(fc.property(arbitrary, check), PROPERTY))
}

/** Who announces what now: some of it true, some of it nonsense. */
const owners = fc.dictionary(
  fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 9 })).map(([net, host]) => `192.0.${net}.${host}`),
  fc.constantFrom(...NODE_NAMES, 'nobody'),
)

function shuffled<T>(list: readonly T[], keys: readonly number[]): T[] {
  const keyed = list.map((item, index) => ({ item, key: keys[index % keys.length]! * (index + 1) }))
  return keyed.sort((a, b) => (a.key % 101) - (b.key % 101)).map(({ item }) => item)
}

property(
  'the same inputs in any order give the same bytes',
  fc.record({
    before: placementCase,
    now: placementCase,
    owners,
    keys: fc.array(fc.nat(100), { minLength: 5, maxLength: 9 }),
  }),
  ({ before, now, owners, keys }) => {
    const previous = plansOf(inputsOf(before))
    const { services, nodes, endpointSlices, namespaces } = now.state
    const other: PlacementCase = {
      pools: shuffled(now.pools, keys),
      state: {
        services: shuffled(services!, keys),
        nodes: shuffled(nodes!, keys),
        endpointSlices: shuffled(endpointSlices!, keys),
        namespaces: shuffled(namespaces!, keys),
      },
    }
    const one = reconcile(inputsOf(now, { previous, owners }))
    const two = reconcile(inputsOf(other, { previous: shuffled(previous, keys), owners }))
    return (
      textOf(one.plans) === textOf(two.plans) &&
      JSON.stringify([one.diff, one.findings, one.blocked, one.incomplete]) ===
        JSON.stringify([two.diff, two.findings, two.blocked, two.incomplete])
    )
  },
)

property(
  'planning on its own result changes nothing, whatever was before and whoever announces',
  fc.record({ before: placementCase, now: placementCase, owners }),
  ({ before, now, owners }) => {
    const inputs = inputsOf(now, { previous: plansOf(inputsOf(before)), owners })
    const plans = plansOf(inputs)
    const again = reconcile({ ...inputs, previous: plans })
    return (
      textOf(again.plans) === textOf(plans) &&
      again.diff.every(({ reason }) => reason === 'Unchanged')
    )
  },
)

property(
  'no input is changed',
  fc.record({ before: placementCase, now: placementCase }),
  (cases) => {
    const previous = plansOf(deepFreeze(inputsOf(cases.before)))
    reconcile(deepFreeze(inputsOf(cases.now, { previous })))
    return true
  },
)

function ownersOf(plans: readonly AnnouncementPlan[]): string[] {
  return [...candidatesByAddress(plans).values()].map(([owner]) => owner ?? '')
}

function countsOf(owners: readonly string[], names: readonly string[]): number[] {
  return tally(
    owners.map((owner) => names.indexOf(owner)),
    names.length,
  )
}

function nodeNames({ state }: PlacementCase): string[] {
  return state.nodes!.map(({ metadata }) => metadata?.name ?? '')
}

property('equal nodes carry equal numbers at first placement', equalNodesCase, (equals) =>
  plansOf(inputsOf(equals)).every(
    (plan) => unevenness(countsOf(ownersOf([plan]), nodeNames(equals))) < 2,
  ),
)

function withNodes(one: PlacementCase, nodes: PlacementCase['state']['nodes']): PlacementCase {
  return { ...one, state: { ...one.state, nodes } }
}

property(
  'a node that leaves moves only its own addresses, and they scatter evenly',
  fc.record({ equals: equalNodesCase, leaver: fc.nat(6) }),
  ({ equals, leaver }) => {
    const nodes = equals.state.nodes!
    const name = nodeNames(equals)[leaver % nodes.length]!
    const left = nodes.filter(({ metadata }) => metadata?.name !== name)
    const previous = plansOf(inputsOf(equals))
    const before = candidatesByAddress(previous)
    const after = candidatesByAddress(plansOf(inputsOf(withNodes(equals, left), { previous })))
    const moved = [...before].filter(([address, [owner]]) => owner !== after.get(address)![0])
    const targets = moved.map(([address]) => after.get(address)![0]!)
    const names = nodeNames(equals).filter((other) => other !== name)
    return moved.every(([, [owner]]) => owner === name) && unevenness(countsOf(targets, names)) < 2
  },
)

/** Addresses of pools that say nothing of fail-back. */
function sticky(one: PlacementCase, plans: readonly AnnouncementPlan[]): Set<string> {
  const moving = one.pools.filter(({ spec }) => (spec.announce?.failback ?? 'never') !== 'never')
  const names = new Set(moving.map(({ metadata }) => metadata.name))
  const announcements = plans.flatMap(({ spec }) => spec.announcements)
  return new Set(announcements.filter(({ pool }) => !names.has(pool)).map(({ address }) => address))
}

property(
  'a node that leaves a cluster of unequals moves no address of another',
  fc.record({ one: placementCase, leaver: fc.nat(6) }),
  ({ one, leaver }) => {
    const nodes = one.state.nodes!
    const name = nodeNames(one)[leaver % nodes.length]!
    const left = nodes.filter(({ metadata }) => metadata?.name !== name)
    const previous = plansOf(inputsOf(one))
    const after = candidatesByAddress(plansOf(inputsOf(withNodes(one, left), { previous })))
    const stays = sticky(one, previous)
    return [...candidatesByAddress(previous)].every(
      ([address, [owner]]) =>
        !stays.has(address) ||
        owner === undefined ||
        owner === name ||
        owner === after.get(address)![0],
    )
  },
)

property(
  'a node that joins moves nothing without fail-back, and takes no standby away',
  fc.record({ one: placementCase, zone: fc.constantFrom('east', 'west') }),
  ({ one, zone }) => {
    const joined = [...one.state.nodes!, nodeOf('n8', { zone })]
    const previous = plansOf(inputsOf(one))
    const after = candidatesByAddress(plansOf(inputsOf(withNodes(one, joined), { previous })))
    const basis = sticky(one, previous)
    return [...candidatesByAddress(previous)].every(
      ([address, before]) =>
        !basis.has(address) ||
        before.every((name, place) => after.get(address)![place] === name) ||
        isExcludedFrom(one, address, before),
    )
  },
)

/** Candidates that stayed because nobody passed the filters: a node that joins may pass them. */
function isExcludedFrom(one: PlacementCase, address: string, before: readonly string[]): boolean {
  const { explanations } = reconcile(inputsOf(one))
  const { placement } = explanations.address(address)
  return before.length === 0 || placement?.basis !== 'filtered'
}

property(
  'with fail-back at once, a node that joins evens its pool out with the fewest moves',
  fc.record({ equals: equalNodesCase, failback: fc.constantFrom('immediate', 'afterStable') }),
  ({ equals, failback }) => {
    const pools = equals.pools.map((pool) => ({
      ...pool,
      spec: { ...pool.spec, announce: { failback: failback as 'immediate' } },
    }))
    const [last, ...rest] = [...equals.state.nodes!].reverse()
    const previous = plansOf(inputsOf({ ...withNodes(equals, rest), pools }))
    const plans = plansOf(inputsOf({ ...withNodes(equals, [last!, ...rest]), pools }, { previous }))
    const before = candidatesByAddress(previous)
    const after = candidatesByAddress(plans)
    return pools.every(({ metadata }) => {
      const own = plans
        .flatMap(({ spec }) => spec.announcements)
        .filter(({ pool }) => pool === metadata.name)
        .map(({ address }) => address)
      const counts = countsOf(
        own.map((address) => after.get(address)![0]!),
        nodeNames(equals),
      )
      const moves = own.filter((address) => before.get(address)![0] !== after.get(address)![0])
      return (
        unevenness(counts) < 2 && moves.length === Math.floor(own.length / nodeNames(equals).length)
      )
    })
  },
)

property(
  'editing one pool changes nothing of the others',
  fc.record({ one: placementCase, edited: placementCase }),
  ({ one, edited }) => {
    const [first, ...others] = one.pools
    const announce = edited.pools[0]!.spec.announce!
    const pools = [{ ...first!, spec: { ...first!.spec, announce } }, ...others]
    const previous = plansOf(inputsOf(one))
    const plans = plansOf(inputsOf({ ...one, pools }, { previous }))
    const after = candidatesByAddress(plans)
    const entries = previous.flatMap(({ spec }) => spec.announcements)
    const before = candidatesByAddress(previous)
    return entries
      .filter(({ pool }) => pool !== 'pool-0')
      .every(({ address }) => before.get(address)!.join() === after.get(address)!.join())
  },
)

const KINDS: Readonly<Record<StateKind, keyof PlacementCase['state']>> = {
  Service: 'services',
  Node: 'nodes',
  EndpointSlice: 'endpointSlices',
  Namespace: 'namespaces',
}

property(
  'what is absent releases nothing and moves nothing',
  fc.record({
    one: placementCase,
    absent: fc.subarray(Object.values(KINDS)),
    poolsUnreadable: fc.boolean(),
  }),
  ({ one, absent, poolsUnreadable }) => {
    const previous = plansOf(inputsOf(one))
    const inputs = inputsOf(one, { previous })
    const state = Object.fromEntries(
      Object.entries(one.state).filter(([kind]) => !absent.some((name) => name === kind)),
    )
    const finding = makeFinding('BW1001', { message: 'not readable', hint: 'none' })
    const unreadable = poolsUnreadable ? { pools: [], unreadable: [finding] } : {}
    const plans = plansOf({ ...inputs, state, ...unreadable })
    const after = candidatesByAddress(plans)
    const before = [...candidatesByAddress(previous)]
    return (
      after.size === before.length &&
      before.every(
        ([address, list]) => list.length === 0 || list.join() === after.get(address)!.join(),
      )
    )
  },
)

property(
  'where everything is absent, the plans stay but for their digests',
  placementCase,
  (one) => {
    const previous = plansOf(inputsOf(one))
    const unreadable = [makeFinding('BW1001', { message: 'not readable', hint: 'none' })]
    const plans = plansOf({ ...inputsOf(one, { previous }), pools: [], unreadable, state: {} })
    const bare = (list: readonly AnnouncementPlan[]): string =>
      textOf(
        list.map((plan) => ({
          ...plan,
          spec: { ...plan.spec, digests: { pools: '', state: '' } },
        })),
      )
    return bare(plans) === bare(previous)
  },
)

property('where all nodes become not Ready at once, nothing moves', placementCase, (one) => {
  const previous = plansOf(inputsOf(one))
  const down = one.state.nodes!.map(({ metadata, status }) => ({
    ...(metadata === undefined ? {} : { metadata }),
    status: {
      ...status,
      conditions: status!.conditions!.map((condition) =>
        condition.type === 'Ready' ? { ...condition, status: 'Unknown' } : condition,
      ),
    },
  }))
  const plans = plansOf(inputsOf(withNodes(one, down), { previous }))
  const before = JSON.stringify([...candidatesByAddress(previous)])
  return before === JSON.stringify([...candidatesByAddress(plans)])
})
