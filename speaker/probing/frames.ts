import { addressBytes } from '../../api/address.ts'
import {
  arpRequest,
  questionFor,
  solicitation,
  solicitationSource,
  echoSource,
} from '../frames/outgoing.ts'
import type { ProbeRole } from './roles.ts'
import { echoRequestFrame } from '../wire/echo.ts'
import type { WireEffect } from '../lan/effect.ts'

/** An ICMP echo to the MAC that is known; undefined if the link has no address to ask from. */
export function echoProbe(
  { neighbor, address }: ProbeRole,
  identifier: number,
  sequence: number,
): WireEffect | undefined {
  const { link, mac } = neighbor
  const source = echoSource(link, address)
  if (source === undefined || mac === undefined) return undefined
  const bytes = echoRequestFrame(
    { destination: mac.octets, source: link.mac },
    { source: addressBytes(source), destination: addressBytes(address) },
    { identifier, sequence },
  )
  return { type: 'send', link: link.state.name, bytes }
}

/**
 * An ARP request or a solicitation: to the MAC that is known, which costs the others nothing; or to everybody,
 * which also finds a node whose MAC has changed. Undefined if the link has no address to ask from.
 */
export function arpProbeOf(role: ProbeRole, toAll: boolean): WireEffect | undefined {
  const { link, mac } = role.neighbor
  const { address } = role
  if (toAll || mac === undefined) return questionFor(link, address)
  if (address.family === 'IPv4') return arpRequest(link, address, mac.octets)
  const source = solicitationSource(link)
  return source === undefined ? undefined : solicitation(link, source, address, mac.octets)
}
