import type { ApiClient } from '../../kubernetes/client/api-client.ts'
import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import {
  ADDRESS_POOLS,
  ANNOUNCEMENT_PLANS,
  EVENTS,
  SERVICES,
} from '../../kubernetes/objects/resources.ts'
import type { ClusterSnapshot } from '../state/snapshot.ts'
import type { PassMemory, PassTime } from '../publish/pass.ts'
import { decidePass } from '../publish/pass.ts'
import type {
  PassOptions,
  PassRequest,
  PassResult,
  PassWritingEvent,
} from '../publish/pass-request.ts'
import { PassWriting } from '../publish/pass-writing.ts'
import { FIELD_MANAGER } from '../publish/service-owner.ts'
import { writePlan } from './write-plan.ts'

/** What writing needs of a client. */
export type WritingClient = Pick<ApiClient, 'get' | 'create' | 'replace' | 'apply' | 'mergePatch'>

/** Decides from what was read, and writes what follows. Rejects with what is a bug, once nothing is on its way any more. */
export async function performPass(
  client: WritingClient,
  snapshot: ClusterSnapshot,
  options: PassOptions,
  context: { readonly memory: PassMemory; readonly time: PassTime },
): Promise<PassResult> {
  const decision = decidePass(snapshot, options, context.time.now)
  const pass = new PassWriting(decision, { snapshot, options, ...context })
  const inFlight = new Map<PassRequest, Promise<PassWritingEvent>>()
  const begin = (event: PassWritingEvent) => {
    for (const request of pass.handle(event, performance.now()))
      inFlight.set(request, answered(client, request))
  }
  begin({ event: 'begin' })
  try {
    while (inFlight.size > 0) {
      const event = await Promise.race(inFlight.values())
      if (event.event === 'answered') inFlight.delete(event.request)
      begin(event)
    }
    return pass.result()
  } finally {
    await Promise.allSettled(inFlight.values())
  }
}

async function answered(client: WritingClient, request: PassRequest): Promise<PassWritingEvent> {
  return { event: 'answered', request, answer: await send(client, request) }
}

function send(client: WritingClient, request: PassRequest): Promise<KubernetesObject | ApiFailure> {
  switch (request.send) {
    case 'plan':
      return writePlan(client, request.plan, request.stored)
    case 'readPlan':
      return client.get(ANNOUNCEMENT_PLANS, { name: request.name })
    case 'serviceStatus':
      return client.apply(SERVICES, request.object, {
        fieldManager: FIELD_MANAGER,
        force: request.force,
        subresource: 'status',
      })
    case 'poolStatus':
      return client.apply(ADDRESS_POOLS, request.object, {
        fieldManager: FIELD_MANAGER,
        force: true,
        subresource: 'status',
      })
    case 'event':
      return request.event.write === 'create'
        ? client.create(EVENTS, request.event.object)
        : client.mergePatch(EVENTS, request.event.object)
  }
}
