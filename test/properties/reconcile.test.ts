import fc from 'fast-check'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { StateKind } from '../../reconciler/state/snapshot.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { formatPlan } from '../../api/plan-text.ts'
import { reconcile } from '../../reconciler/reconcile.ts'
import { generatedInputs } from '../support/planning/generate-inputs.ts'
import type { GeneratedInputs } from '../support/planning/generate-inputs.ts'
import {
  candidatesByAddress,
  deepFreeze,
  inputsOf,
  NODE_NAMES,
  placementCase,
  plansOf,
  property,
  withNodes,
} from '../support/planning/generate-placements.ts'
import type { PlacementCase } from '../support/planning/generate-placements.ts'

function textOf(plans: readonly AnnouncementPlan[]): string {
  return plans.map(formatPlan).join('')
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
    metadata,
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

property(
  'Services that meet in pools that overlap: the same in any order, and done after once',
  fc.record({ before: generatedInputs, now: generatedInputs, turned: fc.boolean() }),
  ({ before, now, turned }) => {
    const previous = plansOf(inputsOf(before))
    const one = reconcile(inputsOf(now, { previous }))
    const again = turned ? backwards(now) : now
    const two = reconcile(inputsOf(again, { previous: one.plans }))
    return (
      textOf(two.plans) === textOf(one.plans) &&
      two.diff.every(({ reason }) => reason === 'Unchanged')
    )
  },
)

function backwards({ pools, state }: GeneratedInputs): GeneratedInputs {
  const { services, nodes, endpointSlices } = state
  return {
    pools: pools.toReversed(),
    state: {
      ...state,
      services: services?.toReversed(),
      nodes: nodes?.toReversed(),
      endpointSlices: endpointSlices?.toReversed(),
    },
  }
}
