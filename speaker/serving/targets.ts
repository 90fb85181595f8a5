import type { AnnouncementPlan, PlanAnnouncement, PlanNode } from '../../api/objects.ts'

/** Where a node tells of itself whether it can serve what arrives. */
export interface HealthTarget {
  readonly key: string
  readonly node: string
  /** An IP address of the node. */
  readonly host: string
  readonly port: number
  readonly path: string
  /** Those that it speaks of; undefined: of the node as such. */
  readonly addresses: readonly string[] | undefined
}

/** kube-proxy's --healthz-bind-address: 503 when its rules are stale, or its node is to be deleted. */
export const KUBE_PROXY_HEALTH_PORT = 10_256

/** Of each node that may carry an address, and of each health-check node port at each of its candidates. */
export function healthTargets(
  { spec }: AnnouncementPlan,
  nodePort: number | undefined,
): readonly HealthTarget[] {
  const { nodes, announcements } = spec
  const carriers = new Set(announcements.flatMap(({ candidates }) => candidates))
  const whole = nodes.flatMap((node, index) =>
    nodePort !== undefined && carriers.has(index) ? nodeTarget(node, nodePort) : [],
  )
  return [...whole, ...placeTargets(nodes, announcements)]
}

function nodeTarget({ name, addresses: [host] }: PlanNode, port: number): HealthTarget[] {
  if (host === undefined) return []
  return [{ key: name, node: name, host, port, path: '/healthz', addresses: undefined }]
}

/** Addresses of one Service have one port: it is asked once at each node. */
function placeTargets(
  nodes: readonly PlanNode[],
  announcements: readonly PlanAnnouncement[],
): HealthTarget[] {
  const targets = new Map<string, HealthTarget>()
  for (const { address, candidates, healthCheckNodePort: port } of announcements)
    for (const node of port === undefined ? [] : candidates.flatMap((at) => nodes[at] ?? [])) {
      const target = placeTarget(node, port!, address)
      if (target === undefined) continue
      const addresses = [...(targets.get(target.key)?.addresses ?? []), address]
      targets.set(target.key, { ...target, addresses })
    }
  return [...targets.values()]
}

function placeTarget(
  { name, addresses: [host] }: PlanNode,
  port: number,
  address: string,
): HealthTarget | undefined {
  if (host === undefined) return undefined
  const key = placeKey(name, port)
  return { key, node: name, host, port, path: '/', addresses: [address] }
}

/** The key of the target of a health-check node port. */
export function placeKey(node: string, port: number): string {
  return `${node}:${port}`
}
