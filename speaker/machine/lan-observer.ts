import type { LanObservation } from '../lan/lan-observation.ts'
import type { Neighbor } from '../lan/link-view.ts'
import type { Prober } from '../probing/prober.ts'
import type { AddressClaim } from '../frames/address-claim.ts'
import type { ResolutionFrame } from '../frames/received.ts'
import type { World } from './world.ts'

/** Keeps what the election reads of the LAN, and whether it has changed. */
export interface LanObserver {
  /** A frame that was received at this time claims an address of ours. */
  heard(claim: AddressClaim, at: number): void
  /** The plan, the links, or what is known of a node has changed. */
  touch(): void
  /** Since `take` was last called. */
  readonly isChanged: boolean
  /** The view as it is now; undefined before there is a plan. */
  take(world: World): LanObservation | undefined
}

type NodeState = 'unknown' | 'up' | 'down'

const FAMILIES = ['IPv4', 'IPv6'] as const

/** What is known by probing. */
type Probed = Pick<Prober, 'verdictOf' | 'isBlind'>

export function createLanObserver(health: Probed): LanObserver {
  const speakers = new Map<string, number>()
  let isChanged = false
  return {
    heard(claim, at) {
      const speaker = speakerOf(claim)
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
function speakerOf({ frame, isForSender, node, sender }: AddressClaim): Neighbor | undefined {
  if (sender === undefined || sender.isSelf || !isAnnouncementOrAnswer(frame)) return undefined
  const isForOther = !isForSender && node !== undefined
  return frame.isToGroup || isForOther ? sender : undefined
}

function isAnnouncementOrAnswer({ kind }: ResolutionFrame): boolean {
  return kind === 'arpAnnouncement' || kind === 'arpReply' || kind === 'neighborAdvertisement'
}

function isBlind({ neighbors }: World, health: Probed): boolean {
  const links = new Set([...neighbors].filter(({ isSelf }) => !isSelf).map(({ link }) => link))
  return links.size > 0 && [...links].every((link) => health.isBlind(link))
}

/** A plan without addresses needs no particular link. */
function isLinkUp({ plan, bindings, views }: World): boolean {
  return plan?.addresses.length === 0 ? views.size > 0 : bindings.length > 0
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
