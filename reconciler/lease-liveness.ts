import type { KubernetesObject } from '../kubernetes/kubernetes-object.ts'
import { isPlainObject } from './plain-value.ts'

export const SPEAKER_LEASE_PREFIX = 'bellwether-speaker-'

interface Observation {
  readonly record: string
  /** Undefined: it has not been seen to change. */
  readonly renewedAt: number | undefined
}

/**
 * Which segments have a leader, by our own clock: a Lease is live from the moment when we saw it renewed, for its
 * duration. That it says when it was renewed is no proof: clocks differ, and old Leases stay.
 */
export class LeaseLiveness {
  readonly #seen = new Map<string, Observation>()
  #hasObserved = false

  /** `leases` are all that are there now; `now` is monotonic, in milliseconds. */
  observe(leases: readonly KubernetesObject[], now: number): ReadonlySet<string> {
    const live = new Set<string>()
    const names = new Set<string>()
    for (const lease of leases) {
      const { name } = lease.metadata
      if (!name.startsWith(SPEAKER_LEASE_PREFIX)) continue
      names.add(name)
      const observation = this.#observation(name, lease, now)
      this.#seen.set(name, observation)
      if (isLive(lease, observation, now)) live.add(name.slice(SPEAKER_LEASE_PREFIX.length))
    }
    for (const name of this.#seen.keys()) if (!names.has(name)) this.#seen.delete(name)
    this.#hasObserved = true
    return live
  }

  #observation(name: string, { spec }: KubernetesObject, now: number): Observation {
    const record = JSON.stringify(
      isPlainObject(spec) ? [spec['holderIdentity'], spec['renewTime']] : [],
    )
    const before = this.#seen.get(name)
    // What was not there before has been written since.
    if (before === undefined) return { record, renewedAt: this.#hasObserved ? now : undefined }
    return before.record === record ? before : { record, renewedAt: now }
  }
}

function isLive({ spec }: KubernetesObject, { renewedAt }: Observation, now: number): boolean {
  if (!isPlainObject(spec) || renewedAt === undefined) return false
  const { holderIdentity, leaseDurationSeconds } = spec
  if (typeof holderIdentity !== 'string' || holderIdentity === '') return false
  return typeof leaseDurationSeconds === 'number' && now - renewedAt <= leaseDurationSeconds * 1000
}
