import type { Address } from '../../../api/address.ts'
import type { EchoFrame, Frame } from '../../../speaker/wire/frame.ts'
import { decode, encode } from '../../../speaker/wire/frame.ts'
import type { Mac } from '../../../speaker/wire/mac.ts'
import { isRejection } from '../../../speaker/wire/rejection.ts'
import { ip, mac } from '../wire/frame-text.ts'

/** Hosts of a transcript that answer questions about themselves, as kernels do. */
export interface ScenarioHosts {
  /** `NAME MAC ADDRESS...` */
  add(line: string): void
  /** What it does not answer any more: `all`, `echo`, `arp` or `nothing`. */
  silence(name: string, what: string): void
  /** True if a host answers this frame; its answer comes half a millisecond later, or `roundTrip`. */
  answer(bytes: Uint8Array, now: number): boolean
  /** The answer that comes next. */
  next(): Answer | undefined
  take(): Answer | undefined
}

interface Answer {
  readonly at: number
  readonly bytes: Uint8Array
}

interface ScenarioHost {
  readonly mac: Mac
  readonly addresses: readonly Address[]
  silent: string
}

const ROUND_TRIP = 0.5

export function createHosts(roundTrip = ROUND_TRIP): ScenarioHosts {
  const hosts = new Map<string, ScenarioHost>()
  const answers: Answer[] = []
  return {
    add(line) {
      const [name = '', at = '', ...addresses] = line.split(' ')
      hosts.set(name, { mac: mac(at), addresses: addresses.map(ip), silent: 'nothing' })
    },
    silence(name, what) {
      const host = hosts.get(name)
      if (host === undefined) throw new Error(`no host ${name}`)
      host.silent = what
    },
    answer(bytes, now) {
      const frame = decode(bytes)
      if (isRejection(frame)) return false
      const found = [...hosts.values()].flatMap((host) => answerOf(host, frame) ?? [])
      answers.push(...found.map((one) => ({ at: now + roundTrip, bytes: encode(one) })))
      return found.length > 0
    },
    next: () => answers[0],
    take: () => answers.shift(),
  }
}

function answerOf(host: ScenarioHost, frame: Frame): Frame | undefined {
  const { destination, source } = frame.ethernet
  const isForIt =
    destination === host.mac || destination.startsWith('33:33') || destination === BROADCAST
  if (!isForIt || host.silent === 'all' || source === host.mac) return undefined
  const ethernet = { source: host.mac, destination: source }
  if (frame.kind === 'echo') return echoAnswer(host, frame, ethernet)
  if (host.silent === 'arp') return undefined
  return frame.kind === 'arp' ? arpAnswer(host, frame, ethernet) : ndpAnswer(host, frame, ethernet)
}

const BROADCAST = 'ff:ff:ff:ff:ff:ff'

type Back = Frame['ethernet']

function owns({ addresses }: ScenarioHost, { text }: Address): boolean {
  return addresses.some((address) => address.text === text)
}

function echoAnswer(host: ScenarioHost, frame: EchoFrame, ethernet: Back): Frame | undefined {
  const isAsked = frame.echo.operation === 'request' && owns(host, frame.destination)
  if (!isAsked || host.silent === 'echo') return undefined
  const { source, destination, echo } = frame
  const ends = { source: destination, destination: source }
  return { kind: 'echo', ethernet, ...ends, echo: { ...echo, operation: 'reply' } }
}

function arpAnswer(
  host: ScenarioHost,
  { arp }: Extract<Frame, { kind: 'arp' }>,
  ethernet: Back,
): Frame | undefined {
  // An announcement of a host's own address is none of its questions: its kernel drops it as a martian.
  const { senderProtocolAddress: sender, targetProtocolAddress: target } = arp
  if (arp.operation !== 'request' || !owns(host, target) || sender.text === target.text)
    return undefined
  return {
    kind: 'arp',
    ethernet,
    arp: {
      hardwareType: 1,
      operation: 'reply',
      senderHardwareAddress: host.mac,
      senderProtocolAddress: arp.targetProtocolAddress,
      targetHardwareAddress: arp.senderHardwareAddress,
      targetProtocolAddress: arp.senderProtocolAddress,
    },
  }
}

function ndpAnswer(
  host: ScenarioHost,
  { ipv6, ndp }: Extract<Frame, { kind: 'ndp' }>,
  ethernet: Back,
): Frame | undefined {
  if (ndp.type !== 'neighborSolicitation' || !owns(host, ndp.targetAddress)) return undefined
  return {
    kind: 'ndp',
    ethernet,
    ipv6: { ...ipv6, source: ndp.targetAddress, destination: ipv6.source },
    ndp: {
      type: 'neighborAdvertisement',
      router: false,
      solicited: true,
      override: true,
      targetAddress: ndp.targetAddress,
      targetLinkLayerAddress: host.mac,
    },
  }
}
