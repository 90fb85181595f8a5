import { readEndpoints, serviceOfSlice } from './endpoint-facts.ts'
import type { Finding } from '../../api/finding.ts'
import type { ClusterState, StateKind } from './snapshot.ts'
import type {
  ClusterFacts,
  EndpointFact,
  NamespaceFact,
  ServiceFact,
  ServiceKey,
} from '../model/model.ts'
import { readNode } from './node-facts.ts'
import { textsOf, type Reading } from './object-fields.ts'
import { isOurs, readService } from './service-facts.ts'
import { onceForEach } from '../values/memo.ts'
import { uniqueObjects, type NamedObject } from './unique-objects.ts'
import { addToGroup } from '../../api/group-by.ts'

/**
 * What decisions read of the cluster's objects, in one order whatever the order of the input. Never throws:
 * what is missing or of another type than the API's counts as absent, and gives a finding.
 */
export function readClusterFacts(
  state: ClusterState,
  options: { readonly asDefaultClass: boolean },
): { facts: ClusterFacts; findings: Finding[] } {
  const findings: Finding[] = []
  const { services, otherServices } = readServices(state, options.asDefaultClass, findings)
  const facts: ClusterFacts = {
    services,
    otherServices,
    nodes: readKind('Node', state.nodes, findings)?.map((node) => nodeFact(node, findings)),
    endpoints: readSlices(state, services, findings),
    namespaces: readNamespaces(state, findings),
  }
  return { facts, findings }
}

function readKind(
  kind: StateKind,
  objects: readonly unknown[] | undefined,
  findings: Finding[],
): readonly NamedObject[] | undefined {
  return objects === undefined ? undefined : uniqueObjects(kind, objects, findings)
}

/** Reads an object once, however often it comes; its findings are told each time. */
function onceRead<Fact>(
  read: (named: NamedObject, reading: Reading) => Fact,
): (named: NamedObject, findings: Finding[]) => Fact {
  const reading = onceForEach((named: NamedObject) => {
    const own: Finding[] = []
    return { fact: read(named, { object: named.ref, findings: own }), own }
  })
  return (named, findings) => {
    const { fact, own } = reading(named)
    findings.push(...own)
    return fact
  }
}

const serviceFact = onceRead(readService)
const nodeFact = onceRead(readNode)
const endpointFacts = onceRead(({ object }, reading) => readEndpoints(object, reading))
const namespaceFact = onceRead(({ key, metadata }, reading): NamespaceFact => ({
  name: key,
  labels: textsOf(metadata['labels'], 'metadata.labels', reading),
}))

function readServices(
  state: ClusterState,
  asDefaultClass: boolean,
  findings: Finding[],
): Pick<ClusterFacts, 'services' | 'otherServices'> {
  const otherServices = new Set<ServiceKey>()
  const services = readKind('Service', state.services, findings)?.filter((service) => {
    const ours = isOurs(service, asDefaultClass)
    if (!ours) otherServices.add(service.key)
    return ours
  })
  return {
    services: services?.map((service) => serviceFact(service, findings)),
    otherServices,
  }
}

/** Only of Services that are ours, and whose traffic policy makes them matter: a cluster has many more. */
function readSlices(
  state: ClusterState,
  services: readonly ServiceFact[] | undefined,
  findings: Finding[],
): ClusterFacts['endpoints'] {
  if (state.endpointSlices === undefined) return undefined
  const endpoints = new Map<ServiceKey, readonly EndpointFact[]>()
  const local = services?.filter(({ externalTrafficPolicy }) => externalTrafficPolicy === 'Local')
  const slices = slicesByService(state.endpointSlices, local ?? [])
  for (const { key } of local ?? []) {
    const own = slices.get(key)
    if (own === undefined) continue
    const read = uniqueObjects('EndpointSlice', own, findings).map((slice) =>
      endpointFacts(slice, findings),
    )
    endpoints.set(key, read.length === 1 ? read[0]! : read.flat())
  }
  return endpoints
}

/** Looked up by namespace, then name: joining the two for each slice would cost more than all the rest. */
function slicesByService(
  slices: readonly unknown[],
  services: readonly ServiceFact[],
): ReadonlyMap<ServiceKey, readonly unknown[]> {
  const keys = new Map<string, Map<string, ServiceKey>>()
  for (const { namespace, name, key } of services) {
    const names = keys.get(namespace)
    if (names === undefined) keys.set(namespace, new Map([[name, key]]))
    else names.set(name, key)
  }
  const found = new Map<ServiceKey, unknown[]>()
  for (const slice of slices) {
    const service = serviceOfSlice(slice)
    if (service === undefined) continue
    const key = keys.get(service.namespace)?.get(service.name)
    if (key !== undefined) addToGroup(found, key, slice)
  }
  return found
}

function readNamespaces(state: ClusterState, findings: Finding[]): ClusterFacts['namespaces'] {
  const namespaces = readKind('Namespace', state.namespaces, findings)
  return namespaces && new Map(namespaces.map((one) => [one.key, namespaceFact(one, findings)]))
}
