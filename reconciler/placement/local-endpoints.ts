import type { ClusterFacts, EndpointFact, ServiceKey } from '../model/model.ts'
import { servicesByKey } from '../model/services-by-key.ts'
import { onceForEach } from '../values/memo.ts'

/**
 * The nodes that `externalTrafficPolicy` leaves: any of them, those with an endpoint, or nobody knows which.
 * `names` is sorted, and empty if there is no endpoint that may serve.
 */
export type ServingNodes =
  | { readonly type: 'any' }
  | { readonly type: 'unknown' }
  | { readonly type: 'some'; readonly names: readonly string[] }

const ANY: ServingNodes = { type: 'any' }
const UNKNOWN: ServingNodes = { type: 'unknown' }
const NO_ENDPOINTS: readonly EndpointFact[] = []

/** Answers for the Services of one address. Services that are not known count as Cluster. */
export function servingNodes(
  facts: ClusterFacts,
): (services: readonly ServiceKey[]) => ServingNodes {
  const known = servicesByKey(facts.services ?? [])
  const isLocal = (key: ServiceKey) => known.get(key)?.externalTrafficPolicy === 'Local'
  return (services) => {
    if (!services.some(isLocal)) return ANY
    const { endpoints } = facts
    if (endpoints === undefined) return UNKNOWN
    const [first = NO_ENDPOINTS, ...others] = services
      .filter(isLocal)
      .map((key) => endpoints.get(key) ?? NO_ENDPOINTS)
    if (others.length === 0) return servingAlone(first)
    return combine([first, ...others].map(nodesWithEndpoints))
  }
}

/** Nearly every address has one Service: its nodes are worked out once, as long as its endpoints stay the same. */
const servingAlone = onceForEach((endpoints: readonly EndpointFact[]) =>
  combine([nodesWithEndpoints(endpoints)]),
)

/**
 * Ready endpoints, else those that serve while terminating, as kube-proxy does (KEP-1669). Undefined if one of
 * them names no node: then the Service counts as Cluster.
 */
function nodesWithEndpoints(endpoints: readonly EndpointFact[]): Set<string> | undefined {
  const ready = endpoints.filter((endpoint) => endpoint.ready)
  const serving =
    ready.length > 0
      ? ready
      : endpoints.filter((endpoint) => endpoint.serving && endpoint.terminating)
  const names = new Set<string>()
  for (const { nodeName } of serving) {
    if (nodeName === undefined) return undefined
    names.add(nodeName)
  }
  return names
}

/** Nodes that serve every Service of a shared address; where there is none, those that serve any. */
function combine(sets: readonly (Set<string> | undefined)[]): ServingNodes {
  const restricting = sets.filter((set) => set !== undefined)
  if (restricting.length === 0) return ANY
  const union = [...new Set(restricting.flatMap((set) => [...set]))].sort()
  const common = union.filter((name) => restricting.every((set) => set.has(name)))
  return { type: 'some', names: common.length > 0 ? common : union }
}
