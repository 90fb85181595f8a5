import { earliest } from '../../api/earliest.ts'
import type { Demoted } from '../ownership/demotions.ts'
import type { WireEvent, WireMachine, WireMachineOptions } from './events.ts'
import { checkAndAnnounce, applyPlan } from './apply-plan.ts'
import { receiveFrame } from './receive-frame.ts'
import { createMachine, type Machine, type MachineParts } from './parts.ts'
import { statusOf } from './status.ts'
import { planView } from '../lan/plan-view.ts'
import {
  announce,
  announceOne,
  applyOwners,
  applyVerdicts,
  pacedQuestions,
  reconsider,
  toEffect,
} from './steps.ts'
import type { WireEffect } from '../lan/effect.ts'

/** The wire machine of one segment: this file passes events on to its parts, and asks them when they are due. */
export function createWireMachine(options: WireMachineOptions = {}): WireMachine {
  const machine = createMachine(options)
  const { parts, world } = machine
  const timed = timedParts(parts)
  return {
    handle(event: WireEvent, now: number) {
      switch (event.type) {
        case 'frame': {
          const times = { at: event.receivedAt ?? now, now }
          return receiveFrame(machine, world.views.get(event.link), event.bytes, times)
        }
        case 'plan':
          world.plan = planView(event.plan)
          return [
            ...world.plan.unusable.map(toEffect),
            ...turn(machine, now),
            ...applyPlan(machine, now),
          ]
        case 'links':
          world.links = event.links
          return applyPlan(machine, now)
        case 'deadline':
          return tick(machine, now, event.drained ?? true)
        case 'grant':
          parts.leadership.grant(event.until)
          return turn(machine, now)
        case 'announce':
          return announceOne(machine, now)
        case 'demoted':
          return demote(machine, event, now)
        case 'owners':
          parts.owners.remember(event.owners)
          for (const { address } of event.owners) world.known.add(address)
          return []
      }
    },
    get deadline() {
      return earliest(timed.map(({ deadline }) => deadline))
    },
    counters: () => parts.tally.counters(),
    status: (now) => statusOf(machine, now),
    get isLanChanged() {
      return parts.lan.isChanged
    },
    lanObservation: () => parts.lan.take(world),
  }
}

function demote(machine: Machine, demoted: Demoted, now: number): readonly WireEffect[] {
  const changed = machine.parts.demotions.replace(demoted)
  const nodes = [...machine.world.neighbors].filter(({ node }) => changed.has(node.name))
  return reconsider(machine, nodes, now)
}

/** Does everything that is due, the most urgent first. */
function tick(machine: Machine, now: number, drained: boolean): readonly WireEffect[] {
  const { announcer, checks, conflicts, leadership, owners, pacer, prober, questions } =
    machine.parts
  const effects: WireEffect[] = [
    ...turn(machine, now),
    ...applyVerdicts(machine, prober.tick(now, drained), now),
    ...applyOwners(machine, owners.tick(now), now),
    ...tickResolver(machine, now),
  ]
  const checked = checks.tick(now)
  effects.push(...checked.effects, ...announce(machine, checked.clear, now))
  effects.push(...announcer.tick(now), ...questions.tick(now), ...conflicts.tick(now))
  if (leadership.leads(now)) effects.push(...announcer.refreshAskers(now))
  effects.push(...pacer.tick(now))
  return effects
}

function tickResolver(machine: Machine, now: number): readonly WireEffect[] {
  const { effects, gaveUp } = machine.parts.resolver.tick(now)
  return [...pacedQuestions(machine, effects, now), ...reconsider(machine, gaveUp, now)]
}

/** Starts or stops leading, as the grant says; without a plan it waits for one. */
function turn(machine: Machine, now: number): readonly WireEffect[] {
  const { parts, world } = machine
  if (world.plan === undefined || !parts.leadership.turned(now)) return []
  const { segment } = world.plan
  parts.questions.restart(now)
  if (parts.leadership.leads(now)) {
    // From now on what we know of the nodes counts, and no longer what the former leader announced.
    const owners = parts.owners.reconsider(world.neighbors, now)
    return [
      toEffect({ level: 'info', event: 'LeadingStarted', segment }),
      ...checkAndAnnounce(machine, world.bindings, now),
      ...applyOwners(machine, owners, now),
    ]
  }
  parts.announcer.keep([])
  return [toEffect({ level: 'info', event: 'LeadingEnded', segment })]
}

interface Timed {
  readonly deadline: number | undefined
}

function timedParts(parts: MachineParts): readonly Timed[] {
  const { announcer, askers, checks, conflicts, leadership } = parts
  const { owners, pacer, prober, questions, resolver } = parts
  const refreshes: Timed = {
    get deadline() {
      return leadership.isLeading ? askers.deadline : undefined
    },
  }
  return [
    prober,
    pacer,
    announcer,
    resolver,
    owners,
    checks,
    conflicts,
    questions,
    leadership,
    refreshes,
  ]
}
