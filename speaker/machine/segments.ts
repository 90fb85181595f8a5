import { earliest } from '../../api/earliest.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { WireEvent, WireMachine } from './events.ts'
import type { LanObservation } from '../lan/lan-observation.ts'
import { createLinkFilters } from './link-filters.ts'
import type { SegmentStatus, SegmentCounters } from '../status/status.ts'
import { compareText } from '../../api/order.ts'
import type { WireEffect } from '../lan/effect.ts'

/** The events that every machine is given. */
export type SharedEvent = Exclude<WireEvent, { readonly type: 'plan' }>

/** The wire machines of a process: one for each segment it has a plan of. */
export interface SegmentMachines {
  /** Carries out exactly these plans, at most one for each segment: the machine of any other segment ends. */
  carryOut(plans: readonly AnnouncementPlan[], now: number): readonly WireEffect[]
  handle(event: SharedEvent, now: number): readonly WireEffect[]
  readonly deadline: number | undefined
  /** By segment, in order of their names. */
  statuses(now: number): readonly SegmentStatus[]
  counters(): readonly SegmentCounters[]
  /** True if `lanViews` may have another answer than the last one. */
  readonly isLanChanged: boolean
  /** By segment, in order of their names. */
  lanObservations(): readonly LanObservation[]
}

/** The last of each of these is given to a machine that is created later, in this order, before its plan. */
const REMEMBERED = ['owners', 'grant', 'demoted', 'links'] as const

/** `create` makes the machine of one segment. */
export function createSegmentMachines(create: () => WireMachine): SegmentMachines {
  const machines = new Map<string, WireMachine>()
  const remembered = new Map<SharedEvent['type'], SharedEvent>()
  const filters = createLinkFilters()
  let hasEnded = false

  const machineOf = (segment: string, now: number, effects: WireEffect[]): WireMachine => {
    const known = machines.get(segment)
    if (known !== undefined) return known
    const machine = create()
    machines.set(segment, machine)
    for (const event of REMEMBERED.flatMap((type) => remembered.get(type) ?? []))
      effects.push(...filters.join(segment, machine.handle(event, now)))
    return machine
  }
  const carryOutOne = (plan: AnnouncementPlan, now: number): readonly WireEffect[] => {
    const { segment } = plan.spec
    const first: WireEffect[] = []
    const own = machineOf(segment, now, first).handle({ type: 'plan', plan }, now)
    return [...first, ...filters.join(segment, own)]
  }
  const end = (segment: string, machine: WireMachine, now: number): readonly WireEffect[] => {
    machines.delete(segment)
    hasEnded = true
    const effects = machine.handle({ type: 'plan', plan: emptyPlan(segment) }, now)
    return [...filters.join(segment, effects), ...filters.end(segment)]
  }
  const bySegment = () => [...machines].sort(([a], [b]) => compareText(a, b))

  return {
    carryOut(plans, now) {
      const wanted = new Set(plans.map(({ spec }) => spec.segment))
      const ended = [...machines].filter(([segment]) => !wanted.has(segment))
      return [
        ...ended.flatMap(([segment, machine]) => end(segment, machine, now)),
        ...inOrder(plans).flatMap((plan) => carryOutOne(plan, now)),
      ]
    },
    handle(event, now) {
      if (isRemembered(event.type)) remembered.set(event.type, event)
      let effects: readonly WireEffect[] = []
      for (const [segment, machine] of machines) {
        if (event.type === 'deadline' && !isDue(machine, now)) continue
        const own = filters.join(segment, machine.handle(event, now))
        effects = effects.length === 0 ? own : [...effects, ...own]
      }
      return effects
    },
    get deadline() {
      return earliest([...machines.values()].map(({ deadline }) => deadline))
    },
    statuses: (now) => bySegment().map(([, machine]) => machine.status(now)),
    counters: () => bySegment().map(countersOf),
    get isLanChanged() {
      return hasEnded || [...machines.values()].some((machine) => machine.isLanChanged)
    },
    lanObservations() {
      hasEnded = false
      return bySegment().flatMap(([, machine]) => machine.lanObservation() ?? [])
    },
  }
}

function countersOf([segment, machine]: readonly [string, WireMachine]): SegmentCounters {
  return { segment, counters: machine.counters() }
}

function isRemembered(type: SharedEvent['type']): boolean {
  return REMEMBERED.some((one) => one === type)
}

function isDue({ deadline }: WireMachine, now: number): boolean {
  return deadline !== undefined && deadline <= now
}

function inOrder(plans: readonly AnnouncementPlan[]): AnnouncementPlan[] {
  return [...plans].sort((a, b) => compareText(a.spec.segment, b.spec.segment))
}

/** A plan without addresses: it withdraws everything that the segment announces. */
function emptyPlan(segment: string): AnnouncementPlan {
  const digests = { pools: '', state: '' }
  const nothing = { nodes: [], pools: [], announcements: [] }
  return {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AnnouncementPlan',
    metadata: { name: segment },
    spec: { segment, revision: '', digests, ...nothing },
  }
}
