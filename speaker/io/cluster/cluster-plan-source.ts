import { ANNOUNCEMENT_PLANS } from '../../../kubernetes/objects/resources.ts'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import type { WatchClient } from '../../../kubernetes/watch/client.ts'
import { watchResource } from '../../../kubernetes/io/watch-resource.ts'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import type { PlanObject } from '../../plan/follower.ts'
import { createPlanFollower } from '../../plan/follower.ts'
import type { PlanSource } from '../files/plan-source.ts'
import type { PlanStore } from '../files/plan-store.ts'
import type { SpeakerLog } from '../../reports/log.ts'

export interface ClusterPlanOptions {
  readonly segment: string
  /** Once there is one. */
  readonly client: () => WatchClient
  /** Undefined: nothing is kept. */
  readonly store: PlanStore | undefined
  readonly log: SpeakerLog
  /** The object is another one than before, or somebody has written its status. */
  readonly touched: () => void
}

export interface ClusterPlanSource extends PlanSource {
  /** As it was seen last. */
  readonly object: PlanObject | undefined
}

/** The AnnouncementPlan of a segment: from disk at first, then from the API server. */
export function clusterPlanSource(options: ClusterPlanOptions): ClusterPlanSource {
  const { segment, store, log } = options
  let follower = createPlanFollower(segment, false)
  return {
    origin: { object: segment },
    async first() {
      const plan = await store?.read()
      if (plan === undefined || store === undefined) return undefined
      follower = createPlanFollower(segment, true)
      log({ level: 'info', event: 'StoredPlanInForce', segment, file: store.path })
      return { plans: [plan] }
    },
    follow(adopt) {
      const keep = (plan: AnnouncementPlan) => {
        adopt([plan])
        store?.write(plan)
      }
      const look = () => {
        const { plan, reports } = follower.look(cache.view)
        reports.forEach(log)
        if (plan !== undefined) keep(plan)
        else if (follower.isIdle) adopt([])
        options.touched()
      }
      const cache = watchResource(options.client(), ANNOUNCEMENT_PLANS, {
        selection: { fieldSelector: `metadata.name=${segment}` },
        trim: withoutManagers,
        changed: look,
      })
      const close = async () => {
        cache.close()
        await store?.settled()
      }
      return Promise.resolve({ close })
    },
    get object() {
      return follower.object
    },
  }
}

/** Who owns which field is of no interest here, and is as long as the rest. */
function withoutManagers(object: KubernetesObject): KubernetesObject {
  const { managedFields, ...metadata } = object.metadata
  return { ...object, metadata }
}
