import { isFailure } from '../../kubernetes/client/api-failure.ts'
import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { WatchClient } from '../../kubernetes/watch/client.ts'
import type { ClusterSnapshot } from '../state/snapshot.ts'
import type { PoolFiles } from '../publish/snapshot-inputs.ts'
import { ObservedPlans } from '../watch/observed-plans.ts'
import type { PassSettings } from '../publish/pass.ts'
import { passMemory } from '../publish/pass.ts'
import type { PassEnd } from '../watch/loop.ts'
import { unansweredKind } from '../state/snapshot.ts'
import { readCluster } from './read-cluster.ts'
import type { PassResult } from '../publish/pass-request.ts'
import { performPass } from './cluster-writer.ts'

export interface Made {
  readonly how: PassEnd
  /** Undefined if there was nothing to decide from. */
  readonly pass: PassResult | undefined
  readonly failures: readonly ApiFailure[]
}

export interface Passes {
  /** A plan that was written, as the server answered. */
  wrote(plan: KubernetesObject): void
  make(snapshot: ClusterSnapshot, files: PoolFiles | undefined): Promise<Made>
}

/** A part of the time that two passes are apart in which plans are written. */
const STATUS_MILLISECONDS = 200

/**
 * Passes from caches. Where a plan is in force that this process has neither written nor seen before, the
 * cluster is listed instead, plans first: another writer may know of Services that our cache has not heard of yet,
 * and what looks gone would be released.
 */
export function createPasses(
  client: WatchClient,
  settings: Omit<PassSettings, 'files'>,
  instance: string,
): Passes {
  const memory = passMemory(instance)
  const observed = new ObservedPlans()
  return {
    wrote: (plan) => observed.observe([plan]),
    async make(cached, files) {
      const isKnown = observed.hasObserved(cached.plans)
      const read = isKnown ? cached : await relisted(client, cached)
      if (isFailure(read)) return { how: failed([read]), pass: undefined, failures: [read] }
      const snapshot = { ...read, gonePlans: observed.gone(read.plans) }
      const date = new Date()
      const time = { now: `${date.toISOString().slice(0, 19)}Z`, milliseconds: date.getTime() }
      observed.observe(snapshot.plans ?? [])
      const context = { memory, time }
      const pass = await performPass(
        client,
        snapshot,
        { ...settings, files, statusMilliseconds: STATUS_MILLISECONDS },
        context,
      )
      return { how: endOf(pass, date.getTime()), pass, failures: pass.failures }
    },
  }
}

/** Who is live is told by Leases, which are watched in any case. */
async function relisted(
  client: WatchClient,
  { liveSegments }: ClusterSnapshot,
): Promise<ClusterSnapshot | ApiFailure> {
  const snapshot = await readCluster(client)
  const live = liveSegments === undefined ? {} : { liveSegments }
  return unansweredKind(snapshot)?.failure ?? { ...snapshot, ...live }
}

function endOf({ result, failures, countsDueAt, postponed }: PassResult, now: number): PassEnd {
  if (result === 'conflict') return { end: 'outdated' }
  if (result === 'failed') return failed(failures)
  if (postponed > 0) return { end: 'done', againAfterMilliseconds: 0 }
  if (countsDueAt === undefined) return { end: 'done' }
  return { end: 'done', againAfterMilliseconds: Math.max(0, countsDueAt - now) }
}

/** The longest patience that the server asks for. */
function failed(failures: readonly ApiFailure[]): PassEnd {
  const asked = failures.map((failure) =>
    failure.failure === 'tooManyRequests' ? (failure.retryAfterSeconds ?? 0) : 0,
  )
  const seconds = Math.max(0, ...asked)
  return { end: 'failed', ...(seconds === 0 ? {} : { notBeforeMilliseconds: seconds * 1000 }) }
}
