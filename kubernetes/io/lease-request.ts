import type { ApiClient } from '../client/api-client.ts'
import type { LeaseEvent, LeaseRequest } from '../lease/events.ts'
import { leaseAnswer, leaseObject } from '../lease/record.ts'
import { isFailure } from '../client/api-failure.ts'
import { microTime } from '../objects/micro-time.ts'
import { LEASES } from '../objects/resources.ts'

export interface LeasePlace {
  readonly namespace: string
  readonly name: string
}

/** Carries one request out and tells the outcome; never rejects. */
export async function performLeaseRequest(
  client: ApiClient,
  place: LeasePlace,
  request: LeaseRequest,
): Promise<Extract<LeaseEvent, { readonly type: 'answered' | 'failed' }>> {
  const answer = leaseAnswer(await send(client, place, request))
  return isFailure(answer)
    ? { type: 'failed', failure: answer }
    : { type: 'answered', lease: answer }
}

function send(client: ApiClient, place: LeasePlace, request: LeaseRequest) {
  const { timeoutMilliseconds } = request
  if (request.type === 'read') return client.get(LEASES, place, { timeoutMilliseconds })
  const metadata = request.over?.metadata ?? { name: place.name, namespace: place.namespace }
  const object = leaseObject(request.change, metadata, microTime(Date.now() * 1_000))
  return request.over === undefined
    ? client.create(LEASES, object, { timeoutMilliseconds })
    : client.replace(LEASES, object, { timeoutMilliseconds })
}
