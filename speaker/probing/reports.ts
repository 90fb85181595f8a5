import type { ProbeRole } from './roles.ts'
import type {
  HoldReason,
  NodeAnswersNoEcho,
  NodeDamped,
  NodeDown,
  NodeSuspect,
  NodeUp,
  VerdictsHeld,
} from '../reports/report.ts'

/** Who, by which address, on which link. */
function placeOf({ neighbor, address }: ProbeRole) {
  return { node: neighbor.node.name, address: address.text, link: neighbor.link.state.name }
}

export function nodeSuspect(role: ProbeRole): NodeSuspect {
  return { level: 'debug', event: 'NodeSuspect', ...placeOf(role) }
}

export function nodeUp(role: ProbeRole): NodeUp {
  return { level: 'info', event: 'NodeUp', ...placeOf(role) }
}

export function nodeAnswersNoEcho(role: ProbeRole): NodeAnswersNoEcho {
  return { level: 'info', event: 'NodeAnswersNoEcho', ...placeOf(role) }
}

export function nodeDown(role: ProbeRole, silentMilliseconds: number): NodeDown {
  return { level: 'warn', event: 'NodeDown', ...placeOf(role), silentMilliseconds }
}

/** For so long it is not trusted; reported in seconds, rounded up. */
export function nodeDamped({ neighbor }: ProbeRole, milliseconds: number): NodeDamped {
  return {
    level: 'warn',
    event: 'NodeDamped',
    node: neighbor.node.name,
    link: neighbor.link.state.name,
    seconds: Math.ceil(milliseconds / 1_000),
  }
}

export function verdictsHeld(link: string, reason: HoldReason): VerdictsHeld {
  return {
    level: 'warn',
    event: 'VerdictsHeld',
    link,
    reason,
    message: `nodes do not answer on ${link}, but nobody else is heard there either: no address is moved`,
    hint: `is the cable or the switch port of ${link} all right?`,
  }
}
