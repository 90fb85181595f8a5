import { isArpAnnouncement, isArpProbe, type ArpPacket } from './arp.ts'
import type { EchoFrame, Frame } from './frame.ts'
import { BROADCAST, type Mac } from './mac.ts'
import type { NeighborAdvertisement, NeighborMessage } from './ndp.ts'
import { isRejection, type Rejection } from './rejection.ts'

/** One line for a frame, in the manner of tcpdump: who to whom, then what is said. */
export function describe(frame: Frame | Rejection): string {
  if (isRejection(frame)) return `rejected: ${frame.rejected}`
  const { source, destination } = frame.ethernet
  return `${source} > ${destination === BROADCAST ? 'broadcast' : destination} ${describeSaid(frame)}`
}

function describeSaid(frame: Frame): string {
  switch (frame.kind) {
    case 'arp':
      return describeArp(frame.arp, frame.ethernet.source)
    case 'ndp':
      return describeNdp(frame)
    case 'echo':
      return describeEcho(frame)
  }
}

/** The two numbers are the identifier and the sequence number. */
function describeEcho({ source, destination, echo }: EchoFrame): string {
  const { operation, identifier, sequence } = echo
  return `${source.text} > ${destination.text} echo ${operation} ${identifier} ${sequence}`
}

function describeArp(arp: ArpPacket, etherSource: Mac): string {
  const target = arp.targetProtocolAddress.text
  const sender = arp.senderProtocolAddress.text
  const hardware = arp.senderHardwareAddress
  if (arp.operation === 'reply')
    return `ARP reply ${sender} is-at ${hardware} to ${target} at ${arp.targetHardwareAddress}`
  if (isArpProbe(arp)) return `ARP probe who-has ${target}${foreign(hardware, etherSource)}`
  if (isArpAnnouncement(arp)) return `ARP announcement ${sender} is-at ${hardware}`
  return `ARP request who-has ${target} tell ${sender}${foreign(hardware, etherSource)}`
}

/** The sender's own address is worth telling only where it is not the source of the frame. */
function foreign(hardware: Mac, etherSource: Mac): string {
  return hardware === etherSource ? '' : ` at ${hardware}`
}

function describeNdp(frame: Extract<Frame, { kind: 'ndp' }>): string {
  const { source, destination } = frame.ipv6
  return `${source.text} > ${destination.text} ${describeMessage(frame.ndp)}`
}

function describeMessage(ndp: NeighborMessage): string {
  if (ndp.type === 'neighborSolicitation')
    return `NS who-has ${ndp.targetAddress.text}${option('slla', ndp.sourceLinkLayerAddress)}`
  const flags = describeFlags(ndp)
  return `NA ${ndp.targetAddress.text}${flags}${option('tlla', ndp.targetLinkLayerAddress)}`
}

function describeFlags(ndp: NeighborAdvertisement): string {
  const set = [ndp.router ? 'R' : '', ndp.solicited ? 'S' : '', ndp.override ? 'O' : ''].join('')
  return ` [${set}]`
}

function option(name: string, mac: Mac | undefined): string {
  return mac === undefined ? '' : ` ${name} ${mac}`
}
