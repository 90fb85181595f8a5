import type { KubernetesObject } from '../api.ts'
import type { Pod, Toleration } from './pod-types.ts'

export interface SchedulableNode extends KubernetesObject {
  readonly spec?: { readonly unschedulable?: boolean; readonly taints?: readonly Taint[] }
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[]
  }
}

interface Taint {
  readonly key: string
  readonly value?: string
  readonly effect: string
}

export interface Binding {
  readonly pod: Pod
  readonly node: string
}

/** Nodes for the Pods that have none: the least loaded, by name, that a scheduler would allow as well. */
export function schedule(pods: readonly Pod[], nodes: readonly SchedulableNode[]): Binding[] {
  const placed = pods.filter(({ spec }) => spec.nodeName !== undefined)
  const waiting = pods.filter(
    ({ spec, metadata }) => spec.nodeName === undefined && metadata.deletionTimestamp === undefined,
  )
  const bindings: Binding[] = []
  for (const pod of [...waiting].sort(byName)) {
    const settled = [...placed, ...bindings.map(bound)]
    const node = choose(pod, settled, nodes)
    if (node !== undefined) bindings.push({ pod, node })
  }
  return bindings
}

function bound({ pod, node }: Binding): Pod {
  return { ...pod, spec: { ...pod.spec, nodeName: node } }
}

function choose(
  pod: Pod,
  settled: readonly Pod[],
  nodes: readonly SchedulableNode[],
): string | undefined {
  const load = (name: string) => settled.filter(({ spec }) => spec.nodeName === name).length
  const fit = nodes.filter(
    (node) => isWilling(pod, node) && !repels(pod, settled, node.metadata.name),
  )
  const ordered = [...fit].sort(
    (a, b) => load(a.metadata.name) - load(b.metadata.name) || byName(a, b),
  )
  return ordered[0]?.metadata.name
}

function byName(a: KubernetesObject, b: KubernetesObject): number {
  return a.metadata.name < b.metadata.name ? -1 : a.metadata.name > b.metadata.name ? 1 : 0
}

function isWilling(pod: Pod, node: SchedulableNode): boolean {
  const named = namedNodes(pod)
  const wanted = Object.entries(pod.spec.nodeSelector ?? {})
  return (
    isReady(node) &&
    // The controller of a DaemonSet names the node, cordoned or not.
    (named.length === 0 ? node.spec?.unschedulable !== true : named.includes(node.metadata.name)) &&
    wanted.every(([key, value]) => node.metadata.labels?.[key] === value) &&
    (node.spec?.taints ?? []).every((taint) => tolerates(pod.spec.tolerations ?? [], taint))
  )
}

export function isReady({ status }: SchedulableNode): boolean {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')
  return ready?.status === 'True'
}

function namedNodes({ spec }: Pod): string[] {
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
  const terms = required?.nodeSelectorTerms ?? []
  return terms.flatMap(({ matchFields }) => (matchFields ?? []).flatMap(valuesOf))
}

function valuesOf({ values }: { readonly values?: readonly string[] }): readonly string[] {
  return values ?? []
}

function tolerates(tolerations: readonly Toleration[], taint: Taint): boolean {
  if (taint.effect === 'PreferNoSchedule') return true
  return tolerations.some(
    ({ key, operator, value, effect }) =>
      (effect === undefined || effect === taint.effect) &&
      (key === undefined || key === taint.key) &&
      (operator === 'Exists' || (value ?? '') === (taint.value ?? '')),
  )
}

/** Anti-affinity by host name, the required kind. */
function repels(pod: Pod, settled: readonly Pod[], node: string): boolean {
  const rules =
    pod.spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  return rules.some(({ labelSelector }) =>
    settled.some(
      ({ spec, metadata }) =>
        spec.nodeName === node &&
        metadata.namespace === pod.metadata.namespace &&
        Object.entries(labelSelector?.matchLabels ?? {}).every(
          ([key, value]) => metadata.labels?.[key] === value,
        ),
    ),
  )
}
