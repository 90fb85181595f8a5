import { addressBytes, type Address } from '../../api/address.ts'
import { arpFrame } from '../../speaker/wire/arp.ts'
import { BROADCAST, macBytes, multicastMac } from '../../speaker/wire/mac.ts'
import { ndpFrame, solicitedNodeGroup } from '../../speaker/wire/ndp.ts'
import type { Host } from './host.ts'

/** Asks for the MAC of an address as Linux does: everybody, or whoever has the MAC that is known. */
export function question(host: Host, target: Address, known?: Uint8Array): Uint8Array {
  return target.family === 'IPv4'
    ? arpRequest(host, target, known)
    : solicitation(host, target, known)
}

function arpRequest({ card, octets }: Host, target: Address, known?: Uint8Array): Uint8Array {
  return arpFrame(
    { destination: known ?? macBytes(BROADCAST), source: card.octets },
    {
      hardwareType: 1,
      operation: 'request',
      senderHardware: card.octets,
      senderProtocol: octets.ipv4,
      targetHardware: known ?? new Uint8Array(6),
      targetProtocol: addressBytes(target),
    },
  )
}

function solicitation({ card, octets }: Host, address: Address, known?: Uint8Array): Uint8Array {
  const target = addressBytes(address)
  const group = solicitedNodeGroup(target)
  return ndpFrame(
    { destination: known ?? macBytes(multicastMac(group)), source: card.octets },
    {
      trafficClass: 0,
      flowLabel: 0,
      source: octets.ipv6,
      destination: known === undefined ? group : target,
    },
    { type: 'neighborSolicitation', flags: 0, target, linkLayer: card.octets },
  )
}

/** An unsolicited claim of an address, as a rival makes it. */
export function claimOf(host: Host, address: Address): Uint8Array {
  const octets = addressBytes(address)
  if (address.family === 'IPv4')
    return arpFrame(
      { destination: macBytes(BROADCAST), source: host.card.octets },
      {
        hardwareType: 1,
        operation: 'request',
        senderHardware: host.card.octets,
        senderProtocol: octets,
        targetHardware: new Uint8Array(6),
        targetProtocol: octets,
      },
    )
  return advertisementToAll(host, octets)
}

function advertisementToAll({ card }: Host, target: Uint8Array): Uint8Array {
  const allNodes = Uint8Array.of(0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
  return ndpFrame(
    { destination: macBytes(multicastMac(allNodes)), source: card.octets },
    { trafficClass: 0, flowLabel: 0, source: target, destination: allNodes },
    { type: 'neighborAdvertisement', flags: 0x20, target, linkLayer: card.octets },
  )
}
