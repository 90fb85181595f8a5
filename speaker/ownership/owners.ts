import type { Claim, Neighbor } from '../lan/link-view.ts'
import { chooseOwner, type NodeHealth } from './choice.ts'
import type { AddressMoved, MoveReason, NoCandidateUp } from '../reports/report.ts'
import { createTimers, type Timers } from '../timing/timers.ts'
import type { WireEffect } from '../lan/effect.ts'
import type { RememberedOwner } from '../lan/settings.ts'

/** Decides who of its candidates owns each address, and sets `owner` of the claims. */
export interface Owners {
  /** Owners from before the start of this speaker, by the text of the address. */
  remember(owners: readonly RememberedOwner[]): void
  /** Who owns the address on this link, if that has been decided. Asked before the claims are made. */
  ownerOf(address: string, link: string): Neighbor | undefined
  /** These are the claims from now on. */
  follow(claims: readonly Claim[], now: number): OwnerNews
  /** Something has changed about these nodes. */
  reconsider(nodes: ReadonlySet<Neighbor>, now: number): OwnerNews
  /** The claims that a node owns now. */
  claimsOf(node: Neighbor): readonly Claim[]
  /** Another speaker, which leads, has announced that it is so. */
  heard(claim: Claim, owner: Neighbor, now: number): OwnerNews
  /** Looks again where time alone can change the owner. */
  tick(now: number): OwnerNews
  readonly deadline: number | undefined
  /** Since when the owner of the claim has been that. */
  since(claim: Claim): number
}

export interface OwnerNews {
  readonly effects: readonly WireEffect[]
  /** The claims that have another owner than before. */
  readonly moved: readonly Claim[]
}

interface Held {
  owner: Neighbor
  /** The planned owner that `owner` was decided for. */
  plannedOwner: string
  since: number
  isStranded: boolean
}

const TROUBLES: readonly MoveReason[] = ['ownerDown', 'ownerUnresolved', 'ownerDemoted']

const NO_NEWS: OwnerNews = { effects: [], moved: [] }

interface Deciding {
  readonly held: Map<string, Held>
  readonly remembered: Map<string, RememberedOwner>
  readonly timers: Timers
  readonly health: NodeHealth
  readonly countMove: (reason: MoveReason) => void
}

export function createOwners(health: NodeHealth, countMove: (reason: MoveReason) => void): Owners {
  const held = new Map<string, Held>()
  const remembered = new Map<string, RememberedOwner>()
  const timers = createTimers()
  const deciding: Deciding = { held, remembered, timers, health, countMove }
  let all: ReadonlyMap<string, Claim> = new Map()
  let byNode: ReadonlyMap<Neighbor, readonly Claim[]> = new Map()
  const decideAll = (claims: readonly Claim[], now: number) =>
    together(claims.map((claim) => decide(deciding, claim, now)))

  return {
    remember(owners) {
      for (const owner of owners) remembered.set(owner.address, owner)
    },
    ownerOf: (address, link) => held.get(`${address} ${link}`)?.owner,
    follow(claims, now) {
      const planned = new Set(claims.map(({ planned: { address } }) => address.text))
      for (const claim of all.values())
        if (!planned.has(claim.planned.address.text)) forget(deciding, claim)
      all = new Map(claims.map((claim) => [claim.place, claim]))
      byNode = claimsByNode(claims)
      return decideAll(claims, now)
    },
    reconsider: (nodes, now) =>
      decideAll([...new Set([...nodes].flatMap((node) => byNode.get(node) ?? []))], now),
    claimsOf: (node) => (byNode.get(node) ?? []).filter(({ owner }) => owner === node),
    heard(claim, owner, now) {
      const mine = take(deciding, claim, now)
      return mine.owner === owner
        ? NO_NEWS
        : move(deciding, claim, { to: owner, reason: 'heard', now })
    },
    tick: (now) =>
      decideAll(
        timers.takeDue(now).flatMap((place) => all.get(place) ?? []),
        now,
      ),
    get deadline() {
      return timers.earliest
    },
    since: (claim) => held.get(claim.place)?.since ?? 0,
  }
}

/** The claims that each node owns, or may come to own. */
function claimsByNode(claims: readonly Claim[]): ReadonlyMap<Neighbor, readonly Claim[]> {
  const byNode = new Map<Neighbor, Claim[]>()
  for (const claim of claims)
    for (const node of new Set([...claim.candidates, claim.owner])) {
      const own = byNode.get(node)
      if (own === undefined) byNode.set(node, [claim])
      else own.push(claim)
    }
  return byNode
}

function decide(deciding: Deciding, claim: Claim, now: number): OwnerNews {
  const { health, timers } = deciding
  const mine = take(deciding, claim, now)
  const choice = chooseOwner({ claim, current: mine, health, now })
  mine.plannedOwner = choice.plannedOwner
  claim.owner = mine.owner
  timers.clear(claim.place)
  if (choice.kind === 'stranded') return strand(claim, mine)
  mine.isStranded = false
  if (choice.kind === 'move') return move(deciding, claim, { ...choice, now })
  if (choice.again !== undefined) timers.set(claim.place, choice.again)
  return NO_NEWS
}

/** The owner as before; as it was written down; else the planned one. */
function take({ held, remembered }: Deciding, claim: Claim, now: number): Held {
  const place = claim.place
  const known = held.get(place)
  // On a link that was replaced, or away, the same node is another neighbour.
  if (known !== undefined) return Object.assign(known, { owner: claim.owner })
  const [planned] = claim.candidates
  const memory = remembered.get(claim.planned.address.text)
  const owner = claim.candidates.find(({ node }) => node.name === memory?.owner)
  const plannedOwner = owner && memory ? memory.plannedOwner : planned.node.name
  const fresh: Held = { owner: owner ?? planned, plannedOwner, since: now, isStranded: false }
  held.set(place, fresh)
  return fresh
}

interface Move {
  readonly to: Neighbor
  readonly reason: MoveReason
  readonly now: number
}

function move(deciding: Deciding, claim: Claim, { to, reason, now }: Move): OwnerNews {
  const mine = take(deciding, claim, now)
  const report = addressMoved(claim, mine.owner, to, reason)
  mine.owner = to
  mine.since = now
  claim.owner = to
  deciding.countMove(reason)
  return { effects: [{ type: 'report', report }], moved: [claim] }
}

/** An address that is not planned any more; one whose link is down for a while is kept. */
function forget({ held, remembered, timers }: Deciding, claim: Claim): void {
  held.delete(claim.place)
  remembered.delete(claim.planned.address.text)
  timers.clear(claim.place)
}

function strand(claim: Claim, mine: Held): OwnerNews {
  if (mine.isStranded) return NO_NEWS
  mine.isStranded = true
  const report: NoCandidateUp = {
    level: 'error',
    event: 'NoCandidateUp',
    address: claim.planned.address.text,
    link: claim.link.state.name,
    owner: mine.owner.node.name,
  }
  return { effects: [{ type: 'report', report }], moved: [] }
}

function addressMoved(
  { planned, link }: Claim,
  from: Neighbor,
  to: Neighbor,
  reason: MoveReason,
): AddressMoved {
  const isTrouble = TROUBLES.includes(reason)
  return {
    level: isTrouble ? 'warn' : 'info',
    event: 'AddressMoved',
    address: planned.address.text,
    link: link.state.name,
    from: from.node.name,
    to: to.node.name,
    reason,
  }
}

function together(news: readonly OwnerNews[]): OwnerNews {
  return {
    effects: news.flatMap(({ effects }) => effects),
    moved: news.flatMap(({ moved }) => moved),
  }
}
