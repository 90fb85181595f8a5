import type { Binding, Neighbor } from '../lan/link-view.ts'
import type { Machine } from './parts.ts'
import type { OwnerNews } from '../ownership/owners.ts'
import { PRIORITY, type Priority } from '../announcing/pacer.ts'
import type { ProbeNews } from '../probing/prober.ts'
import { rolesOf } from '../probing/roles.ts'
import type { SpeakerReport } from '../reports/report.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Steps that several events of the machine have in common. */

const NOTHING: readonly WireEffect[] = []

/** Announces those of the bindings that may be announced; what has been announced costs nothing. */
export function announce(
  { parts }: Machine,
  bindings: readonly Binding[],
  now: number,
): readonly WireEffect[] {
  if (!parts.leadership.leads(now)) return NOTHING
  return parts.announcer.announce(
    bindings.filter((binding) => parts.checks.stateOf(binding) === 'clear'),
    now,
  )
}

/** The first address that has been announced, whatever link it is on. */
export function announceOne({ parts, world }: Machine, now: number): readonly WireEffect[] {
  if (!parts.leadership.leads(now)) return NOTHING
  const binding = world.bindings.find(({ key }) => parts.announcer.isAnnounced(key))
  return binding === undefined ? NOTHING : parts.announcer.again(binding, now)
}

/** Addresses have new owners: first the neighbours are told, then the nodes are probed by their new roles. */
export function applyOwners(
  machine: Machine,
  { effects, moved }: OwnerNews,
  now: number,
): readonly WireEffect[] {
  if (moved.length === 0) return effects
  return [...announce(machine, moved, now), ...effects, ...applyProbeRoles(machine, now)]
}

/** Probes the nodes as their present duties demand. */
export function applyProbeRoles({ parts, world }: Machine, now: number): readonly WireEffect[] {
  return parts.prober.follow(rolesOf(world.bindings, world.neighbors), now)
}

/** Something about these nodes has changed: their addresses may need other owners. */
export function reconsider(
  machine: Machine,
  nodes: readonly Neighbor[],
  now: number,
): readonly WireEffect[] {
  if (nodes.length === 0) return NOTHING
  return applyOwners(machine, machine.parts.owners.reconsider(new Set(nodes), now), now)
}

/** Nodes have other verdicts: first their addresses get other owners, then probing does its own. */
export function applyVerdicts(
  machine: Machine,
  { effects, changed }: ProbeNews,
  now: number,
): readonly WireEffect[] {
  if (changed.length === 0) return effects
  machine.parts.lan.touch()
  return [...reconsider(machine, changed, now), ...effects]
}

/** Frames wait for the budget of their link; everything else is done at once. */
export function paced(
  { parts }: Machine,
  effects: readonly WireEffect[],
  priority: Priority,
  now: number,
): readonly WireEffect[] {
  return effects.flatMap((effect) =>
    effect.type === 'send'
      ? parts.pacer.offer(effect.link, priority, () => [effect], now)
      : [effect],
  )
}

/** Questions for the MACs of nodes. */
export function pacedQuestions(
  machine: Machine,
  effects: readonly WireEffect[],
  now: number,
): readonly WireEffect[] {
  const questions = effects.filter(({ type }) => type === 'send').length
  if (questions > 0) machine.parts.tally.count('sent', 'solicitation', questions)
  return paced(machine, effects, PRIORITY.repetition, now)
}

export function toEffect(report: SpeakerReport): WireEffect {
  return { type: 'report', report }
}
