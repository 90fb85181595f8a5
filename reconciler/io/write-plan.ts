import type { ApiClient } from '../../kubernetes/client/api-client.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { ANNOUNCEMENT_PLANS } from '../../kubernetes/objects/resources.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import { planObject } from '../publish/plan-writes.ts'

export type PlanClient = Pick<ApiClient, 'get' | 'create' | 'replace'>

/** How often a write is tried again because only the status has changed; after that it is a conflict like any other. */
const STATUS_WRITES = 3

/**
 * Stores a plan: new, or in place of the version that it was decided from. Where only the status of that one was
 * written meanwhile, which is the leader's and no decision rests on, the version with the new status is replaced: under
 * load, the leader writes one after each plan, and every second pass would be in vain.
 *
 * @returns the stored object, or why there is none: `conflict`, `alreadyExists` and `notFound` if somebody else wrote
 */
export async function writePlan(
  client: PlanClient,
  plan: AnnouncementPlan,
  stored: KubernetesObject | undefined,
): Promise<KubernetesObject | ApiFailure> {
  if (stored === undefined) return client.create(ANNOUNCEMENT_PLANS, planObject(plan, stored))
  let version = stored
  for (let written = 0; ; written++) {
    const answer = await client.replace(ANNOUNCEMENT_PLANS, planObject(plan, version))
    const isConflict = isFailure(answer) && answer.failure === 'conflict'
    if (!isConflict || written === STATUS_WRITES) return answer
    const now = await client.get(ANNOUNCEMENT_PLANS, { name: stored.metadata.name })
    if (isFailure(now) || !hasSameSpec(now, stored)) return answer
    version = now
  }
}

/** The generation of an object is counted up with each change of its spec, and by nothing else. */
function hasSameSpec(
  { metadata: a }: KubernetesObject,
  { metadata: b }: KubernetesObject,
): boolean {
  return a.uid === b.uid && a.generation === b.generation && a.deletionTimestamp === undefined
}
