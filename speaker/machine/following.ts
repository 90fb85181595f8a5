import { dutiesOf, neighborsOf, ownAddresses, type Duties, type Want } from '../lan/claims.ts'
import type { Claim, LinkView } from '../lan/link-view.ts'
import type { Machine } from './parts.ts'
import { matchesInterface } from '../lan/interface-pattern.ts'
import type { PlanView } from '../lan/plan-view.ts'
import { announce, followOwners, followRoles, pacedQuestions, toEffect } from './reacting.ts'
import type { SpeakerReport } from '../reports/report.ts'
import type { LinkState } from '../lan/link-state.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Brings everything in line with the plan and the links; what is as it was costs no frame. */
export function follow(machine: Machine, now: number): readonly WireEffect[] {
  const { parts, world } = machine
  const { plan, links } = world
  if (plan === undefined || links === undefined) return []
  const usable = usableLinks(machine, links)
  const { placed } = takeDuties(machine, plan, usable)
  const dropped = dropWhatIsGone(machine, plan, now)
  const owners = parts.owners.follow(world.claims, now)
  const probes = followRoles(machine, now)
  parts.lan.touch()
  return [
    ...[...parts.notices.follow(placed, usable), ...withdrawals(dropped, plan)].map(toEffect),
    ...parts.interests.follow(world.claims, world.neighbors),
    ...parts.groups.follow(world.claims),
    ...pacedQuestions(machine, parts.resolver.ask(now), now),
    ...checkAndAnnounce(machine, world.claims, now),
    ...followOwners(machine, owners, now),
    ...probes,
  ]
}

function usableLinks({ options }: Machine, links: readonly LinkState[]): readonly LinkState[] {
  const { interfaces } = options
  if (interfaces === undefined) return links
  return links.filter(({ name }) => interfaces.some((pattern) => matchesInterface(pattern, name)))
}

/** Makes the claims, and the neighbours that they need. */
function takeDuties(machine: Machine, plan: PlanView, usable: readonly LinkState[]): Duties {
  const { parts, world } = machine
  const own = ownAddresses(world.links ?? [])
  const want: Want = (link, node) =>
    parts.resolver.want(
      link,
      node,
      node.addresses.some(({ text }) => own.has(text)),
    )
  const nodes = new Map(plan.nodes.map((node) => [node.name, node]))
  const duties = dutiesOf(plan.addresses, usable, {
    before: viewsByKey(world.views),
    want,
    ownerOf: ({ address }, link) => {
      const node = parts.owners.ownerOf(address.text, link)?.node
      return node && (nodes.get(node.name) ?? node)
    },
  })
  world.views = duties.views
  world.claims = duties.claims
  world.neighbors = neighborsOf(plan.nodes, duties.claims, want)
  return duties
}

function viewsByKey(views: ReadonlyMap<string, LinkView>): ReadonlyMap<string, LinkView> {
  return new Map([...views.values()].map((view) => [view.key, view]))
}

/** Returns the claims that had been announced and are no more. */
function dropWhatIsGone({ parts, world }: Machine, plan: PlanView, now: number): readonly Claim[] {
  const { claims, neighbors } = world
  parts.resolver.keep(neighbors)
  parts.pacer.keep(new Set(world.views.keys()))
  parts.askers.keep(new Set(claims.map(({ key }) => key)))
  parts.checks.keep(new Set(plan.addresses.map(({ address }) => address.text)), claims)
  parts.conflicts.keep(claims)
  parts.defence.keep(claims)
  parts.questions.follow(claims, now)
  return parts.announcer.keep(claims)
}

/** An address that nobody has announced before is asked for first. */
export function checkAndAnnounce(
  machine: Machine,
  claims: readonly Claim[],
  now: number,
): readonly WireEffect[] {
  const { parts, world } = machine
  if (!parts.leadership.leads(now)) return []
  for (const claim of claims)
    if (world.known.has(claim.planned.address.text)) parts.checks.trust(claim)
  return [...parts.checks.start(claims, now), ...announce(machine, claims, now)]
}

/** One report for each address that the plan has no more, on however many links it was announced. */
function withdrawals(dropped: readonly Claim[], plan: PlanView): readonly SpeakerReport[] {
  const planned = new Set(plan.addresses.map(({ address }) => address.text))
  const gone = new Set(dropped.map((claim) => claim.planned.address.text))
  return [...gone]
    .filter((address) => !planned.has(address))
    .map((address) => ({ level: 'info', event: 'Withdrawn', address }))
}
