/** A kind as the API server serves it. */
export interface Resource {
  /** Empty for the core group. */
  readonly group: string
  readonly version: string
  readonly plural: string
  readonly kind: string
  readonly namespaced: boolean
}

function resource(
  [group, version]: readonly [group: string, version: string],
  plural: string,
  kind: string,
  scope: 'namespaced' | 'cluster',
): Resource {
  return { group, version, plural, kind, namespaced: scope === 'namespaced' }
}

const CORE = ['', 'v1'] as const
const OURS = ['bellwether.dev', 'v1alpha1'] as const

export const SERVICES = resource(CORE, 'services', 'Service', 'namespaced')
export const NODES = resource(CORE, 'nodes', 'Node', 'cluster')
export const NAMESPACES = resource(CORE, 'namespaces', 'Namespace', 'cluster')
export const ENDPOINT_SLICES = resource(
  ['discovery.k8s.io', 'v1'],
  'endpointslices',
  'EndpointSlice',
  'namespaced',
)
export const LEASES = resource(['coordination.k8s.io', 'v1'], 'leases', 'Lease', 'namespaced')
export const EVENTS = resource(['events.k8s.io', 'v1'], 'events', 'Event', 'namespaced')
export const ADDRESS_POOLS = resource(OURS, 'addresspools', 'AddressPool', 'cluster')
export const ANNOUNCEMENT_PLANS = resource(OURS, 'announcementplans', 'AnnouncementPlan', 'cluster')

/** What `apiVersion` says of an object of this kind. */
export function apiVersionOf({ group, version }: Resource): string {
  return group === '' ? version : `${group}/${version}`
}

/** Which objects, or which one. Without a namespace: of all. */
export interface Place {
  readonly namespace?: string
  readonly name?: string
  readonly subresource?: 'status'
}

/** The path of a collection or of an object, from the root of the server. */
export function pathOf(resource: Resource, { namespace, name, subresource }: Place = {}): string {
  const { group, version, plural, namespaced } = resource
  return [
    group === '' ? `/api/${version}` : `/apis/${group}/${version}`,
    ...(namespaced && namespace !== undefined ? ['namespaces', encodeURIComponent(namespace)] : []),
    plural,
    ...(name === undefined ? [] : [encodeURIComponent(name)]),
    ...(subresource === undefined ? [] : [subresource]),
  ].join('/')
}
