import {
  bindOn,
  linkView,
  type Binding,
  type LinkView,
  type Neighbor,
} from '../../../speaker/lan/link-view.ts'
import {
  addressFields,
  type PlannedAddress,
  type ViewNode,
} from '../../../speaker/lan/plan-view.ts'
import { readFrame, type ResolutionFrame } from '../../../speaker/frames/received.ts'
import { encode } from '../../../speaker/wire/frame.ts'
import { macBytes } from '../../../speaker/wire/mac.ts'
import { describe } from '../../../speaker/wire/describe.ts'
import { decode } from '../../../speaker/wire/frame.ts'
import { describeReport } from '../../../speaker/reports/describe.ts'
import { ip, mac, parseFrame } from './frame-text.ts'
import { linkOf } from '../speaker/scenario.ts'
import { defaultPool } from '../../../api/objects.ts'
import type { LinkState } from '../../../speaker/lan/link-state.ts'
import type { WireEffect } from '../../../speaker/lan/effect.ts'

/** The speaker's own MAC, a client's, and that of worker-1. */
export const US = '02:00:00:00:00:01'
export const CLIENT = '02:00:00:00:00:aa'
export const WORKER_1 = '02:00:00:00:00:0b'
export const WORKER_2 = '02:00:00:00:00:0c'

export function eth0(...prefixes: readonly string[]): LinkState {
  const own = prefixes.length === 0 ? ['10.0.0.1/24', '2001:db8::5/64', 'fe80::1/64'] : prefixes
  return linkOf(`eth0 ${US} up ${own.join(' ')}`)
}

export function node(name: string, ...addresses: readonly string[]): ViewNode {
  return { name, addresses: addresses.map(ip) }
}

export function planned(address: string, ...candidates: readonly ViewNode[]): PlannedAddress {
  const [owner = node('worker-1', '10.0.0.11'), ...standbys] = candidates
  return {
    ...addressFields(ip(address)),
    pool: defaultPool('office'),
    candidates: [owner, ...standbys],
  }
}

/** A node on a link, its MAC known if one is given. */
export function neighbor(link: LinkView, owner: ViewNode, macText?: string): Neighbor {
  const known = macText === undefined ? undefined : mac(macText)
  return {
    key: `${owner.name} ${link.key}`,
    link,
    node: owner,
    mac: known === undefined ? undefined : { text: known, octets: macBytes(known) },
    isSelf: false,
    isUnresolvable: false,
  }
}

/** A binding on a link of its own: by default of worker-1, its MAC known. */
export function binding(address: string, ownerMac: string | undefined = WORKER_1): Binding {
  const link = linkView(eth0())
  const wanted = planned(address)
  return bindOn(link, wanted, [neighbor(link, wanted.candidates[0], ownerMac)])
}

export function octets(frameText: string): Uint8Array {
  return encode(parseFrame(frameText))
}

/** The frame as a link receives it: one that resolves addresses. */
export function received(frameText: string, link: LinkView): ResolutionFrame {
  const frame = readFrame(octets(frameText), link)
  if (typeof frame === 'string' || frame.kind === 'echoRequest' || frame.kind === 'echoReply')
    throw new Error(`${frameText}: ${typeof frame === 'string' ? frame : frame.kind}`)
  return frame
}

export function described(bytes: Uint8Array): string {
  return describe(decode(bytes))
}

/** Effects as the transcripts have them. */
export function lines(effects: readonly WireEffect[]): readonly string[] {
  return effects.map((effect) => {
    switch (effect.type) {
      case 'send':
        return described(effect.bytes)
      case 'report':
        return describeReport(effect.report)
      case 'join':
      case 'leave':
        return `${effect.link} ${effect.type} ${effect.group.text}`
      case 'listen':
        return `${effect.link} listen`
    }
  })
}
