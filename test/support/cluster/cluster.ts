import { readClusterFacts } from '../../../reconciler/state/facts.ts'
import type { NodeObject, ServiceObject } from '../../../reconciler/state/objects.ts'
import type { ClusterState } from '../../../reconciler/state/snapshot.ts'
import type { ClusterFacts } from '../../../reconciler/model/model.ts'

type Texts = Readonly<Record<string, string>>

/** A node that is Ready, with these InternalIPs. */
export function nodeObject(
  name: string,
  addresses: readonly string[],
  labels: Texts = {},
  annotations: Texts = {},
): NodeObject {
  return {
    metadata: { name, labels, annotations },
    status: {
      addresses: addresses.map((address) => ({ type: 'InternalIP', address })),
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  }
}

/** A Service of our class; `key` is `namespace/name`. */
export function serviceObject(
  key: string,
  labels: Texts = {},
  annotations: Texts = {},
): ServiceObject {
  const [namespace = '', name = ''] = key.split('/')
  return {
    metadata: { namespace, name, labels, annotations },
    spec: { type: 'LoadBalancer', loadBalancerClass: 'bellwether.dev/layer2' },
  }
}

export function clusterFacts(state: ClusterState): ClusterFacts {
  return readClusterFacts(state, { asDefaultClass: false }).facts
}
