import { isRefused, parseAddress, type Address } from '../../../api/address.ts'
import type { ArpPacket } from '../../../speaker/wire/arp.ts'
import type { ArpFrame, EchoFrame, Frame, NdpFrame } from '../../../speaker/wire/frame.ts'
import { BROADCAST, parseMac, ZERO_MAC, type Mac } from '../../../speaker/wire/mac.ts'
import type { NeighborMessage } from '../../../speaker/wire/ndp.ts'

/** Reads what `describe` writes: the frames of transcripts. Throws with the text that it cannot read. */
export function parseFrame(text: string): Frame {
  const [, source = '', destination = '', said = ''] = /^(\S+) > (\S+) (.*)$/.exec(text) ?? []
  const ethernet = { source: mac(source), destination: mac(destination) }
  if (said.startsWith('ARP '))
    return { kind: 'arp', ethernet, arp: parseArp(said, ethernet.source) } satisfies ArpFrame
  const echo = parseEcho(said)
  if (echo !== undefined) return { kind: 'echo', ethernet, ...echo } satisfies EchoFrame
  return { kind: 'ndp', ethernet, ...parseNdp(said) } satisfies NdpFrame
}

const ECHO_TEXT = /^(\S+) > (\S+) echo (request|reply) (\d+) (\d+)$/

function parseEcho(said: string): Omit<EchoFrame, 'kind' | 'ethernet'> | undefined {
  const match = ECHO_TEXT.exec(said)
  if (match === null) return undefined
  const [, source = '', destination = '', operation, identifier, sequence] = match
  return {
    source: ip(source),
    destination: ip(destination),
    echo: {
      operation: operation === 'request' ? 'request' : 'reply',
      identifier: Number(identifier),
      sequence: Number(sequence),
    },
  }
}

export function mac(text: string): Mac {
  const read = text === 'broadcast' ? BROADCAST : parseMac(text)
  if (read === undefined) throw new Error(`"${text}" is no MAC`)
  return read
}

export function ip(text: string): Address {
  const read = parseAddress(text)
  if (isRefused(read)) throw new Error(`"${text}" is no address`)
  return read
}

function parseArp(said: string, source: Mac): ArpPacket {
  const words = said.split(' ')
  const after = (word: string) => words[words.indexOf(word, 2) + 1] ?? ''
  const has = (word: string) => words.includes(word)
  if (words[1] === 'reply')
    return packet('reply', [after('is-at'), words[2] ?? ''], [words.at(-1) ?? '', after('to')])
  if (words[1] === 'announcement')
    return packet('request', [after('is-at'), words[2] ?? ''], [ZERO_MAC, words[2] ?? ''])
  const hardware = has('at') ? after('at') : source
  const sender = words[1] === 'probe' ? '0.0.0.0' : after('tell')
  return packet(
    'request',
    [hardware, sender],
    [ZERO_MAC, words[words.indexOf('who-has') + 1] ?? ''],
  )
}

function packet(
  operation: ArpPacket['operation'],
  [senderHardware, senderProtocol]: readonly [string, string],
  [targetHardware, targetProtocol]: readonly [string, string],
): ArpPacket {
  return {
    hardwareType: 1,
    operation,
    senderHardwareAddress: mac(senderHardware),
    senderProtocolAddress: ip(senderProtocol),
    targetHardwareAddress: mac(targetHardware),
    targetProtocolAddress: ip(targetProtocol),
  }
}

function parseNdp(said: string): Pick<NdpFrame, 'ipv6' | 'ndp'> {
  const [, source = '', destination = '', message = ''] = /^(\S+) > (\S+) (.*)$/.exec(said) ?? []
  return {
    ipv6: { trafficClass: 0, flowLabel: 0, source: ip(source), destination: ip(destination) },
    ndp: parseMessage(message),
  }
}

function parseMessage(message: string): NeighborMessage {
  const words = message.split(' ')
  const option = words.at(-2)
  const linkLayer = option === 'slla' || option === 'tlla' ? mac(words.at(-1) ?? '') : undefined
  if (words[0] === 'NS')
    return {
      type: 'neighborSolicitation',
      targetAddress: ip(words[2] ?? ''),
      ...(linkLayer === undefined ? {} : { sourceLinkLayerAddress: linkLayer }),
    }
  const flags = words[2] ?? ''
  return {
    type: 'neighborAdvertisement',
    router: flags.includes('R'),
    solicited: flags.includes('S'),
    override: flags.includes('O'),
    targetAddress: ip(words[1] ?? ''),
    ...(linkLayer === undefined ? {} : { targetLinkLayerAddress: linkLayer }),
  }
}
