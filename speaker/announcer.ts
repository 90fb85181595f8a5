import type { Askers } from './askers.ts'
import type { WireEffect } from './effect.ts'
import type { Claim, NeighborMac, OwnerFor } from './link-view.ts'
import { announcement, news } from './outgoing.ts'
import { createTimers } from './timers.ts'
import { BURST, type BurstStep } from './timing.ts'

/** Sends a burst of announcements for each (address, MAC) pair that is new on a link. */
export interface Announcer {
  /** Starts a burst for each of these claims whose owner's MAC is known and has not been announced. */
  announce(claims: Iterable<Claim>, now: number): readonly WireEffect[]
  /**
   * Forgets all claims but these, and returns those that had been announced. Nothing of what was still to
   * be sent for them is sent.
   */
  keep(claims: readonly Claim[]): readonly Claim[]
  /** Sends what is due. */
  tick(now: number): readonly WireEffect[]
  readonly deadline: number | undefined
}

/** A pair that has been announced, and the steps of its burst that are still to come. */
interface Announced {
  readonly claim: Claim
  readonly mac: NeighborMac
  readonly begun: number
  readonly steps: readonly BurstStep[]
}

export function createAnnouncer(askers: Askers, ownerFor: OwnerFor): Announcer {
  const announced = new Map<string, Announced>()
  const timers = createTimers()

  /** Sends the next step of a burst, and sets the timer for the one after it. */
  const sendNext = (current: Announced): readonly WireEffect[] => {
    const { claim, begun } = current
    const next = current.steps.slice(0, 1)
    const steps = current.steps.slice(1)
    announced.set(claim.key, { ...current, steps })
    for (const { after } of steps.slice(0, 1)) timers.set(claim.key, begun + after)
    return next.flatMap((step) => effectsOf(step, current, askers))
  }

  const end = (key: string) => {
    announced.delete(key)
    timers.clear(key)
  }

  const begin = (claim: Claim, now: number): readonly WireEffect[] => {
    const owner = ownerFor(claim, undefined)
    const { mac } = owner
    if (mac === undefined) end(claim.key)
    if (mac === undefined || announced.get(claim.key)?.mac.text === mac.text) return []
    const sent = sendNext({ claim, mac, begun: now, steps: BURST })
    return [...sent, announcedReport(claim, owner.node.name, mac)]
  }

  return {
    announce: (claims, now) => [...claims].flatMap((claim) => begin(claim, now)),
    keep(claims) {
      const kept = new Map(claims.map((claim) => [claim.key, claim]))
      const before = [...announced.values()]
      for (const current of before) {
        const claim = kept.get(current.claim.key)
        if (claim === undefined) end(current.claim.key)
        else announced.set(claim.key, { ...current, claim })
      }
      return before.map(({ claim }) => claim).filter(({ key }) => !kept.has(key))
    },
    tick(now) {
      const due = new Set(timers.takeDue(now))
      return [...announced.values()].filter(({ claim }) => due.has(claim.key)).flatMap(sendNext)
    },
    get deadline() {
      return timers.earliest
    },
  }
}

function effectsOf(
  step: BurstStep,
  { claim, mac }: Announced,
  askers: Askers,
): readonly WireEffect[] {
  const toAll = announcement(claim, mac)
  if (!step.toAskers) return toAll
  return [...toAll, ...askers.of(claim.key).map((asker) => news(claim, mac, asker))]
}

function announcedReport(claim: Claim, node: string, mac: NeighborMac): WireEffect {
  return {
    type: 'report',
    report: {
      level: 'info',
      event: 'Announced',
      address: claim.planned.address.text,
      node,
      mac: mac.text,
      link: claim.link.state.name,
    },
  }
}
