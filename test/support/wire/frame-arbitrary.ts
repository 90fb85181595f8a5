import fc from 'fast-check'
import { addressOf, type Address } from '../../../api/address.ts'
import {
  frameRejection,
  type ArpFrame,
  type EchoFrame,
  type Frame,
  type NdpFrame,
} from '../../../speaker/wire/frame.ts'
import { macFromBytes } from '../../../speaker/wire/mac.ts'
import type { NeighborMessage } from '../../../speaker/wire/ndp.ts'
import { repairChecksums } from './frame-octets.ts'
import { ip } from './frame-text.ts'

const RECORD = { noNullPrototype: true } as const

const aMac = fc.uint8Array({ minLength: 6, maxLength: 6 }).map((bytes) => macFromBytes(bytes))

/** One station: the lowest bit of the first octet is clear. */
const aStation = fc
  .uint8Array({ minLength: 6, maxLength: 6 })
  .map((bytes) => macFromBytes(bytes.map((octet, at) => (at === 0 ? octet & 0xfe : octet))))

const anIpv4 = fc.bigInt(0n, 0xffff_ffffn).map((value) => addressOf('IPv4', value))

/** 2000::/3 or fe80::/10. */
const anIpv6 = fc.oneof(
  fc.bigInt(0n, (1n << 125n) - 1n).map((low) => addressOf('IPv6', (1n << 125n) | low)),
  fc.bigInt(0n, (1n << 64n) - 1n).map((low) => addressOf('IPv6', (0xfe80n << 112n) | low)),
)

const anEthernetHeader = fc.record({ destination: aMac, source: aStation }, RECORD)

const anArpPacket = fc.record<ArpFrame['arp']>(
  {
    hardwareType: fc.constantFrom(1, 6),
    operation: fc.constantFrom('request', 'reply'),
    senderHardwareAddress: aMac,
    senderProtocolAddress: anIpv4,
    targetHardwareAddress: aMac,
    targetProtocolAddress: anIpv4,
  },
  RECORD,
)

const anArpFrame: fc.Arbitrary<ArpFrame> = fc.record(
  { kind: fc.constant('arp' as const), ethernet: anEthernetHeader, arp: anArpPacket },
  RECORD,
)

const aSolicitation: fc.Arbitrary<NeighborMessage> = fc.record(
  {
    type: fc.constant('neighborSolicitation' as const),
    targetAddress: anIpv6,
    sourceLinkLayerAddress: aMac,
  },
  { requiredKeys: ['type', 'targetAddress'], noNullPrototype: true },
)

const anAdvertisement: fc.Arbitrary<NeighborMessage> = fc.record(
  {
    type: fc.constant('neighborAdvertisement' as const),
    router: fc.boolean(),
    solicited: fc.boolean(),
    override: fc.boolean(),
    targetAddress: anIpv6,
    targetLinkLayerAddress: aMac,
  },
  {
    requiredKeys: ['type', 'router', 'solicited', 'override', 'targetAddress'],
    noNullPrototype: true,
  },
)

const anIpv6Header = fc.record(
  {
    trafficClass: fc.nat(0xff),
    flowLabel: fc.nat(0xf_ffff),
    source: anIpv6,
    destination: fc.oneof(anIpv6, fc.constant<Address>(ip('ff02::1'))),
  },
  RECORD,
)

const anNdpFrame: fc.Arbitrary<NdpFrame> = fc.record(
  {
    kind: fc.constant('ndp' as const),
    ethernet: anEthernetHeader,
    ipv6: anIpv6Header,
    ndp: fc.oneof(aSolicitation, anAdvertisement),
  },
  RECORD,
)

/** 10/8: a host. */
const anIpv4Host = fc.nat(0xff_ffff).map((low) => addressOf('IPv4', BigInt(0x0a00_0000 + low)))

const anEcho = fc.record<EchoFrame['echo']>(
  {
    operation: fc.constantFrom('request', 'reply'),
    identifier: fc.nat(0xffff),
    sequence: fc.nat(0xffff),
  },
  RECORD,
)

const anEchoFrame: fc.Arbitrary<EchoFrame> = fc
  .oneof(fc.tuple(anIpv4Host, anIpv4), fc.tuple(anIpv6, anIpv6))
  .chain(([source, destination]) =>
    fc.record(
      {
        kind: fc.constant('echo' as const),
        ethernet: anEthernetHeader,
        source: fc.constant(source),
        destination: fc.constant(destination),
        echo: anEcho,
      },
      RECORD,
    ),
  )

/** Frames that may be sent. */
export const aFrame: fc.Arbitrary<Frame> = fc
  .oneof(anArpFrame, anNdpFrame, anEchoFrame)
  .filter((frame) => !isSolicitedToMulticast(frame))

function isSolicitedToMulticast(frame: Frame): boolean {
  return (
    frame.kind === 'ndp' &&
    frame.ndp.type === 'neighborAdvertisement' &&
    frame.ndp.solicited &&
    frame.ipv6.destination.text.startsWith('ff')
  )
}

/** Marsaglia's xorshift with 32 bits: the same numbers from the same seed, everywhere. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/**
 * So many byte strings: whole frames with some octets changed, cut or lengthened, half of those with a
 * wrong checksum with all of theirs made right again, and pure noise between them.
 */
export function* mutatedFrames(
  count: number,
  originals: readonly Uint8Array[],
  seed = 826,
): Generator<Uint8Array> {
  const random = seeded(seed)
  for (let index = 0; index < count; index++) {
    const original = originals[index % originals.length] ?? new Uint8Array()
    if (random(16) === 0) yield noise(random)
    else yield mutated(original, random)
  }
}

function noise(random: (below: number) => number): Uint8Array {
  return Uint8Array.from({ length: random(120) }, () => random(256))
}

function mutated(original: Uint8Array, random: (below: number) => number): Uint8Array {
  const length = random(4) === 0 ? random(original.length + 20) : original.length
  const bytes = new Uint8Array(length)
  bytes.set(original.subarray(0, length))
  for (let left = random(4); left > 0 && length > 0; left--) bytes[random(length)] = random(256)
  if (random(2) === 0 && hasWrongChecksum(bytes)) repairChecksums(bytes)
  return bytes
}

function hasWrongChecksum(bytes: Uint8Array): boolean {
  return frameRejection(bytes)?.endsWith('Checksum') ?? false
}
