import type {
  KubernetesObject,
  ManagedFields,
  ObjectMetadata,
} from '../../kubernetes/objects/object.ts'
import type { Resource } from '../../kubernetes/objects/resources.ts'
import { SERVICE_NAME_LABEL } from '../state/endpoint-facts.ts'
import { ANNOTATION_PREFIX } from '../state/annotations.ts'
import { isPlainObject } from '../values/json.ts'
import type { PlainObject } from '../values/json.ts'
import { ASSIGNED_CONDITION, isStatusOwner, ownsIngress } from '../publish/service-owner.ts'

type Trim = (object: KubernetesObject) => KubernetesObject

/**
 * What of an object decisions and writes read: a cache of ten thousand Services then takes little, and a change
 * of anything else (a node's heartbeat, the labels of a slice) is no change.
 */
export function trimOf({ kind }: Resource): Trim {
  return TRIMS[kind] ?? withoutManagers
}

const TRIMS: Readonly<Record<string, Trim>> = {
  Service: trimService,
  Node: trimNode,
  EndpointSlice: trimSlice,
  Namespace: (object) => ({ ...typeOf(object), metadata: trimMetadata(object.metadata, labelsOf) }),
}

function withoutManagers(object: KubernetesObject): KubernetesObject {
  const { managedFields, ...metadata } = object.metadata
  return { ...object, metadata }
}

function typeOf({ apiVersion, kind }: KubernetesObject): Pick<KubernetesObject, 'kind'> {
  return {
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(kind === undefined ? {} : { kind }),
  }
}

const KEPT_METADATA = [
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
] as const

type Labels = ObjectMetadata['labels']

function trimMetadata(
  metadata: ObjectMetadata,
  labels: (metadata: ObjectMetadata) => Labels,
): ObjectMetadata {
  const annotations = Object.entries(metadata.annotations ?? {}).filter(([key]) =>
    key.startsWith(ANNOTATION_PREFIX),
  )
  return {
    name: metadata.name,
    ...picked(metadata, KEPT_METADATA),
    ...defined('labels', labels(metadata)),
    ...(annotations.length === 0 ? {} : { annotations: Object.fromEntries(annotations) }),
  }
}

function labelsOf({ labels }: ObjectMetadata): Labels {
  return labels
}

function defined(field: string, value: unknown): PlainObject {
  return value === undefined ? {} : { [field]: value }
}

function picked(value: object, fields: readonly string[]): PlainObject {
  const kept: Record<string, unknown> = {}
  for (const field of fields) {
    const found = (value as PlainObject)[field]
    if (found !== undefined) kept[field] = found
  }
  return kept
}

const SERVICE_SPEC = [
  'type',
  'loadBalancerClass',
  'loadBalancerIP',
  'externalTrafficPolicy',
  'healthCheckNodePort',
  'ipFamilies',
  'ipFamilyPolicy',
  'clusterIPs',
  'ports',
  'selector',
]

function trimService(object: KubernetesObject): KubernetesObject {
  const { spec, status } = object
  return {
    ...typeOf(object),
    metadata: {
      ...trimMetadata(object.metadata, labelsOf),
      managedFields: (object.metadata.managedFields ?? []).flatMap(trimManager),
    },
    spec: isPlainObject(spec) ? picked(spec, SERVICE_SPEC) : spec,
    status: isPlainObject(status) ? trimStatus(status) : status,
  }
}

function trimStatus(status: PlainObject): PlainObject {
  const { loadBalancer, conditions } = status
  return {
    ...defined('loadBalancer', loadBalancer),
    ...defined('conditions', ofTypes(conditions, [ASSIGNED_CONDITION])),
  }
}

function ofTypes(conditions: unknown, types: readonly string[]): unknown {
  if (!Array.isArray(conditions)) return conditions
  return (conditions as unknown[]).filter(
    (condition) => isPlainObject(condition) && types.includes(String(condition['type'])),
  )
}

const INGRESS = { 'f:status': { 'f:loadBalancer': { 'f:ingress': {} } } }

function trimManager(entry: ManagedFields): ManagedFields[] {
  const owns = ownsIngress(entry)
  if (!owns && !isStatusOwner(entry)) return []
  return [
    { ...picked(entry, ['manager', 'operation', 'subresource']), fieldsV1: owns ? INGRESS : {} },
  ]
}

function trimNode(object: KubernetesObject): KubernetesObject {
  const { status } = object
  return {
    ...typeOf(object),
    metadata: trimMetadata(object.metadata, labelsOf),
    status: isPlainObject(status) ? trimNodeStatus(status) : status,
  }
}

function trimNodeStatus({ addresses, conditions }: PlainObject): PlainObject {
  const kept = ofTypes(conditions, ['Ready', 'NetworkUnavailable'])
  return {
    ...defined('addresses', addresses),
    ...defined(
      'conditions',
      Array.isArray(kept)
        ? kept.map((one: PlainObject) => picked(one, ['type', 'status', 'lastTransitionTime']))
        : kept,
    ),
  }
}

function trimSlice(object: KubernetesObject): KubernetesObject {
  const { addressType, endpoints } = object
  return {
    ...typeOf(object),
    metadata: trimMetadata(object.metadata, serviceLabel),
    addressType,
    endpoints: Array.isArray(endpoints) ? (endpoints as unknown[]).map(trimEndpoint) : endpoints,
  }
}

function serviceLabel({ labels }: ObjectMetadata): Labels {
  const service = labels?.[SERVICE_NAME_LABEL]
  return service === undefined ? undefined : { [SERVICE_NAME_LABEL]: service }
}

function trimEndpoint(endpoint: unknown): unknown {
  return isPlainObject(endpoint) ? picked(endpoint, ['nodeName', 'conditions']) : endpoint
}
