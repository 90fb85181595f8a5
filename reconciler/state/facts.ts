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
    nodes: readNodes(state, findings),
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

/** Reads an object or a list once, however often it comes; its findings are told each time. */
function onceRead<Source extends object, Fact>(
  read: (source: Source, findings: Finding[]) => Fact,
): (source: Source, findings: Finding[]) => Fact {
  const reading = onceForEach((source: Source) => {
    const own: Finding[] = []
    return { fact: read(source, own), own }
  })
  return (source, findings) => {
    const { fact, own } = reading(source)
    for (const finding of own) findings.push(finding)
    return fact
  }
}

function factOfObject<Fact>(read: (named: NamedObject, reading: Reading) => Fact) {
  return onceRead((named: NamedObject, findings) => read(named, { object: named.ref, findings }))
}

const serviceFact = factOfObject(readService)
const nodeFact = factOfObject(readNode)
const endpointFacts = factOfObject(({ object }, reading) => readEndpoints(object, reading))
const namespaceFact = factOfObject(({ key, metadata }, reading): NamespaceFact => ({
  name: key,
  labels: textsOf(metadata['labels'], 'metadata.labels', reading),
}))

/** A list is the same as in the last pass if all of its objects are: then its facts are the same list, too. */
const nodeFacts = onceRead((nodes: readonly NamedObject[], findings) =>
  nodes.map((node) => nodeFact(node, findings)),
)
const servicesOfOurClass = onceRead((services: readonly NamedObject[], findings) =>
  ours(services, false, findings),
)
const servicesOfNoClassToo = onceRead((services: readonly NamedObject[], findings) =>
  ours(services, true, findings),
)

function readNodes({ nodes }: ClusterState, findings: Finding[]): ClusterFacts['nodes'] {
  const named = readKind('Node', nodes, findings)
  return named && nodeFacts(named, findings)
}

const UNKNOWN_SERVICES: OurServices = { services: undefined, otherServices: new Set() }

function readServices(
  state: ClusterState,
  asDefaultClass: boolean,
  findings: Finding[],
): OurServices {
  const named = readKind('Service', state.services, findings)
  if (named === undefined) return UNKNOWN_SERVICES
  return asDefaultClass
    ? servicesOfNoClassToo(named, findings)
    : servicesOfOurClass(named, findings)
}

type OurServices = Pick<ClusterFacts, 'services' | 'otherServices'>

function ours(
  named: readonly NamedObject[],
  asDefaultClass: boolean,
  findings: Finding[],
): OurServices {
  const otherServices = new Set<ServiceKey>()
  const services = named.filter((service) => {
    const isOne = isOurs(service, asDefaultClass)
    if (!isOne) otherServices.add(service.key)
    return isOne
  })
  return { services: services.map((service) => serviceFact(service, findings)), otherServices }
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
