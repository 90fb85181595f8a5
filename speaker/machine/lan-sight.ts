import type { LanView } from '../lan/lan-view.ts'
import type { LinkView, Neighbor } from '../lan/link-view.ts'
import { macKey } from '../lan/link-view.ts'
import type { Prober } from '../probing/prober.ts'
import type { Statement } from '../frames/statement.ts'
import { ARP, arpSender, arpTarget } from '../wire/arp.ts'
import { ETHER_TYPE, ETHERNET, etherType, isToGroup } from '../wire/ethernet.ts'
import { isSolicitation } from '../wire/ndp.ts'
import { holdsAt } from '../wire/octets.ts'
import type { World } from './world.ts'

/** Keeps what an election wants to know of the LAN, and whether it has changed. */
export interface LanSight {
  /** A frame has said something of an address of ours, at this time. */
  heard(statement: Statement, at: number): void
  /** The plan, the links, or what is known of a node has changed. */
  touch(): void
  /** Since `take` was last called. */
  readonly isChanged: boolean
  /** The view as it is now; undefined before there is a plan. */
  take(world: World): LanView | undefined
}

type NodeState = 'unknown' | 'up' | 'down'

const FAMILIES = ['IPv4', 'IPv6'] as const

/** What is known by probing. */
type Probed = Pick<Prober, 'verdictOf' | 'isBlind'>

export function createLanSight(health: Probed): LanSight {
  const speakers = new Map<string, number>()
  let isChanged = false
  return {
    heard(statement, at) {
      const speaker = speakerOf(statement)
      if (speaker === undefined) return
      speakers.set(speaker.node.name, Math.max(at, speakers.get(speaker.node.name) ?? at))
      isChanged = true
    },
    touch() {
      isChanged = true
    },
    get isChanged() {
      return isChanged
    },
    take(world) {
      isChanged = false
      const { plan } = world
      if (plan === undefined) return undefined
      const nodes = statesOf(world, plan.nodes, health)
      for (const name of speakers.keys()) if (!nodes.has(name)) speakers.delete(name)
      return {
        segment: plan.segment,
        linkUp: isLinkUp(world),
        nodes,
        isBlind: isBlind(world, health),
        speakers: new Map(speakers),
      }
    },
  }
}

/**
 * The node whose speaker has sent this: one that announces an address to all, or answers with the MAC of
 * another node. An answer with its own MAC may be its kernel's, and so may a request from the address for
 * another one.
 */
function speakerOf({ claim, frame, at }: Statement): Neighbor | undefined {
  const teller = claim.link.nodesByMac.get(macKey(frame, ETHERNET.source))
  if (teller === undefined || teller.isSelf) return undefined
  if (!isAnnouncementOrAnswer(frame)) return undefined
  const isForOther =
    !holdsAt(frame, ETHERNET.source, frame.subarray(at, at + 6)) && isNodeAt(claim.link, frame, at)
  return isToGroup(frame) || isForOther ? teller : undefined
}

function isNodeAt({ nodesByMac }: LinkView, frame: Uint8Array, at: number): boolean {
  return nodesByMac.has(macKey(frame, at))
}

/** ARP whose sender asks for itself, or answers; an advertisement. */
function isAnnouncementOrAnswer(frame: Uint8Array): boolean {
  if (etherType(frame) !== ETHER_TYPE.arp) return !isSolicitation(frame)
  return arpSender(frame) === arpTarget(frame) || frame[ARP.operation + 1] === 2
}

function isBlind({ neighbors }: World, health: Probed): boolean {
  const links = new Set([...neighbors].filter(({ isSelf }) => !isSelf).map(({ link }) => link))
  return links.size > 0 && [...links].every((link) => health.isBlind(link))
}

/** A plan without addresses asks for no certain link. */
function isLinkUp({ plan, claims, views }: World): boolean {
  return plan?.addresses.length === 0 ? views.size > 0 : claims.length > 0
}

function statesOf(
  { neighbors, links }: World,
  nodes: readonly { readonly name: string; readonly addresses: readonly { text: string }[] }[],
  health: Probed,
): ReadonlyMap<string, NodeState> {
  const own = new Set(
    (links ?? []).flatMap(({ addresses }) => addresses.map(({ address }) => address.text)),
  )
  const others = nodes.filter(({ addresses }) => !addresses.some(({ text }) => own.has(text)))
  const states = new Map<string, NodeState>(others.map(({ name }) => [name, 'unknown']))
  for (const neighbor of neighbors) {
    const { name } = neighbor.node
    const before = states.get(name)
    if (before !== undefined) states.set(name, better(before, stateOf(neighbor, health)))
  }
  return states
}

/** One that has never told its MAC has never answered. */
function stateOf(neighbor: Neighbor, health: Probed): NodeState {
  if (neighbor.mac === undefined) return 'unknown'
  const verdicts = neighbor.node.addresses
    .map(({ family }) => family)
    .filter((family) => FAMILIES.includes(family))
    .map((family) => health.verdictOf(neighbor, family))
  if (verdicts.some((verdict) => verdict === 'up' || verdict === 'suspect')) return 'up'
  return verdicts.includes('down') ? 'down' : 'unknown'
}

/** A node that is heard anywhere, in any family, is up. */
function better(a: NodeState, b: NodeState): NodeState {
  if (a === 'up' || b === 'up') return 'up'
  return a === 'down' || b === 'down' ? 'down' : 'unknown'
}
