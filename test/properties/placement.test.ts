import fc from 'fast-check'
import type { AnnouncementPlan } from '../../api/objects.ts'
import { reconcile } from '../../reconciler/reconcile.ts'
import { tally, unevenness } from '../support/planning/choice-cases.ts'
import {
  candidatesByAddress,
  equalNodesCase,
  inputsOf,
  nodeNames,
  nodeOf,
  placementCase,
  plansOf,
  property,
  withNodes,
} from '../support/planning/generate-placements.ts'
import type { PlacementCase } from '../support/planning/generate-placements.ts'

function ownersOf(plans: readonly AnnouncementPlan[]): string[] {
  return [...candidatesByAddress(plans).values()].map(([owner]) => owner ?? '')
}

function countsOf(owners: readonly string[], names: readonly string[]): number[] {
  return tally(
    owners.map((owner) => names.indexOf(owner)),
    names.length,
  )
}

property('equal nodes carry equal numbers at first placement', equalNodesCase, (equals) =>
  plansOf(inputsOf(equals)).every(
    (plan) => unevenness(countsOf(ownersOf([plan]), nodeNames(equals))) < 2,
  ),
)

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
    const stays = sticky(one, previous)
    const { explanations } = reconcile(inputsOf(one))
    return [...candidatesByAddress(previous)].every(
      ([address, before]) =>
        !stays.has(address) ||
        before.every((name, place) => after.get(address)![place] === name) ||
        // Candidates that stayed because nobody passes the filters: a node that joins may pass them.
        explanations.address(address).placement?.basis !== 'filtered',
    )
  },
)

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
