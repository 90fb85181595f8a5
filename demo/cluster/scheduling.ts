import type { KubernetesObject } from './api.ts'
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

function isWilling({ spec }: Pod, node: SchedulableNode): boolean {
  const ready = node.status?.conditions?.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  )
  const wanted = Object.entries(spec.nodeSelector ?? {})
  const terms =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
  const named = terms?.flatMap(({ matchFields }) =>
    (matchFields ?? []).flatMap(({ values }) => values ?? []),
  )
  return (
    ready === true &&
    (node.spec?.unschedulable !== true || named !== undefined) &&
    wanted.every(([key, value]) => node.metadata.labels?.[key] === value) &&
    (named === undefined || named.length === 0 || named.includes(node.metadata.name)) &&
    (node.spec?.taints ?? []).every((taint) => tolerates(spec.tolerations ?? [], taint))
  )
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
