import type { WireMachineOptions } from '../../../speaker/machine/events.ts'
import { applyPlan } from '../../../speaker/machine/apply-plan.ts'
import { receiveFrame } from '../../../speaker/machine/receive-frame.ts'
import { createMachine, type Machine } from '../../../speaker/machine/parts.ts'
import { planView } from '../../../speaker/lan/plan-view.ts'
import { planOf } from './scenario.ts'
import { eth0, octets, US, WORKER_1, WORKER_2 } from '../wire/wire-fixtures.ts'
import type { WireEffect } from '../../../speaker/lan/effect.ts'

/** worker-1 and worker-2, and 10.0.0.100, which both may own, in a pool that detects conflicts so. */
export const planLines = (detection = 'off') => [
  'node worker-1 10.0.0.11',
  'node worker-2 10.0.0.12',
  `pool office detection=${detection}`,
  '10.0.0.100 worker-1 worker-2',
]

/** A machine with eth0 that carries out a plan, at time 0; nothing has been heard yet. */
export function machineOf(
  lines: readonly string[],
  options: WireMachineOptions = {},
): { readonly machine: Machine; readonly effects: readonly WireEffect[] } {
  const machine = createMachine({ echoIdentifier: 7, ...options })
  machine.world.links = [eth0()]
  return { machine, effects: carryOut(machine, lines, 0) }
}

/** The same, and both nodes have told their MACs. */
export function resolvedMachine(
  lines: readonly string[] = planLines(),
  options: WireMachineOptions = {},
): Machine {
  const { machine } = machineOf(lines, options)
  tell(machine, ANSWER_1, 0)
  tell(machine, ANSWER_2, 0)
  return machine
}

export const ANSWER_1 = `${WORKER_1} > ${US} ARP reply 10.0.0.11 is-at ${WORKER_1} to 10.0.0.1 at ${US}`
export const ANSWER_2 = `${WORKER_2} > ${US} ARP reply 10.0.0.12 is-at ${WORKER_2} to 10.0.0.1 at ${US}`

export function carryOut(
  machine: Machine,
  lines: readonly string[],
  now: number,
): readonly WireEffect[] {
  machine.world.plan = planView(planOf(lines))
  return applyPlan(machine, now)
}

/** A frame on eth0, as `describe` writes it. */
export function tell(machine: Machine, text: string, now: number): readonly WireEffect[] {
  return receiveFrame(machine, machine.world.views.get('eth0'), octets(text), { at: now, now })
}
