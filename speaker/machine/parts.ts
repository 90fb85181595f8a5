import { addressFromBytes } from '../../api/address.ts'
import { createAddressChecks, type AddressChecks } from '../conflicts/address-checks.ts'
import { createAnnouncer, type Announcer } from '../announcing/announcer.ts'
import { createAskers, type Askers, type Due } from '../announcing/askers.ts'
import { createConflicts, type Conflicts } from '../conflicts/conflicts.ts'
import { createDefence, type Defence } from '../conflicts/defence.ts'
import type { WireMachineOptions } from './events.ts'
import { createDemotions, type Demotions } from '../ownership/demotions.ts'
import { createGroups, type Groups } from '../lan/groups.ts'
import { createLeadership, type Leadership } from './leadership.ts'
import { macKey, type LinkView } from '../lan/link-view.ts'
import { createLanObserver, type LanObserver } from './lan-observer.ts'
import { createInterests, type Interests } from '../lan/interests.ts'
import { createNotices, type Notices } from '../lan/notices.ts'
import { questionFor } from '../frames/outgoing.ts'
import type { NodeHealth } from '../ownership/choice.ts'
import { createOwners, type Owners } from '../ownership/owners.ts'
import { createPacer, type Pacer } from '../announcing/pacer.ts'
import { createProber, type Prober } from '../probing/prober.ts'
import { createQuestions, type Questions } from '../conflicts/questions.ts'
import { createResolver, type Resolver } from '../neighbors/resolver.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { createTally, type Tally } from '../status/tally.ts'
import type { WireEffect } from '../lan/effect.ts'
import type { SpeakerSettings } from '../lan/settings.ts'
import type { World } from './world.ts'

/** The parts of a wire machine: each knows one thing, and none of them the machine. */
export interface MachineParts {
  readonly announcer: Announcer
  readonly askers: Askers
  readonly checks: AddressChecks
  readonly conflicts: Conflicts
  readonly defence: Defence
  readonly demotions: Demotions
  readonly groups: Groups
  readonly leadership: Leadership
  readonly interests: Interests
  readonly lan: LanObserver
  readonly notices: Notices
  readonly owners: Owners
  readonly pacer: Pacer
  readonly prober: Prober
  readonly questions: Questions
  readonly resolver: Resolver
  readonly tally: Tally
}

export interface Machine {
  readonly parts: MachineParts
  readonly world: World
  readonly options: WireMachineOptions
}

/** It has no plan and no links yet. */
export function createMachine(options: WireMachineOptions): Machine {
  const world: World = {
    plan: undefined,
    links: undefined,
    views: new Map(),
    bindings: [],
    neighbors: new Set(),
    known: new Set(),
  }
  return { parts: createParts(options), world, options }
}

/** So many other hosts are asked, by their own addresses: the last that asked us. */
const WITNESSES = 2

function createParts(options: WireMachineOptions): MachineParts {
  const settings = { ...DEFAULT_SETTINGS, ...options.settings }
  const tally = createTally()
  const askers = createAskers()
  const pacer = createPacer(settings.framesPerSecond)
  const leadership = createLeadership(options.leads ?? true)
  const conflicts = createConflicts((reason) => tally.count('conflicts', reason))
  const demotions = createDemotions()
  const prober = proberOf(options, settings, { askers, tally })
  return {
    askers,
    conflicts,
    leadership,
    pacer,
    prober,
    tally,
    announcer: createAnnouncer({
      askers,
      pacer,
      burstMilliseconds: settings.burstMilliseconds,
      refreshSeconds: settings.refreshSeconds,
      leadsUntil: () => leadership.until(),
      countSent: (what, count) => tally.count('sent', what, count),
    }),
    checks: createAddressChecks(pacer, () => tally.count('sent', 'addressProbe')),
    defence: createDefence(),
    demotions,
    groups: createGroups(),
    interests: createInterests(),
    lan: createLanObserver(prober),
    notices: createNotices(),
    owners: createOwners(healthOf(prober, demotions), (reason) => tally.count('moves', reason)),
    questions: createQuestions({
      pacer,
      leads: (now) => leadership.leads(now),
      isDisputed: (binding) => conflicts.has(binding),
      countSent: () => tally.count('sent', 'question'),
    }),
    resolver: createResolver(),
  }
}

function healthOf(prober: Prober, demotions: Demotions): NodeHealth {
  return {
    verdictOf: (neighbor, family) => prober.verdictOf(neighbor, family),
    upSince: (neighbor, family) => prober.upSince(neighbor, family),
    dampedUntil: (neighbor, now) => prober.dampedUntil(neighbor, now),
    isDemoted: (neighbor, address) => demotions.isDemoted(neighbor, address),
    isAwaited: (neighbor, address) => demotions.isAwaited(neighbor, address),
  }
}

function proberOf(
  { echoIdentifier = 0 }: WireMachineOptions,
  { probesPerSecond }: SpeakerSettings,
  { askers, tally }: Pick<MachineParts, 'askers' | 'tally'>,
): Prober {
  return createProber({
    identifier: echoIdentifier,
    probesPerSecond,
    witnessQuestions: (link) => witnessQuestions(askers, link),
    countSent: (what) => tally.count('sent', what),
    countVerdict: (verdict) => tally.count('verdicts', verdict),
    countHold: (reason) => tally.count('holds', reason),
  })
}

function witnessQuestions(askers: Askers, link: LinkView): readonly WireEffect[] {
  return askers
    .newest(WITNESSES, (due) => canWitness(due, link))
    .flatMap(({ asker }) => questionFor(link, addressFromBytes(asker.protocol)) ?? [])
}

/** Nodes are left out: they are probed anyway, and the silent one may have asked last, by its speaker. */
function canWitness({ asker, bindingKey }: Due, link: LinkView): boolean {
  return bindingKey.endsWith(link.key) && !link.nodesByMac.has(macKey(asker.hardware, 0))
}
