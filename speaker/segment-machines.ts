import { compareText } from '../reconciler/finding.ts'
import type { AnnouncementPlan } from '../reconciler/api.ts'
import type { WireEffect, WireEvent, WireMachine } from './effect.ts'

/** What all machines are told alike. */
export type SharedEvent = Exclude<WireEvent, { readonly type: 'plan' }>

/** The wire machines of a process: one for each segment it has a plan of. */
export interface SegmentMachines {
  /** Carries out exactly these plans, at most one for each segment: a segment that is not among them ends. */
  carryOut(plans: readonly AnnouncementPlan[], now: number): readonly WireEffect[]
  handle(event: SharedEvent, now: number): readonly WireEffect[]
  readonly deadline: number | undefined
}

/** `create` makes the machine of one segment. */
export function createSegmentMachines(create: () => WireMachine): SegmentMachines {
  const machines = new Map<string, WireMachine>()
  let links: SharedEvent | undefined

  const machineOf = (segment: string, now: number, effects: WireEffect[]): WireMachine => {
    const known = machines.get(segment)
    if (known !== undefined) return known
    const machine = create()
    machines.set(segment, machine)
    if (links !== undefined) effects.push(...machine.handle(links, now))
    return machine
  }

  const end = (segment: string, machine: WireMachine, now: number): readonly WireEffect[] => {
    machines.delete(segment)
    return machine.handle({ type: 'plan', plan: emptyPlan(segment) }, now)
  }

  return {
    carryOut(plans, now) {
      const effects: WireEffect[] = []
      const wanted = new Set(plans.map(({ spec }) => spec.segment))
      for (const [segment, machine] of machines)
        if (!wanted.has(segment)) effects.push(...end(segment, machine, now))
      for (const plan of inOrder(plans)) {
        const machine = machineOf(plan.spec.segment, now, effects)
        effects.push(...machine.handle({ type: 'plan', plan }, now))
      }
      return effects
    },
    handle(event, now) {
      if (event.type === 'links') links = event
      const due = [...machines.values()].filter(
        ({ deadline }) => event.type !== 'deadline' || (deadline !== undefined && deadline <= now),
      )
      const [only] = due
      if (due.length === 1 && only !== undefined) return only.handle(event, now)
      return due.flatMap((machine) => machine.handle(event, now))
    },
    get deadline() {
      let first: number | undefined
      for (const { deadline } of machines.values())
        if (deadline !== undefined && (first === undefined || deadline < first)) first = deadline
      return first
    },
  }
}

function inOrder(plans: readonly AnnouncementPlan[]): AnnouncementPlan[] {
  return [...plans].sort((a, b) => compareText(a.spec.segment, b.spec.segment))
}

/** What withdraws everything that a segment announces. */
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
