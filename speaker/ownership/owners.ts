import type { Binding, Neighbor } from '../lan/link-view.ts'
import { chooseOwner, type NodeHealth } from './choice.ts'
import type { AddressMoved, OwnerChangeReason, NoCandidateUp } from '../reports/report.ts'
import { createTimers, type Timers } from '../timing/timers.ts'
import type { WireEffect } from '../lan/effect.ts'
import type { RememberedOwner } from '../lan/settings.ts'
import { addToGroup } from '../../api/group-by.ts'

/** Decides who of its candidates owns each address, and sets `owner` of the bindings. */
export interface Owners {
  /** Owners from before the start of this speaker, by the text of the address. */
  remember(owners: readonly RememberedOwner[]): void
  /** Who owns the address on this link, if that has been decided. Asked before the bindings are made. */
  ownerOf(address: string, link: string): Neighbor | undefined
  /** These are the bindings from now on. */
  follow(bindings: readonly Binding[], now: number): OwnerNews
  /** Something has changed about these nodes. */
  reconsider(nodes: ReadonlySet<Neighbor>, now: number): OwnerNews
  /** The bindings that a node owns now. */
  bindingsOf(node: Neighbor): readonly Binding[]
  /** Another speaker, which leads, has announced that it is so. */
  heard(binding: Binding, owner: Neighbor, now: number): OwnerNews
  /** Looks again where time alone can change the owner. */
  tick(now: number): OwnerNews
  readonly deadline: number | undefined
  /** Since when the owner of the binding has been that. */
  since(binding: Binding): number
}

export interface OwnerNews {
  readonly effects: readonly WireEffect[]
  /** The bindings that have another owner than before. */
  readonly moved: readonly Binding[]
}

interface OwnerRecord {
  owner: Neighbor
  /** The planned owner that `owner` was decided for. */
  plannedOwner: string
  since: number
  isStranded: boolean
}

const TROUBLES: readonly OwnerChangeReason[] = ['ownerDown', 'ownerUnresolved', 'ownerDemoted']

const NO_NEWS: OwnerNews = { effects: [], moved: [] }

interface Deciding {
  readonly records: Map<string, OwnerRecord>
  readonly remembered: Map<string, RememberedOwner>
  readonly timers: Timers
  readonly health: NodeHealth
  readonly countMove: (reason: OwnerChangeReason) => void
}

export function createOwners(
  health: NodeHealth,
  countMove: (reason: OwnerChangeReason) => void,
): Owners {
  const records = new Map<string, OwnerRecord>()
  const remembered = new Map<string, RememberedOwner>()
  const timers = createTimers()
  const deciding: Deciding = { records, remembered, timers, health, countMove }
  let all: ReadonlyMap<string, Binding> = new Map()
  let byNode: ReadonlyMap<Neighbor, readonly Binding[]> = new Map()
  const decideAll = (bindings: readonly Binding[], now: number) =>
    together(bindings.map((binding) => decide(deciding, binding, now)))

  return {
    remember(owners) {
      for (const owner of owners) remembered.set(owner.address, owner)
    },
    ownerOf: (address, link) => records.get(`${address} ${link}`)?.owner,
    follow(bindings, now) {
      const planned = new Set(bindings.map(({ planned: { address } }) => address.text))
      for (const binding of all.values())
        if (!planned.has(binding.planned.address.text)) forget(deciding, binding)
      all = new Map(bindings.map((binding) => [binding.place, binding]))
      byNode = bindingsByNode(bindings)
      return decideAll(bindings, now)
    },
    reconsider: (nodes, now) =>
      decideAll([...new Set([...nodes].flatMap((node) => byNode.get(node) ?? []))], now),
    bindingsOf: (node) => (byNode.get(node) ?? []).filter(({ owner }) => owner === node),
    heard(binding, owner, now) {
      const mine = take(deciding, binding, now)
      return mine.owner === owner
        ? NO_NEWS
        : move(deciding, binding, { to: owner, reason: 'heard', now })
    },
    tick: (now) =>
      decideAll(
        timers.takeDue(now).flatMap((place) => all.get(place) ?? []),
        now,
      ),
    get deadline() {
      return timers.earliest
    },
    since: (binding) => records.get(binding.place)?.since ?? 0,
  }
}

/** The bindings that each node owns, or may come to own. */
function bindingsByNode(bindings: readonly Binding[]): ReadonlyMap<Neighbor, readonly Binding[]> {
  const byNode = new Map<Neighbor, Binding[]>()
  for (const binding of bindings)
    for (const node of new Set([...binding.candidates, binding.owner]))
      addToGroup(byNode, node, binding)
  return byNode
}

function decide(deciding: Deciding, binding: Binding, now: number): OwnerNews {
  const { health, timers } = deciding
  const mine = take(deciding, binding, now)
  const choice = chooseOwner({ binding, current: mine, health, now })
  mine.plannedOwner = choice.plannedOwner
  binding.owner = mine.owner
  timers.clear(binding.place)
  if (choice.kind === 'stranded') return strand(binding, mine)
  mine.isStranded = false
  if (choice.kind === 'move') return move(deciding, binding, { ...choice, now })
  if (choice.again !== undefined) timers.set(binding.place, choice.again)
  return NO_NEWS
}

/** The owner as before; else as the status file remembers it; else the planned one. */
function take({ records, remembered }: Deciding, binding: Binding, now: number): OwnerRecord {
  const place = binding.place
  const known = records.get(place)
  // On a link that was replaced, or away, the same node is another neighbour.
  if (known !== undefined) return Object.assign(known, { owner: binding.owner })
  const [planned] = binding.candidates
  const memory = remembered.get(binding.planned.address.text)
  const owner = binding.candidates.find(({ node }) => node.name === memory?.owner)
  const plannedOwner = owner && memory ? memory.plannedOwner : planned.node.name
  const fresh: OwnerRecord = {
    owner: owner ?? planned,
    plannedOwner,
    since: now,
    isStranded: false,
  }
  records.set(place, fresh)
  return fresh
}

interface Move {
  readonly to: Neighbor
  readonly reason: OwnerChangeReason
  readonly now: number
}

function move(deciding: Deciding, binding: Binding, { to, reason, now }: Move): OwnerNews {
  const mine = take(deciding, binding, now)
  const report = addressMoved(binding, mine.owner, to, reason)
  mine.owner = to
  mine.since = now
  binding.owner = to
  deciding.countMove(reason)
  return { effects: [{ type: 'report', report }], moved: [binding] }
}

/** An address that is not planned any more; one whose link is down for a while is kept. */
function forget({ records, remembered, timers }: Deciding, binding: Binding): void {
  records.delete(binding.place)
  remembered.delete(binding.planned.address.text)
  timers.clear(binding.place)
}

function strand(binding: Binding, mine: OwnerRecord): OwnerNews {
  if (mine.isStranded) return NO_NEWS
  mine.isStranded = true
  const report: NoCandidateUp = {
    level: 'error',
    event: 'NoCandidateUp',
    address: binding.planned.address.text,
    link: binding.link.state.name,
    owner: mine.owner.node.name,
  }
  return { effects: [{ type: 'report', report }], moved: [] }
}

function addressMoved(
  { planned, link }: Binding,
  from: Neighbor,
  to: Neighbor,
  reason: OwnerChangeReason,
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
