import type { Finding } from '../../api/finding.ts'
import { compileSelector, selectorText } from '../model/label-selector.ts'
import type { ClusterFacts, NamespaceFact, ServiceFact } from '../model/model.ts'
import { nearest } from '../values/nearest.ts'
import { holds } from '../model/pool-addresses.ts'
import { poolFinding } from '../pools/finding.ts'
import type { PlacedPool } from './placed-pool.ts'

type Namespaces = ReadonlyMap<string, NamespaceFact>

/** Which Services may use a pool: selectors that match nothing, and pools that no Service can use. */
export function serviceFindings(placed: PlacedPool, facts: ClusterFacts): Finding[] {
  const { services = [], namespaces = new Map<string, NamespaceFact>() } = facts
  const findings = [
    ...namespaceFindings(placed, namespaces),
    ...serviceSelectorFindings(placed, services),
  ]
  return findings.length > 0 ? findings : forNobody(placed, services, facts.namespaces)
}

function serviceSelectorFindings(
  { pool, document }: PlacedPool,
  services: readonly ServiceFact[],
): Finding[] {
  const { serviceSelector } = pool
  if (serviceSelector === undefined || services.length === 0) return []
  const selects = compileSelector(serviceSelector)
  if (services.some(({ labels }) => selects(labels))) return []
  const path = ['spec', 'serviceSelector']
  const message = `serviceSelector matches none of the ${services.length} Services: ${selectorText(serviceSelector)}`
  const hint =
    'compare it with `kubectl get services -A --show-labels`; if the Services will be created later, do nothing'
  return [poolFinding('BW3021', { document, path }, { message, hint })]
}

function namespaceFindings(placed: PlacedPool, namespaces: Namespaces): Finding[] {
  if (namespaces.size === 0) return []
  return [
    ...unknownNamespaces(placed, namespaces),
    ...namespaceSelectorFindings(placed, namespaces),
  ]
}

function unknownNamespaces({ pool, document }: PlacedPool, namespaces: Namespaces): Finding[] {
  return (pool.namespaces ?? []).flatMap((name, index) => {
    if (namespaces.has(name)) return []
    const meant = nearest(name, [...namespaces.keys()])
    const hint =
      meant === undefined
        ? 'correct the name; if the namespace will be created later, do nothing'
        : `write ${meant} if you mean that one`
    const path = ['spec', 'namespaces', index]
    return [
      poolFinding('BW3023', { document, path }, { message: `there is no namespace ${name}`, hint }),
    ]
  })
}

function namespaceSelectorFindings(
  { pool, document }: PlacedPool,
  namespaces: Namespaces,
): Finding[] {
  const { namespaceSelector } = pool
  if (namespaceSelector === undefined) return []
  const selects = compileSelector(namespaceSelector)
  for (const { labels } of namespaces.values()) if (selects(labels)) return []
  const path = ['spec', 'namespaceSelector']
  const message = `namespaceSelector matches none of the ${namespaces.size} namespaces: ${selectorText(namespaceSelector)}`
  const hint =
    'compare it with `kubectl get namespaces --show-labels`; if the namespace will be created later, do nothing'
  return [poolFinding('BW3022', { document, path }, { message, hint })]
}

/** Each condition may match some Service, and still no Service may meet all of them. */
function forNobody(
  placed: PlacedPool,
  services: readonly ServiceFact[],
  namespaces: Namespaces | undefined,
): Finding[] {
  const { pool, document } = placed
  if (services.length === 0 || pool.suspend || pool.reservations.length > 0) return []
  const admits = admission(placed, namespaces)
  if (admits === undefined) return []
  if (!services.some(admits))
    return [
      poolFinding(
        'BW3025',
        { document, path: ['spec'] },
        {
          message: `no Service may use the pool ${pool.name}: no Service meets all of its conditions`,
          hint: 'correct serviceSelector, namespaces or namespaceSelector; if the Services will be created later, do nothing',
        },
      ),
    ]
  if (pool.autoAssign || services.some((one) => admits(one) && asksFor(one, placed))) return []
  return [
    poolFinding(
      'BW3025',
      { document, path: ['spec', 'autoAssign'] },
      {
        message: `no Service asks for the pool ${pool.name}, and its autoAssign is false`,
        hint: `write \`autoAssign: true\`, or annotate a Service with bellwether.dev/pool: ${pool.name}`,
      },
    ),
  ]
}

type Admits = (service: ServiceFact) => boolean

/** Undefined if it depends on namespaces that are not known. */
function admission({ pool }: PlacedPool, namespaces: Namespaces | undefined): Admits | undefined {
  if (pool.namespaceSelector !== undefined && namespaces === undefined) return undefined
  const selectsService = compileSelector(pool.serviceSelector)
  const selectsNamespace = compileSelector(pool.namespaceSelector)
  return ({ labels, namespace }) =>
    (pool.namespaces?.includes(namespace) ?? true) &&
    selectsService(labels) &&
    (pool.namespaceSelector === undefined ||
      selectsNamespace(namespaces?.get(namespace)?.labels ?? {}))
}

function asksFor(service: ServiceFact, { pool }: PlacedPool): boolean {
  if (service.requestedPool === pool.name) return true
  return [...service.requestedAddresses, ...service.statusAddresses].some((address) =>
    holds(pool, address),
  )
}
