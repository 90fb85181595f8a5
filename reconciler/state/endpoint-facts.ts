import type { EndpointFact } from '../model/model.ts'
import { fieldsOf, listOf, type Reading, textOf } from './object-fields.ts'
import { isPlainObject, type PlainObject } from '../values/json.ts'

/** discovery.k8s.io/v1: the label by which a slice belongs to a Service of its namespace. */
export const SERVICE_NAME_LABEL = 'kubernetes.io/service-name'

/**
 * The namespace and name of the Service that a slice belongs to. Undefined without the label kubernetes.io/service-name,
 * and for FQDN slices, which kube-proxy ignores.
 */
export function serviceOfSlice(slice: unknown): { namespace: string; name: string } | undefined {
  if (!isPlainObject(slice) || slice['addressType'] === 'FQDN' || !isPlainObject(slice['metadata']))
    return undefined
  const { labels, namespace } = slice['metadata']
  const name = isPlainObject(labels) ? labels[SERVICE_NAME_LABEL] : undefined
  if (typeof name !== 'string') return undefined
  return { namespace: typeof namespace === 'string' ? namespace : 'default', name }
}

/** The endpoints of a slice, in its order. */
export function readEndpoints(slice: PlainObject, reading: Reading): readonly EndpointFact[] {
  const endpoints: EndpointFact[] = []
  for (const entry of listOf(slice['endpoints'], 'endpoints', reading))
    endpoints.push(readEndpoint(fieldsOf(entry, 'endpoints[]', reading), reading))
  return endpoints
}

/**
 * Conditions that are not given mean what discovery.k8s.io/v1 says: `ready` counts as true, `serving` as `ready`,
 * `terminating` as false.
 */
function readEndpoint({ nodeName, conditions }: PlainObject, reading: Reading): EndpointFact {
  const given = fieldsOf(conditions, 'endpoints[].conditions', reading)
  const ready = given['ready'] !== false
  return {
    nodeName: textOf(nodeName, 'endpoints[].nodeName', reading),
    ready,
    serving: typeof given['serving'] === 'boolean' ? given['serving'] : ready,
    terminating: given['terminating'] === true,
  }
}
