import t from 'tap'
import type { Pod, PodSpec } from '../../../../demo/cluster/kubelet/pod-types.ts'
import { schedule, type SchedulableNode } from '../../../../demo/cluster/kubelet/scheduling.ts'

/*
 * The played scheduler: only as much of the real one as our manifests use.
 */

function pod(name: string, spec: Partial<PodSpec> = {}): Pod {
  const metadata = { name, namespace: 'a', uid: name, resourceVersion: '1', labels: { app: 'x' } }
  return { metadata, spec: { containers: [], ...spec } }
}

function node(name: string, spec: SchedulableNode['spec'] = {}, ready = 'True'): SchedulableNode {
  const labels = { 'kubernetes.io/hostname': name }
  return {
    metadata: { name, uid: name, resourceVersion: '1', labels },
    spec: spec ?? {},
    status: { conditions: [{ type: 'Ready', status: ready }] },
  }
}

const APART: PodSpec['affinity'] = {
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { labelSelector: { matchLabels: { app: 'x' } } },
    ],
  },
}
const TAINTED = { taints: [{ key: 'k', value: 'v', effect: 'NoSchedule' }] }

function placed(pods: readonly Pod[], nodes: readonly SchedulableNode[]): Record<string, string> {
  return Object.fromEntries(schedule(pods, nodes).map(({ pod, node }) => [pod.metadata.name, node]))
}

t.test('schedule', async (t) => {
  t.same(placed([pod('p1'), pod('p2')], [node('a'), node('b')]), { p1: 'a', p2: 'b' }, 'evenly')
  t.same(placed([pod('p1', { nodeName: 'a' })], [node('a')]), {}, 'what has a node keeps it')
  t.same(placed([pod('p1')], [node('a', {}, 'Unknown')]), {}, 'not on a node that is not Ready')
  t.same(
    placed([pod('p1')], [node('a', { unschedulable: true }), node('b')]),
    { p1: 'b' },
    'cordon',
  )
  t.same(placed([pod('p1')], [node('a', TAINTED)]), {}, 'a taint')
  const tolerations = [{ key: 'k', value: 'v', effect: 'NoSchedule' }]
  t.same(placed([pod('p1', { tolerations })], [node('a', TAINTED)]), { p1: 'a' }, 'tolerated')
  const nodeSelector = { 'kubernetes.io/hostname': 'b' }
  t.same(
    placed([pod('p1', { nodeSelector })], [node('a'), node('b')]),
    { p1: 'b' },
    'node selector',
  )
  const three = ['p1', 'p2', 'p3'].map((name) => pod(name, { affinity: APART }))
  t.same(placed(three, [node('a'), node('b')]), { p1: 'a', p2: 'b' }, 'anti-affinity')
  const affinity: PodSpec['affinity'] = {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchFields: [{ values: ['b'] }] }],
      },
    },
  }
  const daemon = pod('p1', { affinity })
  t.same(
    placed([daemon], [node('a'), node('b', { unschedulable: true })]),
    { p1: 'b' },
    'a DaemonSet',
  )
})
