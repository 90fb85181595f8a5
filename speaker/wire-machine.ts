import { createAnnouncer } from './announcer.ts'
import { createAskers } from './askers.ts'
import { dutiesOf, ownAddresses, type Want } from './claims.ts'
import type { LinkState, WireEffect, WireEvent, WireMachine, WireMachineOptions } from './effect.ts'
import { createGroups } from './groups.ts'
import { matchesInterface } from './interface-pattern.ts'
import type { Claim, LinkView, OwnerFor } from './link-view.ts'
import { mappingIn, type Mapping } from './mapping.ts'
import { createNotices } from './notices.ts'
import { planView, type PlanView } from './plan-view.ts'
import type { SpeakerReport } from './report.ts'
import { createResolver } from './resolver.ts'
import { receptionRefusal, respond, type Silence } from './respond.ts'
import type { Counters } from './status.ts'
import { frameRejection } from './wire/frame.ts'
import type { RejectionReason } from './wire/rejection.ts'

/** What may become of a frame; `learned` counts changes of a MAC, beside what became of the frame. */
export type FrameCount = 'answered' | 'learned' | 'unknownLink' | Silence | RejectionReason

/** What the plan and the links say, as far as they have been told. */
interface World {
  plan: PlanView | undefined
  links: readonly LinkState[] | undefined
  /** The links that are up, by name. */
  views: ReadonlyMap<string, LinkView>
}

type Parts = ReturnType<typeof createParts>

const plannedOwner: OwnerFor = (claim) => claim.owner

const NOTHING: readonly WireEffect[] = []

export function createWireMachine(options: WireMachineOptions = {}): WireMachine {
  const parts = createParts()
  const world: World = { plan: undefined, links: undefined, views: new Map() }
  return {
    handle(event: WireEvent, now: number) {
      switch (event.type) {
        case 'frame':
          return hear(parts, world.views.get(event.link), event.bytes, now)
        case 'plan':
          world.plan = planView(event.plan)
          return [...world.plan.unusable.map(toEffect), ...follow(parts, world, options, now)]
        case 'links':
          world.links = event.links
          return follow(parts, world, options, now)
        case 'deadline':
          return [...parts.resolver.tick(now), ...parts.announcer.tick(now)]
        case 'grant':
        case 'owners':
          return NOTHING
      }
    },
    get deadline() {
      return earlier(parts.resolver.deadline, parts.announcer.deadline)
    },
    counters: () => countersOf(parts),
    status: () => ({
      segment: '',
      leads: true,
      addresses: [],
      nodes: [],
      conflicts: [],
      counters: countersOf(parts),
    }),
  }
}

function countersOf({ counts }: Parts): Counters {
  const frames = Object.fromEntries(counts)
  return { frames, sent: {}, moves: {}, verdicts: {}, holds: {}, conflicts: {} }
}

function createParts() {
  const askers = createAskers()
  return {
    askers,
    announcer: createAnnouncer(askers, plannedOwner),
    resolver: createResolver(),
    groups: createGroups(),
    notices: createNotices(),
    counts: new Map<FrameCount, number>(),
  }
}

/** Brings everything in line with the plan and the links; what is as it was costs no frame. */
function follow(
  { announcer, askers, groups, notices, resolver }: Parts,
  world: World,
  { interfaces }: WireMachineOptions,
  now: number,
): readonly WireEffect[] {
  const { plan, links } = world
  if (plan === undefined || links === undefined) return NOTHING
  const usable = links.filter(
    ({ name }) => interfaces?.some((one) => matchesInterface(one, name)) ?? true,
  )
  const own = ownAddresses(links)
  const want: Want = (link, node) =>
    resolver.want(
      link,
      node,
      node.addresses.some(({ text }) => own.has(text)),
    )
  const { placed, views, claims } = dutiesOf(plan.addresses, usable, want)
  world.views = views
  resolver.keep(new Set(claims.map(({ owner }) => owner)))
  askers.keep(new Set(claims.map(({ key }) => key)))
  const dropped = announcer.keep(claims)
  return [
    ...[...notices.follow(placed, usable), ...withdrawals(dropped, plan)].map(toEffect),
    ...groups.follow(claims),
    ...resolver.ask(now),
    ...announcer.announce(claims, now),
  ]
}

/** Takes in a frame: learns from it, answers it, or counts why not. */
function hear(
  parts: Parts,
  link: LinkView | undefined,
  frame: Uint8Array,
  now: number,
): readonly WireEffect[] {
  if (link === undefined) return count(parts, 'unknownLink')
  const refusal = frameRejection(frame) ?? receptionRefusal(frame, link)
  if (refusal !== undefined) return count(parts, refusal)
  const mapping = mappingIn(frame, link)
  if (mapping === undefined) return answer(parts, link, frame)
  return [...learn(parts, mapping, now), ...answer(parts, link, frame)]
}

function learn(parts: Parts, mapping: Mapping, now: number): readonly WireEffect[] {
  const resolved = parts.resolver.learn(mapping, now)
  if (resolved === undefined) return NOTHING
  const { neighbor } = mapping
  count(parts, 'learned')
  const owned = [...neighbor.link.claims.values()].filter(({ owner }) => owner === neighbor)
  return [toEffect(resolved), ...parts.announcer.announce(owned, now)]
}

function answer(parts: Parts, link: LinkView, frame: Uint8Array): readonly WireEffect[] {
  const given = respond(frame, link, plannedOwner)
  if (typeof given === 'string') return count(parts, given)
  if (given.asker !== undefined) parts.askers.remember(given.claim.key, given.asker)
  count(parts, 'answered')
  return [{ type: 'send', link: link.state.name, bytes: given.bytes }]
}

function count({ counts }: Parts, what: FrameCount): readonly WireEffect[] {
  counts.set(what, (counts.get(what) ?? 0) + 1)
  return NOTHING
}

/** One report for each address that the plan has no more, on however many links it was announced. */
function withdrawals(dropped: readonly Claim[], plan: PlanView): readonly SpeakerReport[] {
  const planned = new Set(plan.addresses.map(({ address }) => address.text))
  const gone = new Set(dropped.map((claim) => claim.planned.address.text))
  return [...gone]
    .filter((address) => !planned.has(address))
    .map((address) => ({ level: 'info', event: 'Withdrawn', address }))
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return Math.min(a, b)
}

function toEffect(report: SpeakerReport): WireEffect {
  return { type: 'report', report }
}
