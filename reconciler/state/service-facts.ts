import { isRefused, parseAddress, type Address, type Family } from '../../api/address.ts'
import type { PortKey, ServiceFact } from '../model/model.ts'
import {
  choiceOf,
  fieldsOf,
  listOf,
  type Reading,
  textOf,
  textsOf,
  wrongType,
} from './object-fields.ts'
import { isPlainObject, type PlainObject } from '../values/json.ts'
import { readAddress } from './annotations.ts'
import { readRequest } from './service-request.ts'
import type { NamedObject } from './unique-objects.ts'

/** `spec.loadBalancerClass` of the Services that are ours. */
export const LOAD_BALANCER_CLASS = 'bellwether.dev/layer2'

const FAMILY_POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'] as const
const IP_PATH = 'status.loadBalancer.ingress[].ip'
const TRAFFIC_POLICIES = ['Cluster', 'Local'] as const

/** `type: LoadBalancer` of our class, or of none where we are the default. */
export function isOurs({ object }: Pick<NamedObject, 'object'>, asDefaultClass: boolean): boolean {
  const { spec } = object
  if (!isPlainObject(spec) || spec['type'] !== 'LoadBalancer') return false
  const { loadBalancerClass } = spec
  if (loadBalancerClass === LOAD_BALANCER_CLASS) return true
  return asDefaultClass && (loadBalancerClass ?? '') === ''
}

/** One Service of ours. While it is being deleted it keeps its address: it may still be draining. */
export function readService(named: NamedObject, reading: Reading): ServiceFact {
  const { key, namespace, ref, object, metadata } = named
  const spec = fieldsOf(object['spec'], 'spec', reading)
  const listed = readListedFamilies(spec, reading)
  const familyPolicy = readFamilyPolicy(spec, listed, reading)
  const request = readRequest(metadata, spec, reading)
  const service: ServiceFact = {
    key,
    namespace,
    name: ref.name,
    createdAt: textOf(metadata['creationTimestamp'], 'metadata.creationTimestamp', reading) ?? '',
    labels: textsOf(metadata['labels'], 'metadata.labels', reading),
    families: familiesFor(familyPolicy, listed),
    familyPolicy,
    ports: readPorts(spec, reading),
    selector: textsOf(spec['selector'], 'spec.selector', reading),
    ...readTraffic(spec, reading),
    requestedAddresses: request.addresses ?? [],
    requestedPool: request.pool,
    sharingKey: request.share,
    preferredNode: request.node,
    statusAddresses: readStatusAddresses(object['status'], reading),
  }
  return request.isBroken ? { ...service, requestBroken: true } : service
}

function readTraffic(
  spec: PlainObject,
  reading: Reading,
): Pick<ServiceFact, 'externalTrafficPolicy' | 'healthCheckNodePort'> {
  const path = 'spec.externalTrafficPolicy'
  const policy = choiceOf(spec['externalTrafficPolicy'], TRAFFIC_POLICIES, path, reading)
  if (policy !== 'Local') return { externalTrafficPolicy: 'Cluster' }
  return { externalTrafficPolicy: policy, ...readHealthPort(spec, reading) }
}

/** The API server gives out a port for Local; a manifest need not name one. */
function readHealthPort(
  spec: PlainObject,
  reading: Reading,
): Pick<ServiceFact, 'healthCheckNodePort'> {
  const { healthCheckNodePort: port } = spec
  if (port === undefined || port === null || port === 0) return {}
  if (isPort(port)) return { healthCheckNodePort: port }
  return wrongType({}, 'a port from 1 to 65535', 'spec.healthCheckNodePort', reading)
}

function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535
}

/** As the API server fills it in (its `initIPFamilyFields`), as far as a manifest tells. */
function readFamilyPolicy(
  spec: PlainObject,
  listed: readonly Family[],
  reading: Reading,
): ServiceFact['familyPolicy'] {
  const policy = choiceOf(spec['ipFamilyPolicy'], FAMILY_POLICIES, 'spec.ipFamilyPolicy', reading)
  return policy ?? (listed.length === 2 ? 'RequireDualStack' : 'SingleStack')
}

const IPV4: readonly Family[] = ['IPv4']
const IPV6: readonly Family[] = ['IPv6']
const IPV4_FIRST: readonly Family[] = ['IPv4', 'IPv6']
const IPV6_FIRST: readonly Family[] = ['IPv6', 'IPv4']

/** `PreferDualStack` with one family listed is what a cluster of one family makes of it. */
function familiesFor(
  policy: ServiceFact['familyPolicy'],
  listed: readonly Family[],
): readonly Family[] {
  const isIPv6First = listed[0] === 'IPv6'
  const isDual =
    policy === 'RequireDualStack' || (policy === 'PreferDualStack' && listed.length !== 1)
  if (isDual) return isIPv6First ? IPV6_FIRST : IPV4_FIRST
  return isIPv6First ? IPV6 : IPV4
}

/** `ipFamilies`, else the families of `clusterIPs`. */
function readListedFamilies(spec: PlainObject, reading: Reading): readonly Family[] {
  const path = 'spec.ipFamilies'
  const families = listOf(spec['ipFamilies'], path, reading)
  const known = families.filter(isFamily)
  if (known.length < families.length) wrongType(undefined, 'a list of IPv4 and IPv6', path, reading)
  return known.length > 0 ? known : familiesOfClusterIPs(spec, reading)
}

function isFamily(value: unknown): value is Family {
  return value === 'IPv4' || value === 'IPv6'
}

/** `None`, of headless Services, and anything unreadable is passed over: they are the API server's, not ours. */
function familiesOfClusterIPs(spec: PlainObject, reading: Reading): readonly Family[] {
  return listOf(spec['clusterIPs'], 'spec.clusterIPs', reading).flatMap((ip) => {
    const address = typeof ip === 'string' ? parseAddress(ip) : undefined
    return address === undefined || isRefused(address) ? [] : address.family
  })
}

function readPorts(spec: PlainObject, reading: Reading): readonly PortKey[] {
  const ports: PortKey[] = []
  const entries = listOf(spec['ports'], 'spec.ports', reading)
  for (const [index, entry] of entries.entries()) {
    const port = portOf(entry)
    if (port !== undefined) ports.push(port)
    else wrongType(undefined, 'a port from 1 to 65535', `spec.ports[${index}]`, reading)
  }
  return ports
}

/** core/v1: the protocol is TCP unless named. */
function portOf(entry: unknown): PortKey | undefined {
  if (!isPlainObject(entry)) return undefined
  const { port, protocol } = entry
  if (!isPort(port)) return undefined
  return { protocol: typeof protocol === 'string' ? protocol : 'TCP', port }
}

/** `status.loadBalancer.ingress`: names, which other controllers write, are passed over. */
function readStatusAddresses(status: unknown, reading: Reading): readonly Address[] {
  const path = 'status.loadBalancer.ingress'
  const { loadBalancer } = fieldsOf(status, 'status', reading)
  const { ingress } = fieldsOf(loadBalancer, 'status.loadBalancer', reading)
  const addresses: Address[] = []
  for (const entry of listOf(ingress, path, reading)) {
    const text = textOf(fieldsOf(entry, path, reading)['ip'], IP_PATH, reading) ?? ''
    if (text !== '') addresses.push(...readAddress(text, path, 'BW3011', reading))
  }
  return addresses
}
