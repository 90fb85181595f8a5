import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { readLease } from '../../kubernetes/lease/record.ts'
import {
  createSegmentLiveness,
  type SegmentLiveness,
} from '../../kubernetes/lease/segment-liveness.ts'

export const SPEAKER_LEASE_PREFIX = 'bellwether-speaker-'

/**
 * Which segments have a leader, by our own clock: a Lease is live from the moment when we saw it renewed, for its
 * duration. That it says when it was renewed is no proof: clocks differ, and old Leases stay.
 */
export class LeaseLiveness {
  readonly #sights = new Map<string, SegmentLiveness>()
  #hasObserved = false

  /** `leases` are all that are there now; `now` is monotonic, in milliseconds. */
  observe(leases: readonly KubernetesObject[], now: number): ReadonlySet<string> {
    const present = new Map(leases.map((lease) => [lease.metadata.name, lease]))
    for (const name of present.keys())
      if (name.startsWith(SPEAKER_LEASE_PREFIX)) this.#sight(segmentOf(name))
    this.#hasObserved = true
    for (const [segment, sight] of this.#sights) {
      const lease = present.get(SPEAKER_LEASE_PREFIX + segment)
      sight.observe(lease && readLease(lease), now)
    }
    return this.live(now)
  }

  live(now: number): ReadonlySet<string> {
    return new Set([...this.#sights].filter(([, sight]) => sight.isLive(now)).map(([name]) => name))
  }

  /** All that a Lease has ever been seen of. */
  get segments(): readonly string[] {
    return [...this.#sights.keys()]
  }

  #sight(segment: string): void {
    if (this.#sights.has(segment)) return
    const sight = createSegmentLiveness()
    // What was not there before has been written since, by somebody who lives.
    if (this.#hasObserved) sight.observe(undefined, -Infinity)
    this.#sights.set(segment, sight)
  }
}

function segmentOf(name: string): string {
  return name.slice(SPEAKER_LEASE_PREFIX.length)
}
