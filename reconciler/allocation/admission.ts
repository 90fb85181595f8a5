import type { AdmissionObstacle } from '../reasons/pools.ts'
import type { Labels } from '../model/label-selector.ts'
import { compileSelector } from '../model/label-selector.ts'
import type { ClusterFacts, Pool, ServiceFact } from '../model/model.ts'

/** What the pools say to all Services of one namespace whose labels look the same to the selectors. */
export interface Admission {
  /** Pools that do not take these Services, and why. */
  readonly obstacles: ReadonlyMap<Pool, AdmissionObstacle>
  /** Pools that give these Services addresses unasked, in the order in which they are asked. */
  readonly automatic: readonly Pool[]
}

/**
 * Says what the pools say to a Service. Selectors are compiled once, and Services of a namespace that agree in
 * the labels which any selector reads share one answer: with many Services this is one look-up each.
 */
export function admissions(
  pools: readonly Pool[],
  namespaces: ClusterFacts['namespaces'],
): (service: ServiceFact) => Admission {
  const rules = pools.map((pool) => compilePool(pool, namespaces))
  const keys = labelKeys(pools)
  const known = new Map<string, Admission>()
  return (service) => {
    const signature = signatureOf(service, keys)
    let admission = known.get(signature)
    if (admission === undefined) {
      admission = admit(pools, rules, service)
      known.set(signature, admission)
    }
    return admission
  }
}

type PoolRule = (service: ServiceFact) => AdmissionObstacle | undefined

function compilePool(pool: Pool, namespaces: ClusterFacts['namespaces']): PoolRule {
  const selects = compileSelector(pool.serviceSelector)
  const listed = pool.namespaces && new Set(pool.namespaces)
  const inNamespace = pool.namespaceSelector && compileSelector(pool.namespaceSelector)
  return ({ labels, namespace }) => {
    if (!selects(labels)) return 'serviceSelector'
    if (listed !== undefined && !listed.has(namespace)) return 'namespaces'
    if (inNamespace === undefined) return undefined
    return namespaceObstacle(inNamespace, namespaces?.get(namespace)?.labels)
  }
}

function namespaceObstacle(
  matches: (labels: Labels) => boolean,
  labels: Labels | undefined,
): AdmissionObstacle | undefined {
  if (labels === undefined) return 'namespaceUnknown'
  return matches(labels) ? undefined : 'namespaceSelector'
}

/** The labels that any pool's selector reads: no other label can make a difference. */
function labelKeys(pools: readonly Pool[]): readonly string[] {
  const keys = new Set<string>()
  for (const { serviceSelector } of pools) {
    for (const key of Object.keys(serviceSelector?.matchLabels ?? {})) keys.add(key)
    for (const { key } of serviceSelector?.matchExpressions ?? []) keys.add(key)
  }
  return [...keys]
}

/** Neither a namespace nor the value of a label can contain a blank or a slash. */
function signatureOf({ namespace, labels }: ServiceFact, keys: readonly string[]): string {
  let signature = namespace
  for (const key of keys) signature += Object.hasOwn(labels, key) ? ` ${labels[key]}` : '/'
  return signature
}

function admit(
  pools: readonly Pool[],
  rules: readonly PoolRule[],
  service: ServiceFact,
): Admission {
  const obstacles = new Map<Pool, AdmissionObstacle>()
  pools.forEach((pool, index) => {
    const obstacle = rules[index]!(service)
    if (obstacle !== undefined) obstacles.set(pool, obstacle)
  })
  const automatic = pools.filter((pool) => pool.autoAssign && !pool.suspend && !obstacles.has(pool))
  return { obstacles, automatic }
}
