import {
  bindAddresses,
  neighborsOf,
  ownAddresses,
  type BoundAddresses,
  type FindNeighbor,
} from '../lan/bindings.ts'
import type { Binding, LinkView } from '../lan/link-view.ts'
import type { Machine } from './parts.ts'
import { matchesInterface } from '../lan/interface-pattern.ts'
import type { PlanView } from '../lan/plan-view.ts'
import { announce, applyOwners, applyProbeRoles, pacedQuestions, toEffect } from './steps.ts'
import type { SpeakerReport } from '../reports/report.ts'
import type { LinkState } from '../lan/link-state.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Brings everything in line with the plan and the links. What has not changed costs no frame. */
export function applyPlan(machine: Machine, now: number): readonly WireEffect[] {
  const { parts, world } = machine
  const { plan, links } = world
  if (plan === undefined || links === undefined) return []
  const usable = usableLinks(machine, links)
  const { placed } = bindPlan(machine, plan, usable)
  const dropped = dropWhatIsGone(machine, plan, now)
  const owners = parts.owners.follow(world.bindings, now)
  const probes = applyProbeRoles(machine, now)
  parts.lan.touch()
  return [
    ...[...parts.notices.follow(placed, usable), ...withdrawals(dropped, plan)].map(toEffect),
    ...parts.interests.follow(world.bindings, world.neighbors),
    ...parts.groups.follow(world.bindings),
    ...pacedQuestions(machine, parts.resolver.ask(now), now),
    ...checkAndAnnounce(machine, world.bindings, now),
    ...applyOwners(machine, owners, now),
    ...probes,
  ]
}

function usableLinks({ options }: Machine, links: readonly LinkState[]): readonly LinkState[] {
  const { interfaces } = options
  if (interfaces === undefined) return links
  return links.filter(({ name }) => interfaces.some((pattern) => matchesInterface(pattern, name)))
}

/** Makes the bindings, and the neighbours that they need. */
function bindPlan(machine: Machine, plan: PlanView, usable: readonly LinkState[]): BoundAddresses {
  const { parts, world } = machine
  const own = ownAddresses(world.links ?? [])
  const neighborOn: FindNeighbor = (link, node) =>
    parts.resolver.neighborOn(
      link,
      node,
      node.addresses.some(({ text }) => own.has(text)),
    )
  const nodes = new Map(plan.nodes.map((node) => [node.name, node]))
  const duties = bindAddresses(plan.addresses, usable, {
    before: viewsByKey(world.views),
    neighborOn,
    ownerOf: ({ address }, link) => {
      const node = parts.owners.ownerOf(address.text, link)?.node
      return node && (nodes.get(node.name) ?? node)
    },
  })
  world.views = duties.views
  world.bindings = duties.bindings
  world.neighbors = neighborsOf(plan.nodes, duties.bindings, neighborOn)
  return duties
}

function viewsByKey(views: ReadonlyMap<string, LinkView>): ReadonlyMap<string, LinkView> {
  return new Map([...views.values()].map((view) => [view.key, view]))
}

/** Returns the bindings that had been announced and are no more. */
function dropWhatIsGone(
  { parts, world }: Machine,
  plan: PlanView,
  now: number,
): readonly Binding[] {
  const { bindings, neighbors } = world
  parts.resolver.keep(neighbors)
  parts.pacer.keep(new Set(world.views.keys()))
  parts.askers.keep(new Set(bindings.map(({ key }) => key)))
  parts.checks.keep(new Set(plan.addresses.map(({ address }) => address.text)), bindings)
  parts.conflicts.keep(bindings)
  parts.defence.keep(bindings)
  parts.questions.follow(bindings, now)
  return parts.announcer.keep(bindings)
}

/** An address that no speaker has announced before is probed first. */
export function checkAndAnnounce(
  machine: Machine,
  bindings: readonly Binding[],
  now: number,
): readonly WireEffect[] {
  const { parts, world } = machine
  if (!parts.leadership.leads(now)) return []
  for (const binding of bindings)
    if (world.known.has(binding.planned.address.text)) parts.checks.trust(binding)
  return [...parts.checks.start(bindings, now), ...announce(machine, bindings, now)]
}

/** One report for each address that the plan has no more, on however many links it was announced. */
function withdrawals(dropped: readonly Binding[], plan: PlanView): readonly SpeakerReport[] {
  const planned = new Set(plan.addresses.map(({ address }) => address.text))
  const gone = new Set(dropped.map((binding) => binding.planned.address.text))
  return [...gone]
    .filter((address) => !planned.has(address))
    .map((address) => ({ level: 'info', event: 'Withdrawn', address }))
}
